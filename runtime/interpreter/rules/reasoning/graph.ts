/** The states of a pathway as a graph: which state leads to which, as the author meant it. */
import { nearest } from '../../nearest.ts'
import { leafStatesIn, statesIn, transitionsIn } from '../../walk.ts'
import type { PathwayDefinition } from '../../../../schemas/index.ts'
import type { Examined } from '../rule.ts'
import { once } from './once.ts'

/** `always`: by a transition that holds in every state. */
export type Arrow = { from: string; to: string; always: boolean }

/** `states` are those that a patient can be in: sub-states instead of their phase. `unsure`: some arrow points at a name that is nothing like any state, so it might lead anywhere. */
export type Graph = { states: string[]; exits: string[]; initial: string | null; arrows: Arrow[]; unsure: boolean }

/**
 * Arrows are taken from what the author wrote, mistakes and all, and a misspelt state counts as the one that was meant:
 * one slip is reported as an unknown name, not once more as a state that cannot be reached.
 */
export const graphOf = once((pathway: Examined): Graph => {
  const definition = pathway.raw as PathwayDefinition
  const known = pathway.names('states') ?? []
  const meant = guessing(known)
  const leaves = leavesOf(known)
  const states = [...leaves.values()].flat()
  const exits = leafStatesIn(definition).flatMap(({ id, state }) => (state.exit === undefined ? [] : [id]))
  const arrivals = arrivalsIn(definition, leaves)
  const [initial] = arrivals.get(meant(definition.initial) ?? '') ?? []
  return {
    states,
    exits,
    initial: initial ?? null,
    arrows: arrowsIn(definition, { states, leaves, arrivals, meant }).filter(({ from }) => !exits.includes(from)),
    unsure: initial === undefined || goesNowhere(definition, meant) || misshapen(pathway, known.length),
  }
})

/** For each state the states that a patient in it can be in: the sub-states of a phase, else the state itself. In the order of the text. */
function leavesOf(known: readonly string[]): Map<string, string[]> {
  const leaves = new Map<string, string[]>()
  for (const name of known.filter((one) => !one.includes('.'))) leaves.set(name, [])
  for (const name of known) leaves.get(name.split('.')[0]!)?.push(...(name.includes('.') ? [name] : []))
  for (const [name, inside] of leaves) if (inside.length === 0) inside.push(name)
  return leaves
}

/** For each name where a patient arrives who goes there. Without a known beginning, a phase may begin in any of its sub-states. */
function arrivalsIn(definition: PathwayDefinition, leaves: Map<string, string[]>): Map<string, string[]> {
  const arrivals = new Map([...leaves.values()].flat().map((leaf) => [leaf, [leaf]]))
  for (const [name, inside] of leaves) {
    if (inside[0] === name) continue
    const initial = `${name}.${definition.states[name]?.initial}`
    arrivals.set(name, inside.includes(initial) ? [initial] : inside)
  }
  return arrivals
}

type Ways = { states: string[]; leaves: Map<string, string[]>; arrivals: Map<string, string[]>; meant: Guess }

/** A transition of a phase leads away from each of its sub-states, one to a phase leads into its initial sub-state. */
const arrowsIn = (definition: PathwayDefinition, { states, leaves, arrivals, meant }: Ways): Arrow[] =>
  targetsIn(definition).flatMap(({ state, transition }) =>
    (arrivals.get(meant(transition.to) ?? '') ?? []).flatMap((to) =>
      (state === null ? states : (leaves.get(state) ?? [state])).map((from) => ({ from, to, always: state === null })),
    ),
  )

const targetsIn = (definition: PathwayDefinition) =>
  transitionsIn(definition).filter(({ transition }) => Object.hasOwn(transition, 'to'))

const goesNowhere = (definition: PathwayDefinition, meant: Guess): boolean =>
  targetsIn(definition).some(({ transition }) => meant(transition.to) === null)

type Guess = (name: unknown) => string | null

/** Takes a name for the state that was meant. After many unknown names it stops guessing: then the text is something else. */
function guessing(states: readonly string[]): Guess {
  const known = new Map<string, string | null>(states.map((state) => [state, state]))
  return (name) => {
    if (typeof name !== 'string') return null
    if (!known.has(name)) known.set(name, known.size < states.length + GUESSES ? nearest(name, states) : null)
    return known.get(name) ?? null
  }
}

const GUESSES = 50

/** A state, a list of transitions or a key in one of them that cannot be read may hide an arrow. */
function misshapen({ raw, broken }: Examined, stateCount: number): boolean {
  const definition = raw as PathwayDefinition
  return (
    statesIn(definition).length < stateCount ||
    (broken('/always') && !Array.isArray(definition.always)) ||
    transitionsIn(definition).some(({ path, transition }) => broken(path) && !Object.hasOwn(transition, 'to'))
  )
}

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
