/** What every adapter must know of a commit and of its answers, so that they cannot differ on it. */
import type { Instant } from '../interpreter/enrolment.ts'
import { StoreError } from './error.ts'
import type { Commit, PatientRecord, StoredReading } from './store.ts'

/** The patients a commit writes for; a history without its patient would belong to nobody. */
export function patientsOf(commit: Commit): Set<string> {
  if (commit.history?.length && !commit.patient) throw new StoreError('unknown-patient', 'History without a patient.')
  const ids = [...(commit.readings ?? []), ...(commit.outgoing ?? [])].map((item) => item.patient)
  return new Set(commit.patient ? [commit.patient.id, ...ids] : ids)
}

/** Each identifier of a patient as one key: it belongs to one patient only. */
export function identifierKeys(record: PatientRecord): string[] {
  return record.identifiers.map(({ system, value }) => `${system}|${value}`)
}

/** The readings in a half-open range, in order of `at`; those of one instant in order of arrival. */
export function readingsWithin(
  readings: StoredReading[],
  range: { from?: Instant; to?: Instant; measurement?: string },
): StoredReading[] {
  const { from = -Infinity, to = Infinity, measurement } = range
  const inside = (reading: StoredReading): boolean =>
    reading.at >= from && reading.at < to && (measurement === undefined || reading.measurement === measurement)
  return readings.filter(inside).toSorted((a, b) => a.at - b.at)
}
