/** What the schema cannot say: one subject and one comparator in a condition, one trigger in a transition, `from` before `to`. */
import type { PathwayDefinition, Transition } from '../../../schemas/index.ts'
import { parentOf } from '../pointer.ts'
import { conditionsIn, partsOf, statesIn, transitionsIn } from '../walk.ts'
import { bandFindings } from './bands.ts'
import { conditionFinding } from './condition.ts'
import { fitFinding } from './fit.ts'
import { orderFindings } from './order.ts'
import { phaseFindings } from './phases.ts'
import { scoreFindings } from './scores.ts'
import type { ShapeFinding } from './shape.ts'
import { say } from '../say.ts'

/**
 * The mistakes in `value` that the schema lets through. A part in which the schema already found a slip in a key is left
 * alone: what seems to be missing there is what was misspelt.
 */
export function structureFindings(value: unknown, shape: readonly ShapeFinding[]): ShapeFinding[] {
  const definition = value as PathwayDefinition
  const unclear = new Set(shape.flatMap(({ code, path }) => (code === 'unknown-key' ? [parentOf(path)] : [])))
  const conditions = conditionsIn(definition)
    .flatMap(partsOf)
    .filter(({ path }) => !unclear.has(path))
  const transitions = transitionsIn(definition).filter(({ path }) => !unclear.has(path))
  return [
    ...conditions.flatMap((part) => conditionFinding(part) ?? fitFinding(definition, part) ?? []),
    ...transitions.flatMap(({ path, transition }) => transitionFinding(path, transition) ?? []),
    ...statesIn(definition).flatMap(({ path, state }) =>
      goesOn(state)
        ? [{ code: 'exit-goes-on', path, at: 'key', message: say('exit-goes-on') } satisfies ShapeFinding]
        : [],
    ),
    ...orderFindings(definition),
    ...[...scoreFindings(definition), ...bandFindings(definition), ...phaseFindings(definition)].filter(
      ({ path }) => !unclear.has(path),
    ),
  ]
}

const triggers = ['threshold', 'completed', 'decision', 'event', 'after'] as const satisfies (keyof Transition)[]
const effects = ['to', 'alert', 'message'] as const satisfies (keyof Transition)[]

function transitionFinding(path: string, transition: Transition): ShapeFinding | null {
  const present = triggers.filter((key) => Object.hasOwn(transition, key))
  if (Object.keys(transition).length === 0) return null // the schema says so
  if (present.length > 1)
    return {
      code: 'transition-trigger',
      path,
      drop: path,
      message: say('transition-trigger', { triggers: present.join(', ') }),
    }
  if (!effects.some((key) => Object.hasOwn(transition, key)))
    return { code: 'transition-effect', path, message: say('transition-effect') }
  if (present.length === 0 && !Object.hasOwn(transition, 'if') && !Object.hasOwn(transition, 'by'))
    return { code: 'transition-cause', path, message: say('transition-cause') }
  return null
}

/** An exit is the end: nothing is measured and nothing follows. */
const goesOn = (state: { exit?: unknown; transitions?: unknown[]; schedules?: unknown[] }): boolean =>
  state.exit !== undefined &&
  [state.transitions, state.schedules].some((list) => Array.isArray(list) && list.length > 0)
