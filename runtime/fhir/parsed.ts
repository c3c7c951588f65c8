/** What passes between FHIR and the rest: measurement codes in, a parsed Observation or an OperationOutcome out. */
import type { Observation, OperationOutcome } from '@medplum/fhirtypes'
import type { Instant, Reading } from '../interpreter/enrolment.ts'

/** How a measurement of a pathway is recognised in an Observation, and the unit that the pathway wants. */
export type MeasurementCode = {
  name: string
  /** `choice`: one of `answers`. */
  type?: 'number' | 'boolean' | 'choice'
  answers?: (number | string)[]
  loinc?: string
  /** LOINC code of the panel whose component it is (85354-9 for blood pressure). */
  panel?: string
  snomed?: string
  /** Code in the pathway's own code system (`MEASUREMENT_SYSTEM`). */
  code?: string
  /** UCUM; absent for a boolean or a plain count. */
  unit?: string
}

/** A reading as the pathway wants it; `sent` is what the sender wrote, when the unit had to be converted. */
export type ObservationReading = Omit<Reading, 'id'> & { unit?: string; sent?: { value: number; unit: string } }

/** Of whom it is: the id in `Patient/<id>`, or a business identifier such as a BSN. */
export type Subject = { id: string } | { system: string; value: string }

/** An Observation that is valid, in the terms of the engine. */
export type ParsedObservation = {
  resource: Observation
  /** `system|value` of the sender, or one made from the content: the same one twice changes nothing. */
  identifier: string
  /** SHA-256 over the content without what a server adds: the same identifier with another fingerprint is refused. */
  fingerprint: string
  subject: Subject
  /** When it was taken; a date alone is noon in the given zone. Null only when there are no readings and no time either. */
  at: Instant | null
  /** Empty together with `absent` when no measurement has this code: `unmeasured` (outcome.ts) says so to the sender. */
  readings: ObservationReading[]
  /** Measurements that the sender names without a value (`dataAbsentReason`): kept, never evaluated. */
  absent: string[]
  /** The text as it was sent, kept losslessly. */
  source: string
}

export type Refused = { ok: false; outcome: OperationOutcome; status: 400 | 413 | 422 }

export type ReadResult = { ok: true; observation: ParsedObservation } | Refused

/** An Observation as it is kept: the text as it was sent, whose it is, and when it was taken and received. */
export type StoredObservation = { id: string; patient: string; at: Instant | null; received: Instant; source: string }

export type SearchResult = { ok: true; bundle: string } | { ok: false; outcome: OperationOutcome; status: 400 }
