/** Receives measurements: one submission is evaluated as one, answered in plain words, and kept before the answer leaves. */
import { createHash } from 'node:crypto'
import type { Event, Instant, Reading, ReadingMark } from '../interpreter/enrolment.ts'
import type { PatientRecord, Receipt, StoredDocument, StoredReading } from '../store/store.ts'
import type { StepTaken } from './account.ts'
import { answerTo, plainAnswer } from './answer.ts'
import type { Came, SubmissionAnswer } from './answer.ts'
import { assess } from './assess.ts'
import { change } from './change.ts'
import type { Engine } from './engine.ts'
import type { Library } from './library.ts'
import type { Organisation } from './people.ts'
import { refuse } from './refused.ts'

/** A value in the unit of the pathway, as the doors (JSON, FHIR) hand it in. */
export type ReceivedReading = Omit<Reading, 'id'>

export type SubmissionIn = {
  patient: string
  /** `system|value` of the sender. The same one twice changes nothing. */
  identifier: string
  /** Of the content: the same identifier with another one is refused. */
  fingerprint: string
  /** `role:person` of the sender. */
  by: string
  readings: ReceivedReading[]
  /** The resource as it came in, kept losslessly. */
  source?: string
}

/** A resource without a reading, as it came in. */
export type KeptResource = { patient: string; received: Instant; source: string }

/** `repeated`: it was received before; nothing changed, and the answer is the one given then. */
export type SubmissionOut = { answer: SubmissionAnswer; repeated: boolean }

/** Throws `Refused`: `not-found`, `not-enrolled`, `identifier-reused`. */
export async function receive(engine: Engine, submission: SubmissionIn): Promise<SubmissionOut> {
  const { library, store } = engine
  return change<SubmissionOut>(engine, submission.patient, async (account, now) => {
    const receipt = await store.receipt(submission.identifier)
    if (receipt) return { answer: repeat(receipt, submission) }
    if (account.record.enrolments.length === 0) throw refuse('not-enrolled')
    const practice = await store.document<Organisation>('organisation', account.record.organisation)
    const readings = numbered(submission)
    const events = eventsFor(library, account.record, readings)
    const after = assess(library, account, events, { at: now, handled: now })
    const steps = after.steps.slice(account.steps.length)
    const stored = readings.map((reading) => kept(library, after.record, steps, submission, reading, now))
    const effects = after.alertEffects.slice(account.alertEffects.length)
    const answer = answerOrPlain(engine, {
      record: after.record,
      steps,
      effects,
      readings: stored,
      practice: practice?.value,
      now,
    })
    const more = {
      readings: stored,
      receipts: [{ ...keyOf(submission), answer }],
      documents: withoutReading(submission, now),
    }
    return { account: after, more, answer: { answer, repeated: false } }
  })
}

/** A resource that was sent without any value (`dataAbsentReason`) is kept all the same. */
function withoutReading(
  { patient, identifier, source, readings }: SubmissionIn,
  now: Instant,
): StoredDocument<KeptResource>[] {
  if (source === undefined || readings.length > 0) return []
  return [
    {
      kind: 'resource',
      id: `${patient}.${submissionId(identifier)}`,
      version: 0,
      value: { patient, received: now, source },
    },
  ]
}

/** That we cannot find the words is no reason to lose a reading. */
function answerOrPlain({ library, report }: Engine, came: Came): SubmissionAnswer {
  try {
    return answerTo(library, came)
  } catch (error) {
    report('answer-failed', error)
    return plainAnswer(came)
  }
}

const keyOf = ({ identifier, patient, fingerprint }: SubmissionIn): Omit<Receipt, 'answer'> => ({
  identifier,
  patient,
  fingerprint,
})

function repeat(receipt: Receipt, submission: SubmissionIn): SubmissionOut {
  const same = receipt.patient === submission.patient && receipt.fingerprint === submission.fingerprint
  if (!same) throw refuse('identifier-reused')
  return { answer: receipt.answer as SubmissionAnswer, repeated: true }
}

/** The short name of a submission, the same every time: readings are numbered under it. */
export function submissionId(identifier: string): string {
  return createHash('sha256').update(identifier, 'utf8').digest('hex').slice(0, 16)
}

function numbered({ identifier, readings }: SubmissionIn): Reading[] {
  return readings.map((reading, index) => ({ ...reading, id: `${submissionId(identifier)}-${index + 1}` }))
}

/** Each enrolment gets the readings that its pathway knows; one whose pathway knows none of them is left alone. */
function eventsFor(library: Library, record: PatientRecord, readings: Reading[]): Map<string, Event> {
  const events = record.enrolments.flatMap((enrolment): [string, Event][] => {
    const { measurements } = library.get(enrolment.pathway, enrolment.version).definition
    const known = readings.filter(({ measurement }) => Object.hasOwn(measurements, measurement))
    return known.length > 0 ? [[enrolment.id, { type: 'submission', readings: known }]] : []
  })
  return new Map(events)
}

function kept(
  library: Library,
  record: PatientRecord,
  steps: StepTaken[],
  submission: SubmissionIn,
  reading: Reading,
  now: Instant,
): StoredReading {
  const { marks: _before, ...rest } = reading
  const marks = marksOf(reading, steps)
  const limits = limitsInForce(library, record)
  const unit = unitOf(library, record, reading.measurement)
  const first = reading.id.endsWith('-1')
  return {
    ...rest,
    patient: submission.patient,
    identifier: submission.identifier,
    received: now,
    by: submission.by,
    ...(unit === undefined ? {} : { unit }),
    ...(marks.length > 0 ? { marks } : {}),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
    ...(first && submission.source !== undefined ? { source: submission.source } : {}),
  }
}

function unitOf(library: Library, { enrolments }: PatientRecord, measurement: string): string | undefined {
  const definitions = enrolments.map(({ pathway, version }) => library.get(pathway, version).definition)
  return definitions.flatMap(({ measurements }) => measurements[measurement]?.unit ?? [])[0]
}

function marksOf(reading: Reading, steps: StepTaken[]): ReadingMark[] {
  const judged = steps.flatMap(({ marks }) => marks?.readings ?? []).filter(({ id }) => id === reading.id)
  return [...new Set([...(reading.marks ?? []), ...judged.flatMap(({ marks }) => marks)])]
}

/** The personal limits as they stand now: frozen into each reading, so that a later change does not rewrite what was seen. */
function limitsInForce(library: Library, record: PatientRecord): Record<string, number> {
  const running = record.enrolments.filter(({ exit }) => exit === undefined)
  const limits = running.flatMap(({ pathway, version, parameters }) =>
    Object.entries(library.get(pathway, version).definition.parameters ?? {}).map(
      ([name, parameter]): [string, number] => [name, parameters[name]?.value ?? parameter.default],
    ),
  )
  return Object.fromEntries(limits)
}
