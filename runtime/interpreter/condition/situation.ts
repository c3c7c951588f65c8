/** What a condition is evaluated against: the record, the moment, and the readings that just arrived. */
import type { Enrolment, Instant, Reading } from '../enrolment.ts'

export type Situation = {
  enrolment: Enrolment
  /** The moment looked at: windows end here. */
  t: Instant
  /** The clock: how long a stay has lasted is counted to here. */
  now: Instant
  /**
   * The valid readings of the submission, when a threshold is looked at: its single values must be among them, or lie
   * within `together` of the moment. Null for guards, which take the newest value that is not stale.
   */
  submission: Reading[] | null
  together: number
}
