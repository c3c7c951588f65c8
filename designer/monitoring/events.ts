/** What the parts of the monitoring pages ask for. */
import type { ResolveOutcome } from '../../runtime/alerts/alert.ts'
import type { Value } from '../../runtime/interpreter/enrolment.ts'

/** Somebody takes up this alert. */
export class AlertTaken extends Event {
  readonly alert: string

  constructor(alert: string) {
    super('alert-taken', { bubbles: true, composed: true })
    this.alert = alert
  }
}

/** Somebody closes this alert. */
export class AlertClosed extends Event {
  readonly alert: string
  readonly outcome: ResolveOutcome
  readonly note: string

  constructor(alert: string, outcome: ResolveOutcome, note: string) {
    super('alert-closed', { bubbles: true, composed: true })
    this.alert = alert
    this.outcome = outcome
    this.note = note
  }
}

/** What can be asked for a patient's enrolment. */
export type Wish =
  | { type: 'decide'; enrolment: string; decision: string }
  | { type: 'answer'; enrolment: string; proposal: string; accept: boolean }
  | { type: 'limit'; enrolment: string; parameter: string; value: number; because?: string }
  | { type: 'send'; values: Record<string, Value>; at: string }

/** Something must be done for this patient. */
export class PatientWish extends Event {
  readonly wish: Wish

  constructor(wish: Wish) {
    super('patient-wish', { bubbles: true, composed: true })
    this.wish = wish
  }
}

declare global {
  interface HTMLElementEventMap {
    'alert-taken': AlertTaken
    'alert-closed': AlertClosed
    'patient-wish': PatientWish
  }
}
