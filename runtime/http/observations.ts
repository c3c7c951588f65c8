/** The Observations of patients: as they were received, found again among the readings they became; other readings as the Observations they would have been. */
import { correctionsIn, resourceKind, submissionId, valuesIn } from '../engine/index.ts'
import type { Correction, Engine, KeptResource } from '../engine/index.ts'
import { deriveObservations } from '../fhir/index.ts'
import type { NamedMeasurement, StoredObservation } from '../fhir/index.ts'
import type { PatientRecord, StoredReading } from '../store/store.ts'
import { maySee, seenPatients } from './access.ts'
import type { Caller } from './access.ts'
import { codeOf } from './measurement-code.ts'
import { ZONE } from './moment.ts'
import { ownIdentifier } from './views/patient.ts'

/** Says whose it is, so that one patient has to be read to find it. */
export const observationId = (patient: string, identifier: string): string => `${patient}.${submissionId(identifier)}`

/** The Observation, or null when there is none that the caller may see. */
export async function observation(engine: Engine, caller: Caller, id: string): Promise<StoredObservation | null> {
  const record = await engine.store.patient(id.slice(0, Math.max(0, id.lastIndexOf('.'))))
  if (!record || !maySee(caller, record)) return null
  return (await ofPatient(engine, record)).find((stored) => stored.id === id) ?? null
}

/** Everything the caller may see; of the patients that the query asks for when it does. */
export async function observations(
  engine: Engine,
  caller: Caller,
  query: URLSearchParams,
): Promise<StoredObservation[]> {
  const asked = (query.get('patient') ?? query.get('subject'))
    ?.split(',')
    .map((value) => value.replace(/^Patient\//, ''))
  const seen = asked ? await askedPatients(engine, caller, asked) : await seenPatients(engine, caller)
  return (await Promise.all(seen.map((record) => ofPatient(engine, record)))).flat()
}

/** Only these are read, however many patients there are. */
async function askedPatients({ store }: Engine, caller: Caller, ids: string[]): Promise<PatientRecord[]> {
  const records = await Promise.all([...new Set(ids)].map((id) => store.patient(id)))
  return records.filter((record) => record !== null).filter((record) => maySee(caller, record))
}

async function ofPatient(engine: Engine, record: PatientRecord): Promise<StoredObservation[]> {
  const { store } = engine
  const readings = await store.readings(record.id)
  const submissions = Map.groupBy(readings.filter(({ parts }) => parts === undefined), ({ identifier }) => identifier) // prettier-ignore
  const known = measurementsOf(engine, record)
  const scores = readings.filter(({ parts }) => parts !== undefined)
  const computed = scores.flatMap((score) => derived(record.id, score.identifier, [score], known))
  const kept = await store.documents<KeptResource>(resourceKind(record.id))
  const replaced = new Set(kept.map(({ id }) => id))
  const corrections = correctionsIn(await store.history(record.id))
  const measured = [...submissions].flatMap(([identifier, sent]) => {
    if (replaced.has(observationId(record.id, identifier))) return []
    const corrected = sent.map((reading) => correctedTo(reading, corrections.get(reading.id)))
    if (sent.some(({ id }) => corrections.has(id))) return derivedAgain(record.id, identifier, corrected, known)
    return asSent(record.id, identifier, sent) ?? derived(record.id, identifier, sent, known)
  })
  return [...measured, ...computed, ...kept.map(({ id, value }) => ({ id, at: null, ...value }))]
}

/** A reading as it should have been; a withdrawn one keeps its value, and says so. */
function correctedTo(reading: StoredReading, correction: Correction | undefined): StoredReading {
  if (!correction) return reading
  const { value } = correction
  const mark = value === null ? 'withdrawn' : 'corrected'
  return { ...reading, value: value ?? reading.value, marks: [...(reading.marks ?? []), mark] }
}

/** Corrected here, so no longer as it was sent; the first of its Observations keeps its address. */
function derivedAgain(
  patient: string,
  identifier: string,
  readings: StoredReading[],
  known: Known,
): StoredObservation[] {
  const again = derived(patient, identifier, readings, known)
  if (readings.every(({ source }) => source === undefined)) return again
  return again.map((stored, index) => (index === 0 ? { ...stored, id: observationId(patient, identifier) } : stored))
}

/** The resource stands with the first reading of its submission. */
function asSent(patient: string, identifier: string, readings: StoredReading[]): StoredObservation[] | null {
  const first = readings.find(({ source }) => source !== undefined)
  if (first?.source === undefined) return null
  const { at, received, source } = first
  return [{ id: observationId(patient, identifier), patient, at, received, source }]
}

type Known = { measurements: Map<string, NamedMeasurement>; zone: string }

function derived(patient: string, key: string, readings: StoredReading[], known: Known): StoredObservation[] {
  const inOrder = readings.toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
  return deriveObservations({ patient, identifier: ownIdentifier(key), readings: inOrder, ...known })
}

/** Of all pathways of this patient; where two know the same name, the running one says how it is coded. */
function measurementsOf({ library }: Engine, { enrolments, language }: PatientRecord): Known {
  const endedFirst = enrolments.toSorted((a, b) => Number(b.exit !== undefined) - Number(a.exit !== undefined))
  const pathways = endedFirst.map(({ pathway, version }) => library.get(pathway, version))
  const named = pathways.flatMap(({ definition }) =>
    [...valuesIn(definition)].map(([name, measurement]): [string, NamedMeasurement] => {
      const title = measurement.title?.[language] ?? measurement.title?.nl
      return [name, { ...codeOf(name, measurement), ...(title === undefined ? {} : { title }) }]
    }),
  )
  return { measurements: new Map(named), zone: pathways.at(-1)?.zone ?? ZONE }
}
