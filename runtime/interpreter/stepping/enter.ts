/** Moves the patient: leaves a state, enters the next, and looks at once at what is already true there. */
import type { Enrolment, Proposal } from '../enrolment.ts'
import { sendMessage } from './fire.ts'
import type { CompiledState, CompiledTransition } from '../pathway.ts'
import { hold, stateOf, type Run } from './run.ts'
import { continueSchedules } from './schedules.ts'
import { fixBaselines } from './scores.ts'
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
    lookAtThresholds(run, true)
  }
  throw new RangeError(`Pathway ${run.pathway.id} keeps moving at one instant, last in state ${run.enrolment.state}`)
}

/**
 * Takes a transition. What belongs to a trigger is used up by it: the next state has seen neither the decision nor the
 * completion, and of the thresholds that fired one moves the patient, once. A transition that can be taken again from
 * where it leads (of `always`, of a phase, or to its own state) is still true there and waits until it has been false.
 */
export function move(run: Run, transition: CompiledTransition): void {
  run.marks.taken = transition.id
  run.completed = null
  if (transition.trigger.type === 'threshold') run.moving = null
  run.event = null
  enter(run, run.pathway.machine.next(run.enrolment.state, transition.id), transition)
  if (transition.trigger.type === 'none' && stateOf(run).transitions.includes(transition))
    hold(run, transition.id, true)
}

/**
 * Enters a state: what was true of single readings and of its transitions is forgotten, running schedules go on, others
 * begin or end. Between two sub-states of one phase the stay in the phase goes on, and what its transitions remember
 * with it. A threshold on windows that the state before watched too goes on as well: it was told, and no reading is new.
 */
export function enter(run: Run, state: string, transition: CompiledTransition | null): void {
  const { enrolment } = run
  const from = transition ? enrolment.state : null
  const entered = run.pathway.states.get(state)!
  const phase = transition && !transition.intoPhase ? samePhase(run, entered) : undefined
  const told = transition ? toldBefore(stateOf(run), entered) : []
  enrolment.state = state
  enrolment.since = run.now
  if (entered.phase === undefined) delete enrolment.phaseSince
  else if (phase === undefined) enrolment.phaseSince = run.now
  forgetStay(run, phase, told)
  continueSchedules(run, entered)
  const exit = entered.exit === undefined ? {} : { exit: entered.exit }
  run.effects.push({ type: 'entered', state, from, transition: transition?.id ?? null, ...exit })
  if (phase === undefined && entered.phase !== undefined) fixBaselines(run, { entering: entered.phase })
  fixBaselines(run, { entering: entered.name })
  const greetings = phase === undefined ? entered.phaseMessages : []
  for (const message of [...greetings, ...entered.messages]) sendMessage(run, message)
  if (entered.exit !== undefined) end(run, entered.exit)
}

/** The phase that the patient is in already and stays in; undefined when there is none. */
function samePhase(run: Run, entered: CompiledState): string | undefined {
  return entered.phase !== undefined && stateOf(run).phase === entered.phase ? entered.phase : undefined
}

/** Thresholds without a value that must have just arrived, that both states watch. */
const toldBefore = (before: CompiledState, entered: CompiledState): string[] =>
  entered.thresholds.filter((one) => !one.when.single && before.thresholds.includes(one)).map(({ key }) => key)

/** What was true, done and proposed belonged to the stay; only what belongs to a phase that goes on is kept. */
function forgetStay({ enrolment, effects }: Run, phase: string | undefined, told: string[]): void {
  const goesOn = (id: string): boolean => phase !== undefined && id.startsWith(`${phase}/`)
  enrolment.holding = only(enrolment.holding, (key) => goesOn(key) || told.includes(key))
  enrolment.acted = only(enrolment.acted, goesOn)
  const [kept, withdrawn] = [[] as Proposal[], [] as Proposal[]]
  for (const proposal of enrolment.proposals) (goesOn(proposal.id) ? kept : withdrawn).push(proposal)
  effects.push(...withdrawn.map(({ id }) => ({ type: 'withdrawn-proposal', id }) as const))
  enrolment.proposals = kept
}

const only = (truths: Enrolment['holding'], kept: (id: string) => boolean): Enrolment['holding'] =>
  Object.fromEntries(Object.entries(truths).filter(([id]) => kept(id)))

/** After the end nobody waits for a second reading any more: what was asked for one is told now. */
function end(run: Run, exit: string): void {
  run.enrolment.exit = exit
  fireUnconfirmed(run, Infinity)
}
