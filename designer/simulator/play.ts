/** One simulated patient: what was done so far and everything that came of it. Each move gives a new play; the old one stays as it was. */
import type { Alert, AlertEffect, PatientAlerts, ResolveOutcome } from '../../runtime/alerts/alert.ts'
import type { CompiledRoutes } from '../../runtime/alerts/index.ts'
import { compileRoutes, noAlerts } from '../../runtime/alerts/index.ts'
import type { Actor, Effect, Enrolment, Event, Instant, Reading, Value } from '../../runtime/interpreter/enrolment.ts'
import type { Pathway } from '../../runtime/interpreter/index.ts'
import { start } from '../../runtime/interpreter/index.ts'
import { carryOut } from './carry-out.ts'
import { raise } from './raise.ts'

/** What the person at the simulator can do. `clock` moves to an instant, through everything that is due before it. */
export type Move =
  | { type: 'send'; values: Record<string, Value> }
  | { type: 'clock'; until: Instant }
  | { type: 'decide'; decision: string; by: Actor }
  | { type: 'answer'; proposal: string; accept: boolean; by: Actor }
  | { type: 'limit'; parameter: string; value: number; by: Actor; because?: string }
  | { type: 'acknowledge'; alert: string; by: Actor }
  | { type: 'resolve'; alert: string; by: Actor; outcome: ResolveOutcome; note?: string }

/** One thing that happened, with what the pathway and the alerts made of it. `event` is absent for the start and for alerts alone. */
export type Moment = {
  at: Instant
  move: number
  event?: Event
  before: Enrolment
  effects: Effect[]
  /** The scores that came of it. */
  computed?: Reading[]
  alertEffects: AlertEffect[]
}

export type Play = {
  pathway: Pathway
  routes: CompiledRoutes
  facts: Record<string, Value>
  now: Instant
  enrolment: Enrolment
  alerts: PatientAlerts
  /** Alerts that were closed, newest last; `alerts` keeps only the open ones. */
  closed: Alert[]
  moves: Move[]
  moments: Moment[]
  /** The play before the last move, exactly as it was; null at the start. */
  past: Play | null
}

/** Enrols a patient with these facts at this instant. */
export function begin(pathway: Pathway, facts: Record<string, Value>, now: Instant): Play {
  const { enrolment, effects } = start(pathway, facts, now, 'simulation')
  const base = { pathway, routes: compileRoutes(pathway), facts, now, enrolment, alerts: noAlerts('simulation') }
  const play: Play = { ...base, closed: [], moves: [], moments: [], past: null }
  return raise(play, { at: now, move: 0, before: enrolment, effects })
}

/** The play after one more move. A move that is refused changes nothing but leaves the refusal in `moments`. */
export function act(play: Play, move: Move): Play {
  const moved = { ...play, moves: [...play.moves, move] }
  return { ...carryOut(moved, move), past: play }
}

/** The play before the last move; the same play when nothing was done yet. */
export function back(play: Play): Play {
  return play.past ?? play
}

/** The same patient and the same moves on another version of the pathway: shows at once what a change in the draft means. */
export function replay(play: Play, pathway: Pathway): Play {
  const started = begin(pathway, play.facts, play.enrolment.started)
  return play.moves.reduce(act, started)
}
