/** The states of a pathway as a graph: which state leads to which, as the author meant it. */
import { nearest } from '../nearest.ts'
import { statesIn, transitionsIn } from '../walk.ts'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { Examined } from './rule.ts'

/** `always`: by a transition that holds in every state. */
export type Arrow = { from: string; to: string; always: boolean }

/** `unsure`: some arrow points at a name that is nothing like any state, so it might lead anywhere. */
export type Graph = { states: string[]; exits: string[]; initial: string | null; arrows: Arrow[]; unsure: boolean }

/**
 * Arrows are taken from what the author wrote, mistakes and all, and a misspelt state counts as the one that was meant:
 * one slip is reported as an unknown name, not once more as a state that cannot be reached.
 */
export function graphOf({ raw, names, broken }: Examined): Graph {
  const definition = raw as PathwayDefinition
  const states = names('states')
  const meant = (name: unknown): string | null =>
    typeof name !== 'string' ? null : states.includes(name) ? name : nearest(name, states)
  const targets = transitionsIn(definition).filter(({ transition }) => Object.hasOwn(transition, 'to'))
  const arrows = targets.flatMap(({ state, transition }) => {
    const to = meant(transition.to)
    return to === null ? [] : (state === null ? states : [state]).map((from) => ({ from, to, always: state === null }))
  })
  return {
    states,
    exits: statesIn(definition)
      .filter(({ state }) => state.exit !== undefined)
      .map(({ id }) => id),
    initial: meant(definition.initial),
    arrows: arrows.filter(({ from }) => !isExit(definition, from)),
    unsure:
      targets.some(({ transition }) => meant(transition.to) === null) ||
      meant(definition.initial) === null ||
      misshapen(definition, broken),
  }
}

const isExit = (definition: PathwayDefinition, state: string): boolean => definition.states[state]?.exit !== undefined

/** A state, a list of transitions or a key in one of them that cannot be read may hide an arrow. */
const misshapen = (definition: PathwayDefinition, broken: Examined['broken']): boolean =>
  statesIn(definition).length < Object.keys(definition.states ?? {}).length ||
  (broken('/always') && !Array.isArray(definition.always)) ||
  transitionsIn(definition).some(({ path, transition }) => broken(path) && !Object.hasOwn(transition, 'to'))

/** The states that can be reached from `start` along `arrows`, each with the way to it (itself the last). */
export function waysFrom(start: string, arrows: readonly Arrow[]): Map<string, string[]> {
  const ways = new Map([[start, [start]]])
  for (const [state, way] of ways)
    for (const { from, to } of arrows) if (from === state && !ways.has(to)) ways.set(to, [...way, to])
  return ways
}

/** The states from which one of `goals` can be reached along `arrows`, the goals themselves included. */
export const leadingTo = (goals: readonly string[], arrows: readonly Arrow[]): Set<string> => {
  const found = new Set(goals)
  for (const state of found) for (const { from, to } of arrows) if (to === state) found.add(from)
  return found
}
