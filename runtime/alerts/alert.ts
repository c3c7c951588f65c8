/** A patient's alerts and what can happen to them: plain data, for all pathways of that patient together. */
import type { Level, Text } from '../../schemas/index.ts'
import type { Actor, Firing, Instant, Reading, Value } from '../interpreter/enrolment.ts'
import type { Side } from './side.ts'

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
/** `seen`: a submission in which nothing fired (`review: all`), and somebody looked at it. */
export type ClosedAs = ResolveOutcome | 'seen'

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
  status: 'open' | 'acknowledged' | 'snoozed' | 'resolved'
  step: Step
  /** All steps so far, newest last; the reason says why it was started. Rounds of one repeated step are one line: the newest, with its `round`. */
  told: (Step & { reason: ToldReason })[]
  acknowledged?: { by: Actor; at: Instant }
  resolved?: { by: Actor; at: Instant; outcome: ClosedAs; note?: string }
  snoozed?: Snooze
  /** Readings behind this alert that were corrected since. The alert stays: a human decides what that means. */
  corrected?: Corrected[]
  /** Its route could not be followed. It waits where it is; a task of its own tells a human. */
  stuck?: true
}

/** Put off until `until`, unless it gets worse: `causes` says of which values, which way, and how far they were. */
export type Snooze = { by: Actor; at: Instant; until: Instant; because?: string; causes: SnoozeCause[] }

/**
 * A value that a snooze watches. `seen` is the worst when it was snoozed; of a mean the readings behind it, of an answer those that
 * were given. Empty when nothing is known of it: then any reading breaks the snooze.
 */
export type SnoozeCause = Side & { key: string; zone: string; seen: Seen[] }
export type Seen = { id: string; value: Value; at: Instant }

/** A reading that was corrected (`value` null: withdrawn), and the keys that are no longer true now. */
export type Corrected = { reading: string; value: Value | null; at: Instant; by: Actor; untrue: string[] }

/**
 * `raised`: first step. `worse`: the level rose. `unanswered`: the step before passed its deadline. `repeated`: last step again.
 * `nobody-there`: the party before cannot be reached at this hour. `snooze-ended`, `snooze-broken`: it was put off until now, or got worse.
 * `no-longer-shared`: the party before may no longer see this patient.
 */
export type ToldReason =
  | 'raised'
  | 'worse'
  | 'unanswered'
  | 'repeated'
  | 'nobody-there'
  | 'snooze-ended'
  | 'snooze-broken'
  | 'no-longer-shared'

/**
 * What the alerts of one patient amount to. `quiet` remembers closings that still keep the same level silent.
 * `away` are the kinds of party that may not see this patient: nobody there is asked.
 */
export type PatientAlerts = {
  patient: string
  count: number
  open: Alert[]
  quiet: { key: string; level: Level; until: Instant }[]
  away?: string[]
}

export type AlertEvent =
  // Everything of one submission or wake-up, of all pathways. `readings`: what was sent, for what is snoozed.
  | { type: 'raised'; firings: RaisedFiring[]; readings?: Reading[] }
  | { type: 'acknowledged'; alert: string; by: Actor }
  | { type: 'resolved'; alert: string; by: Actor; outcome: ResolveOutcome; note?: string }
  // `known`: the readings of the patient as they are now, each list oldest first.
  | { type: 'snoozed'; alert: string; until: Instant; by: Actor; because?: string; known?: Reading[] }
  // `keys` rested on the reading, `untrue` are those of them that are no longer true; as the interpreter names them.
  | ({ type: 'corrected'; enrolment: string; keys: string[] } & Omit<Corrected, 'at'>)
  | { type: 'away'; kinds: string[] }
  | { type: 'wake' }

export type AlertEffect =
  | { type: 'raised'; alert: Alert }
  | { type: 'joined'; alert: Alert; firings: RaisedFiring[] }
  | { type: 'worse'; alert: Alert }
  | { type: 'told'; alert: string; step: Step; reason: ToldReason } // becomes a worklist entry or a phone task
  | { type: 'acknowledged'; alert: string }
  | { type: 'resolved'; alert: Alert }
  | { type: 'snoozed'; alert: Alert }
  | { type: 'unsnoozed'; alert: Alert; reason: 'ended' | 'worse'; reading?: Reading }
  | { type: 'corrected'; alert: Alert; reading: string; untrue: string[] }
  | { type: 'silent'; firing: RaisedFiring; reason: 'quiet' | 'coaching'; until?: Instant }
  | { type: 'refused'; code: AlertRefusal; message: Required<Text> }

/** `missing-data`: what is missing is never silenced. `nothing-to-compare`: it rests on no value that could get worse. */
export type AlertRefusal = 'unknown-alert' | 'already-resolved' | 'missing-data' | 'nothing-to-compare' | 'bad-until'

export type AlertResult = { alerts: PatientAlerts; effects: AlertEffect[] }
