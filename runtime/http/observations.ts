/** The Observations that were received, found again among the readings they became. */
import { submissionId } from '../engine/index.ts'
import type { Engine, KeptResource } from '../engine/index.ts'
import type { StoredObservation } from '../fhir/index.ts'
import type { PatientRecord } from '../store/store.ts'
import { maySee, seenPatients } from './access.ts'
import type { Caller } from './access.ts'

/** Says whose it is, so that one patient has to be read to find it. */
export const observationId = (patient: string, identifier: string): string => `${patient}.${submissionId(identifier)}`

/** The Observation, or null when there is none that the caller may see. */
export async function observation(engine: Engine, caller: Caller, id: string): Promise<StoredObservation | null> {
  const record = await engine.store.patient(id.slice(0, Math.max(0, id.lastIndexOf('.'))))
  if (!record || !maySee(caller, record)) return null
  return (await ofPatient(engine, record)).find((stored) => stored.id === id) ?? null
}

/** Everything the caller may see; of one patient when the query asks for one. */
export async function observations(
  engine: Engine,
  caller: Caller,
  query: URLSearchParams,
): Promise<StoredObservation[]> {
  const asked = (query.get('patient') ?? query.get('subject'))
    ?.split(',')
    .map((value) => value.replace(/^Patient\//, ''))
  const seen = (await seenPatients(engine, caller)).filter(({ id }) => asked === undefined || asked.includes(id))
  return (await Promise.all(seen.map((record) => ofPatient(engine, record)))).flat()
}

async function ofPatient({ store }: Engine, { id: patient }: PatientRecord): Promise<StoredObservation[]> {
  const readings = await store.readings(patient)
  const resources = await store.documents<KeptResource>('resource')
  const measured = readings.flatMap(({ identifier, at, received, source }) =>
    source === undefined ? [] : [{ id: observationId(patient, identifier), patient, at, received, source }],
  )
  const empty = resources
    .filter(({ value }) => value.patient === patient)
    .map(({ id, value }) => ({ id, at: null, ...value }))
  return [...measured, ...empty]
}
