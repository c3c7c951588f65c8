/** An Observation that was received before and now comes corrected, or as a mistake: its readings are corrected, not received anew. */
import { correct, resourceKind } from '../engine/index.ts'
import type { Engine, KeptResource } from '../engine/index.ts'
import { outcome } from '../fhir/index.ts'
import type { ParsedObservation } from '../fhir/index.ts'
import type { PatientRecord, StoredReading } from '../store/store.ts'
import { CLINICAL } from './access.ts'
import type { Caller } from './access.ts'
import { FhirProblem } from './fhir-answer.ts'
import { observationId } from './observations.ts'

const CORRECTING = new Set(['corrected', 'amended', 'entered-in-error'])

/** Whether this corrects what was received under the same identifier. */
export async function isCorrection(
  { store }: Engine,
  record: PatientRecord,
  read: ParsedObservation,
): Promise<boolean> {
  if (!CORRECTING.has(read.resource.status)) return false
  const receipt = await store.receipt(read.identifier)
  return receipt !== null && receipt.patient === record.id && receipt.fingerprint !== read.fingerprint
}

/**
 * By whom sent it, or by a clinician. What the corrected one no longer holds is withdrawn. Throws `FhirProblem` 403, or 409 when it
 * has another time: that would be another measurement.
 */
export async function correctFrom(
  engine: Engine,
  { role, person }: Caller,
  record: PatientRecord,
  read: ParsedObservation,
): Promise<void> {
  const all = await engine.store.readings(record.id)
  const before = all.filter(({ identifier, parts }) => identifier === read.identifier && parts === undefined)
  const isSender = before.every(({ by }) => by === `${role}:${person.id}`)
  if (!isSender && !CLINICAL.includes(role)) throw new FhirProblem(403, outcome('forbidden'))
  if (before.some(({ at }) => read.at !== null && at !== read.at))
    throw new FhirProblem(409, outcome('corrected-time', {}, 'Observation.effectiveDateTime'))
  for (const reading of before) {
    const because = `Observation.status = ${read.resource.status}`
    const by = { person: person.id, role }
    await correct(engine, record.id, { reading: reading.id, value: valueAfter(read, reading), by, because })
  }
  await keep(engine, record, read)
}

/** A preliminary, withdrawn or unsure value is none. */
function valueAfter(read: ParsedObservation, { measurement }: StoredReading): StoredReading['value'] | null {
  const found = read.readings.find((reading) => reading.measurement === measurement)
  return found && !found.marks?.includes('withdrawn') ? found.value : null
}

/** The newest text of the Observation is what is given back. */
async function keep({ store, clock }: Engine, record: PatientRecord, read: ParsedObservation): Promise<void> {
  const kind = resourceKind(record.id)
  const id = observationId(record.id, read.identifier)
  const version = (await store.document(kind, id))?.version ?? 0
  const value: KeptResource = { patient: record.id, at: read.at, received: clock.now(), source: read.source }
  await store.commit({ documents: [{ kind, id, version, value }] })
}
