/** From a written transition to what `step` looks at. */
import type { Condition, Transition } from '../../../schemas/index.ts'
import { compileCondition, type ConditionContext } from '../condition/condition.ts'
import type { CompiledTransition, Stay, Trigger } from '../pathway.ts'
import { parseDuration } from '../time/duration.ts'
import { arrivalIn, partsOf, type TransitionPart } from '../walk.ts'

/** `stay` says whether it belongs to a phase with sub-states. */
export function compileTransition(part: TransitionPart, stay: Stay, context: ConditionContext): CompiledTransition {
  const { transition, path, id, state } = part
  const { title, because, alert, message, confirm } = transition
  return {
    id,
    path,
    from: state,
    stay,
    ...(title ? { title } : {}),
    ...(because ? { because } : {}),
    trigger: triggerOf(transition),
    ...(transition.if ? { if: compileCondition(transition.if, `${path}/if`, { ...context, stay }) } : {}),
    ...targetOf(transition.to, context),
    ...(alert ? { alert: typeof alert === 'string' ? { route: alert } : alert } : {}),
    ...(message ? { message } : {}),
    ...(confirm ? { confirm } : {}),
    lasting: [...(transition.after ? [transition.after] : []), ...lengthsIn(transition.if)],
  }
}

/** The lengths of stay that a condition asks for. */
export const lengthsIn = (condition: Condition | undefined): string[] =>
  condition ? partsOf({ path: '', condition }).flatMap((part) => part.condition.inState ?? []) : []

function targetOf(
  to: string | undefined,
  { definition }: ConditionContext,
): Pick<CompiledTransition, 'to' | 'intoPhase'> {
  if (to === undefined) return {}
  const arrival = arrivalIn(definition, to)
  return arrival === to ? { to } : { to: arrival, intoPhase: true }
}

function triggerOf(transition: Transition): Trigger {
  if (transition.threshold) return { type: 'threshold', threshold: transition.threshold }
  if (transition.completed) return { type: 'completed', schedule: transition.completed }
  if (transition.decision) return { type: 'decision', decision: transition.decision, by: transition.by ?? [] }
  if (transition.event) return { type: 'event', event: transition.event }
  if (transition.after) return { type: 'after', after: parseDuration(transition.after) }
  return { type: 'none' }
}
