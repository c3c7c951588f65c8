/** FHIR R4: Observations in and out. Refusals are OperationOutcomes that name the element. */
import type { Context } from 'hono'
import type { OperationOutcome } from '@medplum/fhirtypes'
import { receive, Refused } from '../../engine/index.ts'
import type { Engine } from '../../engine/index.ts'
import {
  capabilityStatement,
  isMeasurement,
  outcome,
  readObservation,
  renderObservation,
  searchObservations,
  unmeasured,
} from '../../fhir/index.ts'
import type { ParsedObservation } from '../../fhir/index.ts'
import type { PatientRecord } from '../../store/store.ts'
import { SENDING, WATCHING, maySee } from '../access.ts'
import type { Caller } from '../access.ts'
import type { Role } from '../api.ts'
import { KIB, readText } from '../body.ts'
import { codeOf } from '../measurement-code.ts'
import { ZONE } from '../moment.ts'
import { observation, observations, observationId } from '../observations.ts'
import { asking } from '../operation.ts'
import type { Call, Operation } from '../operation.ts'
import { correctFrom, isCorrection } from '../fhir-correction.ts'
import { answerOutcome, FHIR_JSON, FhirProblem, fhirJson } from '../fhir-answer.ts'
import { knownMeasurements } from '../submission.ts'
import type { Known } from '../submission.ts'

const LIMIT = 1024 * KIB
const READING: Role[] = [...WATCHING, 'patient', 'device']

const baseOf = (context: Context): string => `${new URL(context.req.url).origin}/fhir`

/** Read twice: first of whom it is, then with the measurements of that patient's pathways. */
async function parsed(
  engine: Engine,
  caller: Caller,
  text: string,
): Promise<{ record: PatientRecord; read: ParsedObservation }> {
  const first = parse(engine, text, null)
  const { subject } = first
  const record = await ('id' in subject
    ? engine.store.patient(subject.id)
    : engine.store.patientByIdentifier(subject.system, subject.value))
  if (!record || !maySee(caller, record))
    throw new FhirProblem(422, outcome('unknown-patient', {}, 'Observation.subject'))
  const read = parse(engine, text, record)
  if (read.readings.length === 0 && read.absent.length === 0) throw new FhirProblem(422, unmeasured(read))
  return { record, read }
}

function parse(engine: Engine, text: string, record: PatientRecord | null): ParsedObservation {
  const known = record ? knownMeasurements(engine, record) : []
  const sent = known.filter(({ measurement }) => measurement.kind !== 'score')
  const codes = sent.map(({ name, measurement }) => codeOf(name, measurement))
  const result = readObservation(text, codes, known[0]?.zone ?? ZONE)
  if (!result.ok) throw new FhirProblem(result.status, result.outcome)
  verifyNoScore(known, result.observation)
  return result.observation
}

/** A score is computed here: one that comes from elsewhere may rest on other rules. */
function verifyNoScore(known: Known[], { resource }: ParsedObservation): void {
  const score = known.find(
    ({ name, measurement }) => measurement.kind === 'score' && isMeasurement(resource.code, codeOf(name, measurement)),
  )
  if (score) throw new FhirProblem(422, outcome('computed', { score: score.name }, 'Observation.code'))
}

/** 201 with the Observation; `Prefer: return=OperationOutcome` gives the answer for the patient, `return=minimal` nothing. */
async function create(engine: Engine, call: Call): Promise<Response> {
  const { caller, context } = call
  const text = await readText(context, LIMIT, [FHIR_JSON, 'application/json'])
  const { record, read } = await parsed(engine, caller, text)
  if (await isCorrection(engine, record, read)) return corrected(engine, call, record, read)
  const readings = read.readings.map(({ sent: _sent, unit: _unit, ...reading }) => reading)
  const submission = {
    patient: record.id,
    identifier: read.identifier,
    fingerprint: read.fingerprint,
    by: `${caller.role}:${caller.person.id}`,
    readings,
    source: text,
  }
  const { answer, repeated } = await receive(engine, submission).catch(conflictOf)
  const id = observationId(record.id, read.identifier)
  const status = repeated ? 200 : 201
  const headers = { location: `${baseOf(context)}/Observation/${id}` }
  const prefer = context.req.header('prefer') ?? ''
  if (/return=minimal/i.test(prefer)) return new Response(null, { status, headers })
  if (/return=OperationOutcome/i.test(prefer)) return fhirJson(status, answerOutcome(answer), headers)
  return fhirJson(
    status,
    renderObservation({ id, patient: record.id, at: read.at, received: answer.at, source: text }),
    headers,
  )
}

/** 200 with the Observation as it was sent now. */
async function corrected(
  engine: Engine,
  { caller, context }: Call,
  record: PatientRecord,
  read: ParsedObservation,
): Promise<Response> {
  await correctFrom(engine, caller, record, read)
  const id = observationId(record.id, read.identifier)
  const stored = { id, patient: record.id, at: read.at, received: engine.clock.now(), source: read.source }
  return fhirJson(200, renderObservation(stored), { location: `${baseOf(context)}/Observation/${id}` })
}

function conflictOf(error: unknown): never {
  const isReused = error instanceof Refused && error.code === 'identifier-reused'
  throw isReused ? new FhirProblem(409, outcome('conflict', {}, 'Observation.identifier')) : error
}

async function search(engine: Engine, { caller, context }: Call): Promise<Response> {
  const query = new URL(context.req.url).searchParams
  const result = searchObservations(await observations(engine, caller, query), query, baseOf(context), ZONE)
  return result.ok ? fhirJson(200, result.bundle) : fhirJson(result.status, result.outcome satisfies OperationOutcome)
}

/** `started`: when this server began, for the CapabilityStatement. */
export const fhir = (engine: Engine, started = engine.clock.now()): Operation[] => [
  asking({
    method: 'GET',
    path: '/fhir/metadata',
    title: 'What this server can do, as a CapabilityStatement',
    open: true,
    bodyType: FHIR_JSON,
    answers: { 200: { description: 'CapabilityStatement.', type: FHIR_JSON } },
    handle: ({ context }) => fhirJson(200, capabilityStatement(baseOf(context), started)),
  }),
  asking({
    method: 'POST',
    path: '/fhir/Observation',
    title: 'Send an Observation; `Prefer: return=OperationOutcome` answers with the words for the patient',
    roles: SENDING,
    bodyType: FHIR_JSON,
    answers: {
      200: { description: 'It was received before.', type: FHIR_JSON },
      201: { description: 'Observation.', type: FHIR_JSON },
    },
    handle: (call) => create(engine, call),
  }),
  asking({
    method: 'GET',
    path: '/fhir/Observation',
    title: 'Search Observations',
    roles: READING,
    bodyType: FHIR_JSON,
    answers: { 200: { description: 'Bundle.', type: FHIR_JSON } },
    handle: (call) => search(engine, call),
  }),
  asking({
    method: 'GET',
    path: '/fhir/Observation/{id}',
    title: 'An Observation as it was sent, or made from a reading that came in otherwise',
    roles: READING,
    bodyType: FHIR_JSON,
    answers: { 200: { description: 'Observation.', type: FHIR_JSON } },
    handle: async ({ caller, param }) => {
      const found = await observation(engine, caller, param('id'))
      if (!found) throw new FhirProblem(404, outcome('not-found'))
      return fhirJson(200, renderObservation(found))
    },
  }),
]
