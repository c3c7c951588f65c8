/** Rule `unreachable-state`: a patient can get into every state. */
import { fill } from '../say.ts'
import { graphOf, waysFrom } from './reasoning/graph.ts'
import { allTitled, statePath, titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  message: {
    nl: 'In de fase “{state}” kan niemand komen: geen overgang gaat erheen. Voeg een overgang toe, of verwijder de fase.',
    en: 'Nobody can get into the state “{state}”: no transition leads to it. Add a transition, or remove the state.',
  },
  example: {
    nl: 'Een patiënt begint in “{initial}” en komt hooguit in {reached}, nooit in “{state}”.',
    en: 'A patient begins in “{initial}” and gets at most into {reached}, never into “{state}”.',
  },
}

export const unreachableState: Rule = {
  code: 'unreachable-state',
  check: (pathway) => {
    const { states, initial, arrows, unsure } = graphOf(pathway)
    if (unsure || initial === null) return []
    const ways = waysFrom(initial, arrows)
    const missed = states.filter((state) => !ways.has(state))
    return [...new Set(missed.map((state) => wholePhase(state, states, missed)))].map((state) =>
      finding(
        pathway,
        state,
        initial,
        states.filter((other) => ways.has(other)),
      ),
    )
  },
}

/** A phase of which nobody can get into any sub-state is one finding. */
function wholePhase(state: string, states: readonly string[], missed: readonly string[]): string {
  const [phase] = state.split('.') as [string]
  const inside = states.filter((other) => other.startsWith(`${phase}.`))
  return inside.length > 0 && inside.every((other) => missed.includes(other)) ? phase : state
}

function finding({ definition }: Examined, name: string, initial: string, reached: string[]): Draft {
  const state = titled(definition, 'states', name)
  const about = {
    state,
    initial: titled(definition, 'states', initial),
    reached: allTitled(definition, 'states', reached),
  }
  return { path: statePath(name), at: 'key', message: fill(words.message, about), example: fill(words.example, about) }
}
