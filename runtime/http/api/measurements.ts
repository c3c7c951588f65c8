/** Sending measurements. */
import type { ReadingMark, Value } from '../../interpreter/enrolment.ts'
import type { Moment } from './basics.ts'

/** `POST /api/patients/:id/measurements`. One request is evaluated as one. `measurement` is the pathway's name, `code` its LOINC, SNOMED or own code. */
export type Submission = {
  /** The sender's own, unique per patient: the same one sent twice changes nothing. */
  identifier: string
  measurements: SubmittedMeasurement[]
}

/** `at`: ISO text with offset; without one local to the pathway; a date only counts as noon; absent means now. `unit`: UCUM, the pathway's when absent. */
export type SubmittedMeasurement = ({ measurement: string } | { code: string }) & {
  value: Value
  unit?: string
  at?: string
}

/** 201; the same request again gives 200 and the same answer. The four texts are in the patient's language. */
export type SubmissionAnswer = {
  identifier: string
  patient: string
  at: Moment
  /** What was received. */
  received: string
  /** What it means. */
  meaning: string
  /** What happens next. */
  next: string
  /** Whom to call. */
  call: string
  readings: { id: string; measurement: string; value: Value; unit?: string; at: Moment; marks: ReadingMark[] }[]
  /** Measurements that the patient is asked to take again, and until when. */
  again?: { measurements: string[]; until?: Moment }
}
