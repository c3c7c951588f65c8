/** Looks at the transitions of the state, in order: which act, which one leaves, which are only proposed. */
import { stayedSince } from '../condition/stay.ts'
import { addDuration } from '../time/duration.ts'
import type { Reading } from '../enrolment.ts'
import { fireTransition } from './fire.ts'
import type { CompiledTransition } from '../pathway.ts'
import { guardSituation, hold, stateOf, tell, type Run } from './run.ts'
import type { Situation } from '../condition/situation.ts'
import type { Outcome, Truth } from '../trace.ts'

/**
 * Lets all that are true act; answers the one that leaves the state, or null: the first in order, but what a person decided
 * or a system reported goes before a condition that becomes true at the same moment, so that it is never lost.
 */
export function lookAtTransitions(run: Run): CompiledTransition | null {
  // What transitions do is written into the record of this run, which the situation shows: it is made once.
  const situation = guardSituation(run)
  const asked = askedFor(run, situation)
  let leaving = asked
  for (const transition of stateOf(run).transitions) {
    const outcome = act(run, transition, transition === asked ? null : leaving, situation)
    if (run.watch) tell(run, transition.id, transition.path, outcome, transition.if, situation)
    if (outcome === 'taken') leaving = transition
  }
  return leaving
}

/** The transition that a decision or report means, when it leads somewhere at once. */
function askedFor(run: Run, situation: Situation): CompiledTransition | null {
  if (run.event?.type !== 'decision' && run.event?.type !== 'report') return null
  const meant = stateOf(run).transitions.find(
    (one) => one.to && isAsked(run, one) && (!one.if || one.if.test(situation) === true),
  )
  return meant && !meant.confirm ? meant : null
}

function act(
  run: Run,
  transition: CompiledTransition,
  leaving: CompiledTransition | null,
  situation: Situation,
): Outcome {
  if (!isTriggered(run, transition)) return 'not-triggered'
  const truth = transition.if ? transition.if.test(situation) : true
  const edge = truth === true && (transition.trigger.type !== 'none' || !run.enrolment.holding[transition.id])
  if (transition.trigger.type === 'none' && truth !== null && !(edge && isPreceded(transition, leaving)))
    hold(run, transition.id, truth)
  if (truth === false) withdraw(run, transition)
  if (!edge) return withoutEdge(truth)
  if (isAsked(run, transition)) run.answered = true
  if (leaving && transition.to && sameTrigger(leaving, transition)) return 'preceded'
  return happen(run, transition, leaving, transition.if?.behind(situation) ?? [])
}

function withoutEdge(truth: Truth): Outcome {
  if (truth === null) return 'unknown'
  return truth ? 'still-true' : 'false'
}

function happen(
  run: Run,
  transition: CompiledTransition,
  leaving: CompiledTransition | null,
  because: Reading[],
): Outcome {
  if (transition.trigger.type === 'after' && !isPreceded(transition, leaving))
    run.enrolment.acted = { ...run.enrolment.acted, [transition.id]: true }
  if (!run.marks.fired.includes(transition.id)) fireTransition(run, transition, because)
  if (!transition.to) return 'fired'
  if (isPreceded(transition, leaving)) return 'preceded'
  if (!transition.confirm) return 'taken'
  propose(run, transition)
  return 'proposed'
}

/** Another one leads away first. It still has to happen where that one leads, when it holds there too: it is not remembered as done. */
const isPreceded = ({ to }: CompiledTransition, leaving: CompiledTransition | null): boolean =>
  to !== undefined && leaving !== null

/** Transitions on one trigger are alternatives: the first that holds is meant, a later one is its "otherwise". */
function sameTrigger(one: CompiledTransition, other: CompiledTransition): boolean {
  return (
    one.trigger.type !== 'none' &&
    JSON.stringify({ ...one.trigger, by: null }) === JSON.stringify({ ...other.trigger, by: null })
  )
}

function isTriggered(run: Run, transition: CompiledTransition): boolean {
  const { id, trigger, stay } = transition
  switch (trigger.type) {
    case 'threshold':
      return run.moving?.has(trigger.threshold) ?? false
    case 'completed':
      return run.completed?.has(trigger.schedule) ?? false
    case 'decision':
    case 'event':
      return isAsked(run, transition)
    case 'after':
      return (
        !run.enrolment.acted[id] &&
        run.now >= addDuration(run.pathway.zone, stayedSince(run.enrolment, stay), trigger.after)
      )
    case 'none':
      return true
  }
}

/** Whether it answers the decision that was taken, by who may take it, or the event that was reported. */
function isAsked({ event }: Run, { trigger }: CompiledTransition): boolean {
  if (event?.type === 'decision' && trigger.type === 'decision')
    return event.decision === trigger.decision && trigger.by.includes(event.by.role)
  return event?.type === 'report' && trigger.type === 'event' && event.event === trigger.event
}

/** What is no longer true is no longer proposed. */
function withdraw(run: Run, { id }: CompiledTransition): void {
  const { proposals } = run.enrolment
  if (proposals.length === 0 || !proposals.some((proposal) => proposal.id === id)) return
  run.enrolment.proposals = proposals.filter((proposal) => proposal.id !== id)
  run.effects.push({ type: 'withdrawn-proposal', id })
}

function propose(run: Run, transition: CompiledTransition): void {
  if (run.enrolment.proposals.some(({ id }) => id === transition.id)) return
  const proposal = { id: transition.id, to: transition.to!, roles: transition.confirm!, since: run.now }
  run.enrolment.proposals = [...run.enrolment.proposals, proposal]
  run.effects.push({ type: 'proposed', proposal })
}
