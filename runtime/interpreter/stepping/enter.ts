/** Moves the patient: leaves a state, enters the next, and looks at once at what is already true there. */
import type { ScheduleProgress } from '../enrolment.ts'
import { sendMessage } from './fire.ts'
import type { CompiledState, CompiledTransition } from '../pathway.ts'
import { own } from '../own.ts'
import { hold, stateOf, type Run } from './run.ts'
import { beginSchedule } from '../time/schedule.ts'
import { fireUnconfirmed } from './second-reading.ts'
import { lookAtThresholds } from './threshold.ts'
import { lookAtTransitions } from './transition.ts'

/** More moves than this at one instant is a loop that the pathway's authors did not mean. */
const MOST_MOVES = 20

/** Looks, moves, and looks again until the patient rests. Throws RangeError when the pathway goes round without end. */
export function settle(run: Run): void {
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const leaving = lookAtTransitions(run)
    if (!leaving) return
    move(run, leaving)
    if (run.enrolment.exit !== undefined) return
    lookAtThresholds(run)
  }
  throw new RangeError(`Pathway ${run.pathway.id} keeps moving at one instant, last in state ${run.enrolment.state}`)
}

/**
 * Takes a transition. What belongs to a trigger is used up by it: the next state has seen neither the decision nor the
 * completion, and of the thresholds that fired one moves the patient, once. A transition that can be taken again from
 * where it leads (of `always`, or to its own state) is still true there and waits until it has been false.
 */
export function move(run: Run, transition: CompiledTransition): void {
  const from = run.enrolment.state
  run.marks.taken = transition.id
  const to = run.pathway.machine.next(from, transition.id)
  run.completed.clear()
  if (transition.trigger.type === 'threshold') run.moving.clear()
  if (!isStillToBeTaken(run, transition)) run.event = null
  enter(run, to, from, transition.id)
  if (transition.trigger.type === 'none' && stateOf(run).transitions.includes(transition))
    hold(run, transition.id, true)
}

/** A decision that may be taken in every state (such as to withdraw) is not lost because the patient moved at that very moment. */
function isStillToBeTaken({ event, pathway }: Run, { trigger }: CompiledTransition): boolean {
  if (event?.type !== 'decision' || trigger.type === 'decision') return false
  return pathway.transitions.some(
    (other) => other.from === null && other.trigger.type === 'decision' && other.trigger.decision === event.decision,
  )
}

/** Enters a state: nothing is remembered of what was true, running schedules go on, others begin or end. */
export function enter(run: Run, state: string, from: string | null, transition: string | null): void {
  const { enrolment } = run
  enrolment.state = state
  enrolment.since = run.now
  enrolment.holding = {}
  enrolment.acted = {}
  for (const { id } of enrolment.proposals) run.effects.push({ type: 'withdrawn-proposal', id })
  enrolment.proposals = []
  const entered = stateOf(run)
  enrolment.schedules = continueSchedules(run, entered)
  run.effects.push({
    type: 'entered',
    state,
    from,
    transition,
    ...(entered.exit === undefined ? {} : { exit: entered.exit }),
  })
  for (const message of entered.messages) sendMessage(run, message)
  if (entered.exit !== undefined) end(run, entered.exit)
}

/** After the end nobody waits for a second reading any more: what was asked for one is told now. */
function end(run: Run, exit: string): void {
  run.enrolment.exit = exit
  fireUnconfirmed(run, Infinity)
}

function continueSchedules(run: Run, entered: CompiledState): Record<string, ScheduleProgress> {
  const progress = entered.schedules.map((id) => {
    const running = own(run.enrolment.schedules, id)
    const goesOn = running && !running.completed
    return [id, goesOn ? running : beginSchedule(run.pathway.schedules.get(id)!, run.pathway.zone, run.now)] as const
  })
  return Object.fromEntries(progress)
}
