/** The rounds that a patient can go by the pathway alone, without anybody deciding. */
import type { PathwayDefinition, Transition } from '../../../../schemas/index.ts'
import { arrivalIn, type StatePart, type TransitionPart } from '../../walk.ts'
import type { Examined } from '../rule.ts'
import { once } from './once.ts'
import { leafStatesOf, transitionsOf } from './walked.ts'

/** A transition as it is taken from one state that a patient can be in to another. `before` are the moves that would go first. */
export type Move = {
  path: string
  from: string
  to: string
  transition: Transition
  owner: string | null
  before: Move[]
}

/** A round: each move begins where the one before it ends. */
export type Round = Move[]

/** Longer rounds, and more of them, are not looked for: their authors could not have meant them either. */
const LONGEST = 6
const MOST = 2_000
/** With so many states and transitions no author sees through them, and neither do the checks. */
const TOO_MANY = 20_000

/** The moves that happen by themselves, per state, in their order of precedence. */
export const automaticMoves = once((pathway: Examined): Map<string, Move[]> => {
  const leaves = leafStatesOf(pathway).filter(({ state }) => state.exit === undefined)
  if (leaves.length * transitionsOf(pathway).length > TOO_MANY) return new Map()
  return new Map(leaves.map((leaf) => [leaf.id, movesFrom(pathway, leaf)]))
})

function movesFrom(pathway: Examined, { id: from, phase }: StatePart): Move[] {
  const owners = [from, ...(phase ? [phase.id] : []), null]
  const known = new Set(leafStatesOf(pathway).map(({ id }) => id))
  const moves: Move[] = []
  for (const owner of owners)
    for (const part of transitionsOf(pathway).filter(({ state }) => state === owner)) {
      const to = target(pathway.definition, part)
      if (to !== null && known.has(to))
        moves.push({ path: part.path, from, to, transition: part.transition, owner, before: [...moves] })
    }
  return moves
}

/** Where a transition leads that nobody has to decide on or report; null for all others. */
function target(definition: PathwayDefinition, { transition }: TransitionPart): string | null {
  const { to, decision, event, confirm } = transition
  if (to === undefined || decision !== undefined || event !== undefined || confirm !== undefined) return null
  return arrivalIn(definition, to)
}

/** What begins a move besides its condition; null when the condition alone does. */
export const triggerOf = ({ transition: { threshold, completed, after } }: Move): string | null =>
  threshold ?? completed ?? after ?? null

/** Every round in which each state is passed once, from the moves that `fits` lets through. */
export function rounds(moves: Map<string, Move[]>, fits: (move: Move) => boolean): Round[] {
  const order = new Map([...moves.keys()].map((state, index) => [state, index]))
  const found: Round[] = []
  let steps = 0
  const search = (start: string, way: Round): void => {
    const at = way.at(-1)?.to ?? start
    for (const move of moves.get(at) ?? []) {
      if (++steps > MOST || !fits(move)) continue
      if (move.to === start) found.push([...way, move])
      else if (
        way.length + 1 < LONGEST &&
        order.get(move.to)! > order.get(start)! &&
        !way.some(({ to }) => to === move.to)
      )
        search(start, [...way, move])
    }
  }
  for (const start of moves.keys()) search(start, [])
  return found.filter(repeats)
}

/** What a phase did once it does not do again while the patient stays inside it. */
const repeats = (round: Round): boolean =>
  round.every(({ owner, from }) => {
    const inside = (state: string): boolean => state.startsWith(`${owner}.`)
    return owner === null || !inside(from) || round.some(({ to }) => !inside(to))
  })
