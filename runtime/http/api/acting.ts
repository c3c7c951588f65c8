/** Acting on an enrolment, and why something happened. */
import type { PauseReason } from '../../interpreter/enrolment.ts'
import type { Trace } from '../../interpreter/trace.ts'
import type { Moment } from './basics.ts'

/** `POST /api/enrolments/:id/decisions` → EnrolmentView */
export type Decide = { decision: string }
/** `POST /api/enrolments/:id/answers` → EnrolmentView */
export type AnswerProposal = { proposal: string; accept: boolean }
/** `POST /api/enrolments/:id/parameters` → EnrolmentView */
export type SetParameter = { parameter: string; value: number; because?: string }

/** `POST /api/enrolments/:id/pauses` → EnrolmentView. Without `from`: now; without `until`: until it is resumed. A patient may only take a holiday. */
export type PauseEnrolment = { reason: PauseReason; from?: Moment; until?: Moment }
// `POST /api/enrolments/:id/resume` (no body) → EnrolmentView
/** `POST /api/enrolments/:id/reports` → EnrolmentView: something happened outside, such as an admission. */
export type ReportEvent = { event: string }

/** `GET /api/enrolments/:id/trace?at=…` or `?submission=…`; without either the newest event. Rebuilt by folding what happened. */
export type TraceAnswer = {
  enrolment: string
  pathway: string
  version: string
  event: { type: string; at: Moment; submission?: string; lateBy?: number }
  trace: Trace
  /** The events that can be asked for, oldest first. */
  events: { type: string; at: Moment; submission?: string }[]
}
