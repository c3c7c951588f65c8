/** Looks at the transitions of the state, in order: which act, which one leaves, which are only proposed. */
import { addDuration } from '../time/duration.ts'
import type { Reading } from '../enrolment.ts'
import { fireTransition } from './fire.ts'
import type { CompiledTransition } from '../pathway.ts'
import { guardSituation, hold, stateOf, tell, type Run } from './run.ts'
import type { Outcome, Truth } from '../trace.ts'

/** Lets all that are true act; answers the first that leaves the state, or null. */
export function lookAtTransitions(run: Run): CompiledTransition | null {
  let leaving: CompiledTransition | null = null
  for (const transition of stateOf(run).transitions) {
    const outcome = act(run, transition, leaving)
    tell(run, transition.id, transition.path, outcome, transition.if, guardSituation(run))
    if (outcome === 'taken') leaving = transition
  }
  return leaving
}

function act(run: Run, transition: CompiledTransition, leaving: CompiledTransition | null): Outcome {
  if (!isTriggered(run, transition)) return 'not-triggered'
  const truth = transition.if ? transition.if.test(guardSituation(run)) : true
  const edge = truth === true && (transition.trigger.type !== 'none' || !run.enrolment.holding[transition.id])
  if (transition.trigger.type === 'none' && truth !== null) hold(run, transition.id, truth)
  if (truth === false) withdraw(run, transition)
  if (!edge) return withoutEdge(truth)
  if (leaving && transition.to && sameTrigger(leaving, transition)) return 'preceded'
  return happen(run, transition, leaving)
}

function withoutEdge(truth: Truth): Outcome {
  if (truth === null) return 'unknown'
  return truth ? 'still-true' : 'false'
}

function happen(run: Run, transition: CompiledTransition, leaving: CompiledTransition | null): Outcome {
  const because: Reading[] = transition.if?.behind(guardSituation(run)) ?? []
  if (transition.trigger.type === 'after') run.enrolment.acted = { ...run.enrolment.acted, [transition.id]: true }
  if (!run.marks.fired.includes(transition.id)) fireTransition(run, transition, because)
  if (!transition.to) return 'fired'
  if (leaving) return 'preceded'
  if (!transition.confirm) return 'taken'
  propose(run, transition)
  return 'proposed'
}

/** Transitions on one trigger are alternatives: the first that holds is meant, a later one is its "otherwise". */
function sameTrigger(one: CompiledTransition, other: CompiledTransition): boolean {
  return (
    one.trigger.type !== 'none' &&
    JSON.stringify({ ...one.trigger, by: null }) === JSON.stringify({ ...other.trigger, by: null })
  )
}

function isTriggered(run: Run, { id, trigger }: CompiledTransition): boolean {
  switch (trigger.type) {
    case 'threshold':
      return run.moving.has(trigger.threshold)
    case 'completed':
      return run.completed.has(trigger.schedule)
    case 'decision':
      return (
        run.event?.type === 'decision' &&
        run.event.decision === trigger.decision &&
        trigger.by.includes(run.event.by.role)
      )
    case 'after':
      return !run.enrolment.acted[id] && run.now >= addDuration(run.pathway.zone, run.enrolment.since, trigger.after)
    case 'none':
      return true
  }
}

/** What is no longer true is no longer proposed. */
function withdraw(run: Run, { id }: CompiledTransition): void {
  if (!run.enrolment.proposals.some((proposal) => proposal.id === id)) return
  run.enrolment.proposals = run.enrolment.proposals.filter((proposal) => proposal.id !== id)
  run.effects.push({ type: 'withdrawn-proposal', id })
}

function propose(run: Run, transition: CompiledTransition): void {
  if (run.enrolment.proposals.some(({ id }) => id === transition.id)) return
  const proposal = { id: transition.id, to: transition.to!, roles: transition.confirm!, since: run.now }
  run.enrolment.proposals = [...run.enrolment.proposals, proposal]
  run.effects.push({ type: 'proposed', proposal })
}
