/**
 * The port to storage: a few ways to read, and one way to write.
 * Whatever is handed out is a copy; whatever is committed is on disk before the promise settles, all of it or nothing.
 */
import type { PatientAlerts } from '../alerts/alert.ts'
import type { Enrolment, Instant, Reading } from '../interpreter/enrolment.ts'

/** Who may see a patient, and what was agreed. */
export type Consent = { organisation: string; given: Instant; by: string; withdrawn?: Instant }

/** Everything that a decision about one patient needs, in one piece. `version` counts the commits. */
export type PatientRecord = {
  id: string
  version: number
  name: string
  identifiers: { system: string; value: string }[]
  /** The practice that stays responsible. */
  organisation: string
  language: 'nl' | 'en'
  consent: Consent[]
  enrolments: Enrolment[]
  alerts: PatientAlerts
  /** The earliest instant at which anything of this patient must be looked at; null when nothing waits. */
  wake: Instant | null
}

/** A reading as it was received, for ever. `source` keeps the FHIR resource as it came in, byte by byte where it matters. */
export type StoredReading = Reading & {
  patient: string
  /** The sender's identifier (`system|value`): the same one twice changes nothing. */
  identifier: string
  received: Instant
  by: string
  unit?: string
  /** The observation this reading belongs to, as JSON text, kept losslessly. */
  source?: string
  /** The limits in force when it was evaluated. */
  limits?: Record<string, number>
}

/** What was received under one identifier: a fingerprint of its content, and the answer it got. */
export type Receipt = { identifier: string; patient: string; fingerprint: string; answer: unknown }

/** A line of the history of a patient: what happened and what came of it. Numbered by the store, per patient. */
export type HistoryEntry = { at: Instant; enrolment?: string; type: string; data: unknown }

/** A message on its way out. */
export type OutgoingMessage = {
  id: string
  patient: string
  to: string
  text: string
  at: Instant
  channel: 'page' | 'worklist'
}

/** Something that listeners must hear. `cursor` is given by the store, rising, and never reused. */
export type Change = {
  cursor: number
  at: Instant
  topic: 'worklist' | 'patient' | 'pathway'
  patient?: string
  organisation?: string
  data: unknown
}

/** A document that is not about one patient: a draft, a published version, a person, an organisation, an answer to a registration. */
export type StoredDocument<T = unknown> = { kind: string; id: string; version: number; value: T }

/** All that one change writes. Either the whole is kept or nothing is. */
export type Commit = {
  /** The patient as it must become; `version` is the one that was read (0 for a new patient). */
  patient?: PatientRecord
  readings?: StoredReading[]
  receipts?: Receipt[]
  history?: HistoryEntry[]
  outgoing?: OutgoingMessage[]
  /** Documents as they must become; `version` is the one that was read (0 for a new one). */
  documents?: StoredDocument[]
  changes?: Omit<Change, 'cursor'>[]
}

/** Somebody else wrote first: read again, decide again, commit again. */
export class Conflict extends Error {
  override name = 'Conflict'
}

export interface Store {
  patient(id: string): Promise<PatientRecord | null>
  patientByIdentifier(system: string, value: string): Promise<PatientRecord | null>
  /** All patients of these organisations (all when absent). */
  patients(organisations?: string[]): Promise<PatientRecord[]>
  /** Readings of a patient, in order of `at`; half open: from <= at < to. */
  readings(patient: string, range?: { from?: Instant; to?: Instant; measurement?: string }): Promise<StoredReading[]>
  receipt(identifier: string): Promise<Receipt | null>
  history(patient: string, after?: number): Promise<(HistoryEntry & { number: number })[]>
  outgoing(patient: string): Promise<OutgoingMessage[]>
  document<T>(kind: string, id: string): Promise<StoredDocument<T> | null>
  documents<T>(kind: string): Promise<StoredDocument<T>[]>
  /** Patients whose `wake` is at or before `now`, earliest first. */
  due(now: Instant, limit: number): Promise<{ patient: string; wake: Instant }[]>
  /** Changes after a cursor, oldest first; the newest cursor is `latest`. */
  changes(after: number, limit: number): Promise<Change[]>
  latest(): Promise<number>
  /** Writes all of it durably, or throws `Conflict` (or an error of the disk) and writes nothing. */
  commit(commit: Commit): Promise<void>
  close(): Promise<void>
}
