/** The ways through the states of a pathway, as xstate/graph finds them; what makes each transition happen is left to others. */
import { createMachine } from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import type { Pathway } from './pathway.ts'

/** A state that can be reached, and the transitions that lead there from the start, fewest first. */
export type Way = { state: string; transitions: string[] }

/** The shortest way to every state that the drawing connects to the start, the nearest first. Ids are those of transitions: `measuring/1`. */
export function waysThrough({ id, machine, states }: Pathway): Way[] {
  const numbers = new Map([...states.keys()].map((name, index) => [name, `s${index}`]))
  const names = [...numbers.keys()]
  const drawn = [...states.values()].map(({ name, transitions }) => {
    const moves = transitions.flatMap((one) =>
      one.to === undefined ? [] : [[one.id, machine.next(name, one.id)] as const],
    )
    const on = Object.fromEntries(
      moves.map(([event, to]) => [event.replaceAll('.', ':'), { target: numbers.get(to)! }]),
    )
    return [numbers.get(name)!, { on }] as const
  })
  const flat = createMachine({ id, initial: numbers.get(machine.initial)!, states: Object.fromEntries(drawn) })
  return getShortestPaths(flat)
    .map(({ state, steps }) => ({
      state: names[Number((state.value as string).slice(1))]!,
      transitions: steps.map(({ event }) => event.type.replaceAll(':', '.')).filter((type) => type !== 'xstate.init'),
    }))
    .toSorted((one, other) => one.transitions.length - other.transitions.length)
}
