/** What the doors (JSON, FHIR) hand to the engine. */
import type { Reading } from '../interpreter/enrolment.ts'

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
