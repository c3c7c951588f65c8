/** Replays what somebody measured: which alerts and states a pathway would have given if nobody had acted on them. */
import type { Alert, RaisedFiring } from '../../alerts/index.ts'
import { addDuration, type Duration } from '../../interpreter/time/duration.ts'
import type { Actor, Instant, Value } from '../../interpreter/enrolment.ts'
import type { Pathway } from '../../interpreter/pathway.ts'
import { type Happening, SimulatedPatient } from '../patient.ts'
import type { Subject } from './submissions.ts'

/** A decision that is played a while after a state was entered, if the patient is still in that stay. */
export type PlayedDecision = { state: string; decision: string; after: Duration }

export type Replayed = {
  alerts: Alert[]
  states: { state: string; from: Instant }[]
}

/**
 * Enrols the patient at the first reading and sends everything at the moment it was measured. Each alert is kept when it is
 * raised and closed at once, so that `quiet` and edges hold and nothing waits for an answer. It ends with the last reading, or
 * with the second reading that is then still waited for. Throws RangeError when the pathway moves without end.
 */
export function replay(
  pathway: Pathway,
  subject: Subject,
  facts: Record<string, Value>,
  decisions: PlayedDecision[],
): Replayed {
  const replayed: Replayed = { alerts: [], states: [] }
  const first = subject.submissions[0]
  if (!first) return replayed
  const happened = ({ at, effects, alertEffects }: Happening): void => {
    for (const effect of effects) if (effect.type === 'entered') replayed.states.push({ state: effect.state, from: at })
    for (const effect of alertEffects) if (effect.type === 'raised') replayed.alerts.push(effect.alert)
  }
  const patient = SimulatedPatient.enrolled([{ pathway, facts }], first.at, subject.subject, { happened })
  for (const { at, readings } of subject.submissions) {
    passTo(patient, at, decisions)
    patient.happen({ type: 'submission', readings })
    closeAll(patient)
  }
  // A wait ends just after its deadline.
  const deadlines = Object.values(patient.enrolment.remeasuring).map(({ deadline }) => deadline + 1)
  passTo(patient, Math.max(patient.now, ...deadlines), decisions)
  return replayed
}

/** Lets time pass wake-up by wake-up, closing what is raised and playing the decisions that fall due. */
function passTo(patient: SimulatedPatient, until: Instant, decisions: PlayedDecision[]): void {
  closeAll(patient)
  for (;;) {
    const decision = dueDecision(patient, decisions)
    const next = Math.min(patient.wake ?? Infinity, decision?.at ?? Infinity)
    if (next > until) break
    const { since } = patient.enrolment
    patient.pass(next)
    // The wake-up of this instant goes first, and may have ended the stay.
    if (decision?.at === next && patient.enrolment.since === since) decide(patient, decision.decision)
    closeAll(patient)
  }
  patient.pass(until)
}

/** The decision of this stay that lies ahead. */
function dueDecision({ pathway, enrolment, now }: SimulatedPatient, decisions: PlayedDecision[]) {
  const found = decisions.find(({ state }) => state === enrolment.state)
  if (!found || enrolment.exit !== undefined) return null
  const at = addDuration(pathway.zone, enrolment.since, found.after)
  return at > now ? { at, decision: found.decision } : null
}

/** Taken by the first role that may take it; one that is refused is not tried again in this stay. */
function decide(patient: SimulatedPatient, decision: string): void {
  const transitions = patient.pathway.states.get(patient.enrolment.state)!.transitions
  const triggers = transitions.flatMap(({ trigger }) => (trigger.type === 'decision' ? [trigger] : []))
  const role = triggers.find((trigger) => trigger.decision === decision)?.by[0] ?? ''
  patient.happen({ type: 'decision', decision, by: { person: role, role } })
}

const REPLAY: Actor = { person: 'replay', role: 'replay' }

function closeAll(patient: SimulatedPatient): void {
  for (const { id } of patient.alerts.open)
    patient.act({ type: 'resolved', alert: id, by: REPLAY, outcome: 'wait-and-see' })
}

/** The readings behind an alert, each once, in order of time. */
export function readingsBehind({ head, under }: Alert): RaisedFiring['because'] {
  const readings = new Map([head, ...under].flatMap(({ because }) => because).map((reading) => [reading.id, reading]))
  return [...readings.values()].toSorted((one, other) => one.at - other.at)
}
