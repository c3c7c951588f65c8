/** The transitions that hold in a state, in their order of precedence, and what is certain when one of them is true. */
import type { Condition, PathwayDefinition, Transition } from '../../../../schemas/index.ts'
import type { StatePart, TransitionPart } from '../../walk.ts'
import type { Examined } from '../rule.ts'
import { subjectKey } from './domain.ts'
import { once } from './once.ts'
import { alternatives, possible } from './satisfiable.ts'
import type { Literal } from './stretches.ts'
import { leafStatesOf, transitionsOf } from './walked.ts'

/** Of a state with more transitions than this nothing is said: every two of them are compared. */
const MOST = 40

/** Own transitions first, then those of the phase, then those that hold in every state; without what cannot be read. */
export function transitionsHere(pathway: Examined, { id, phase }: StatePart): TransitionPart[] {
  const all = readable(pathway)
  const here = [id, ...(phase ? [phase.id] : []), null].flatMap((owner) => all.filter(({ state }) => state === owner))
  return here.length > MOST ? [] : here
}

const readable = once((pathway: Examined): TransitionPart[] =>
  transitionsOf(pathway).filter(({ path }) => !pathway.broken(path)),
)

/** The states in which a patient can be and go on. */
export const livingStates = (pathway: Examined): StatePart[] =>
  leafStatesOf(pathway).filter(({ state }) => state.exit === undefined)

/** Leaves the state by itself: what is only proposed waits for somebody. */
export const leaves = ({ to, confirm }: Transition): boolean => to !== undefined && confirm === undefined

const triggers = ['threshold', 'completed', 'decision', 'event', 'after'] as const

/** What a transition waits for: `completed:week`; empty when it is looked at after everything. */
export const triggerOf = (transition: Transition): string =>
  triggers.flatMap((key) => (transition[key] === undefined ? [] : [`${key}:${transition[key]}`])).join()

/** The ways in which a guard is true; without one there is a single way that asks for nothing. Null when there are too many. */
export const waysOf = ({ if: guard }: Transition): Literal[][] | null => (guard ? alternatives(guard) : [[]])

/**
 * Whether one of `earlier` is certainly true whenever `guard` is. What `guard` does not make known may be unknown, and then
 * an earlier condition about it is not true.
 */
export function impliedBy(definition: PathwayDefinition, guard: Transition, earlier: readonly Transition[]): boolean {
  if (earlier.some((one) => one.if === undefined)) return true
  const [ways, covering] = [waysOf(guard), earlier.map(waysOf)]
  if (ways === null || covering.includes(null)) return false
  return ways
    .filter((way) => possible(definition, way))
    .every((way) =>
      coveredBy(
        definition,
        way,
        covering.flatMap((some) => some ?? []),
      ),
    )
}

function coveredBy(definition: PathwayDefinition, way: Literal[], covering: readonly Literal[][]): boolean {
  const certain = covering.filter((some) => some.every((literal) => isKnown(way, literal)))
  if (certain.length === 0) return false
  const none: Condition[] = certain.map((some) => ({ not: { all: some.map(spoken) } }))
  const others = alternatives({ all: [...way.map(spoken), ...none] })
  return others !== null && others.every((other) => !possible(definition, other))
}

/** A literal as the condition that it is. */
export const spoken = ({ condition, negated }: Literal): Condition => (negated ? { not: condition } : condition)

/** Subjects that are never unknown. */
const alwaysKnown = ['inState', 'missed', 'alerts', 'parameter'] as const

/** Known because `way` asks at least as much of the same value, or because it is never unknown. */
const isKnown = (way: readonly Literal[], { condition }: Literal): boolean =>
  alwaysKnown.some((key) => condition[key] !== undefined) ||
  way.some(
    ({ condition: known }) =>
      subjectKey(known) === subjectKey(condition) && (known.readings ?? 1) >= (condition.readings ?? 1),
  )
