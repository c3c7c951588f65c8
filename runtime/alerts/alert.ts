/** A patient's alerts and what can happen to them: plain data, for all pathways of that patient together. */
import type { Level, Text } from '../../schemas/index.ts'
import type { Actor, Firing, Instant } from '../interpreter/enrolment.ts'

/** Where an alert came from. */
export type Origin = { enrolment: string; pathway: string; version: string }

/** A firing with its enrolment. */
export type RaisedFiring = Firing & Origin

/** Who is asked to act, how, and until when. Phone without a configured channel is a task on the worklist all the same. */
export type Step = {
  index: number
  round: number
  party: string
  by: 'worklist' | 'phone'
  since: Instant
  deadline: Instant
}

export type ResolveOutcome = 'acted' | 'wait-and-see' | 'measuring-error' | 'technical'

export type Alert = {
  id: string
  /** The worst level so far. */
  level: Level
  title: Text
  /** Every key (`threshold:crisis`) whose firings belong to this alert, with the pathway before it: `hypertension/threshold:crisis`. */
  keys: string[]
  origin: Origin
  route: string
  raised: Instant
  /** The firing that set level, title and route. */
  head: RaisedFiring
  /** The others of the same submission, and what was added later; the newest fifty where it came again and again. */
  under: RaisedFiring[]
  /** How many firings there were in all. */
  firings: number
  status: 'open' | 'acknowledged' | 'resolved'
  step: Step
  /** All steps so far, newest last; the reason says why it was started. Rounds of one repeated step are one line: the newest, with its `round`. */
  told: (Step & { reason: ToldReason })[]
  acknowledged?: { by: Actor; at: Instant }
  resolved?: { by: Actor; at: Instant; outcome: ResolveOutcome; note?: string }
}

/** `raised`: first step. `worse`: the level rose. `unanswered`: the step before passed its deadline. `repeated`: last step again. `nobody-there`: the party before cannot be reached at this hour. */
export type ToldReason = 'raised' | 'worse' | 'unanswered' | 'repeated' | 'nobody-there'

/** What the alerts of one patient amount to. `quiet` remembers closings that still keep the same level silent. */
export type PatientAlerts = {
  patient: string
  count: number
  open: Alert[]
  quiet: { key: string; level: Level; until: Instant }[]
}

export type AlertEvent =
  | { type: 'raised'; firings: RaisedFiring[] } // everything of one submission or wake-up, of all pathways
  | { type: 'acknowledged'; alert: string; by: Actor }
  | { type: 'resolved'; alert: string; by: Actor; outcome: ResolveOutcome; note?: string }
  | { type: 'wake' }

export type AlertEffect =
  | { type: 'raised'; alert: Alert }
  | { type: 'joined'; alert: Alert; firings: RaisedFiring[] }
  | { type: 'worse'; alert: Alert }
  | { type: 'told'; alert: string; step: Step; reason: ToldReason } // becomes a worklist entry or a phone task
  | { type: 'acknowledged'; alert: string }
  | { type: 'resolved'; alert: Alert }
  | { type: 'silent'; firing: RaisedFiring; reason: 'quiet' | 'coaching'; until?: Instant }
  | { type: 'refused'; code: 'unknown-alert' | 'already-resolved'; message: Required<Text> }

export type AlertResult = { alerts: PatientAlerts; effects: AlertEffect[] }
