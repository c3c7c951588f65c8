/** A patient on a pathway: the state, what comes next, what may be set, decided and reported. */
import type { PauseReason, Value } from '../../interpreter/enrolment.ts'
import type { InBoth, Moment, NamedActor } from './basics.ts'

export type StateView = { id: string; title: InBoth; exit?: string }

export type EnrolmentView = {
  id: string
  pathway: string
  version: string
  title: InBoth
  started: Moment
  state: StateView
  since: Moment
  /** False where nobody watches (`monitoring: none`) and after an exit. */
  watched: boolean
  next: NextMeasurement[]
  measurements: MeasurementView[]
  limits: LimitView[]
  proposals: ProposalView[]
  decisions: DecisionView[]
  facts: { fact: string; title: InBoth; value: Value; unit?: string }[]
  /** Those that can still matter, oldest first; `until` null while the end is not known. */
  pauses: { reason: PauseReason; from: Moment; until: Moment | null; by?: NamedActor }[]
  /** What may be reported, such as an admission. */
  events: { event: string; title: InBoth }[]
}

/** What may be sent: the names, titles and units for a form. A score is not sent but computed from what is. */
export type MeasurementView = {
  measurement: string
  kind?: 'item' | 'score'
  title: InBoth
  type: 'number' | 'boolean' | 'choice'
  /** The answers to a choice. */
  options?: { value: string | number; title: InBoth }[]
  unit?: string
  precision?: number
  plausible?: { from: number; to: number }
}

/** A window in which the patient is asked to measure: now open, or to come. */
export type NextMeasurement = {
  schedule: string
  measurements: string[]
  opens: Moment
  closes: Moment
  readings: number
}

export type LimitView = {
  parameter: string
  title: InBoth
  measurement?: string
  unit?: string
  value: number
  default: number
  from: number
  to: number
  /** Who set the personal value, when and why; absent while the default holds. */
  set?: { by: NamedActor; at: Moment; because?: string }
  setBy: string[]
  /** Whether the one who asks may change it. */
  mayChange: boolean
}

export type ProposalView = {
  id: string
  to: StateView
  roles: string[]
  since: Moment
  sentence: InBoth
  mayAnswer: boolean
}

export type DecisionView = { decision: string; title: InBoth; by: string[]; to?: StateView; mayTake: boolean }
