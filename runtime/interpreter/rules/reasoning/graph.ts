/** The states of a pathway as a graph: which state leads to which, as the author meant it. */
import { nearest } from '../../nearest.ts'
import { statesIn, transitionsIn } from '../../walk.ts'
import type { PathwayDefinition } from '../../../../schemas/index.ts'
import type { Examined } from '../rule.ts'

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
  const states = names('states') ?? []
  const meant = guessing(states)
  const targets = transitionsIn(definition).filter(({ transition }) => Object.hasOwn(transition, 'to'))
  const arrows = targets.flatMap(({ state, transition }) => {
    const to = meant(transition.to)
    return to === null ? [] : (state === null ? states : [state]).map((from) => ({ from, to, always: state === null }))
  })
  const exits = statesIn(definition).flatMap(({ id, state }) => (state.exit === undefined ? [] : [id]))
  return {
    states,
    exits,
    initial: meant(definition.initial),
    arrows: arrows.filter(({ from }) => !exits.includes(from)),
    unsure:
      targets.some(({ transition }) => meant(transition.to) === null) ||
      meant(definition.initial) === null ||
      misshapen(definition, broken, states.length),
  }
}

/** Takes a name for the state that was meant. After many unknown names it stops guessing: then the text is something else. */
function guessing(states: readonly string[]): (name: unknown) => string | null {
  const known = new Map<string, string | null>(states.map((state) => [state, state]))
  return (name) => {
    if (typeof name !== 'string') return null
    if (!known.has(name)) known.set(name, known.size < states.length + GUESSES ? nearest(name, states) : null)
    return known.get(name) ?? null
  }
}

const GUESSES = 50

/** A state, a list of transitions or a key in one of them that cannot be read may hide an arrow. */
const misshapen = (definition: PathwayDefinition, broken: Examined['broken'], stateCount: number): boolean =>
  statesIn(definition).length < stateCount ||
  (broken('/always') && !Array.isArray(definition.always)) ||
  transitionsIn(definition).some(({ path, transition }) => broken(path) && !Object.hasOwn(transition, 'to'))

/** The states that can be reached from `start` along `arrows`, each with the way to it (itself the last). */
export function waysFrom(start: string, arrows: readonly Arrow[]): Map<string, string[]> {
  const ways = new Map([[start, [start]]])
  const targets = grouped(arrows, 'from', 'to')
  for (const [state, way] of ways)
    for (const to of targets.get(state) ?? []) if (!ways.has(to)) ways.set(to, [...way, to])
  return ways
}

/** The states from which one of `goals` can be reached along `arrows`, the goals themselves included. */
export const leadingTo = (goals: readonly string[], arrows: readonly Arrow[]): Set<string> => {
  const found = new Set(goals)
  const sources = grouped(arrows, 'to', 'from')
  for (const state of found) for (const from of sources.get(state) ?? []) found.add(from)
  return found
}

/** The states at one end of the arrows, by the state at the other end. */
function grouped(arrows: readonly Arrow[], key: 'from' | 'to', value: 'from' | 'to'): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>()
  for (const arrow of arrows) groups.set(arrow[key], (groups.get(arrow[key]) ?? new Set()).add(arrow[value]))
  return groups
}
