/** Rule `no-withdrawal`: the patient may stop at any time, from every state. */
import { fill } from '../say.ts'
import { graphOf, leadingTo } from './reasoning/graph.ts'
import { leafStatesOf, transitionsOf } from './reasoning/walked.ts'
import { isWhole } from './reasoning/whole.ts'
import { allTitled, titled } from './reasoning/wording.ts'
import type { Examined, Rule } from './rule.ts'

const words = {
  nowhere: {
    nl: 'De patiënt kan zelf niet stoppen. Voeg onder “always” een besluit toe dat de patiënt mag nemen (by: [ patient, … ]) en dat naar een einde gaat.',
    en: 'The patient cannot stop by themselves. Add a decision under “always” that the patient may take (by: [ patient, … ]) and that leads to an end.',
  },
  somewhere: {
    nl: 'In de fase “{state}” kan de patiënt zelf niet stoppen. Zet het besluit om te stoppen onder “always”: dan geldt het in elke fase.',
    en: 'In the state “{state}” the patient cannot stop by themselves. Put the decision to stop under “always”: then it holds in every state.',
  },
  example: {
    nl: 'Een patiënt in “{state}” die morgen wil stoppen, moet wachten tot een ander dat voor hem doet.',
    en: 'A patient in “{state}” who wants to stop tomorrow must wait until somebody else does it for them.',
  },
  cannotExample: {
    nl: 'Een patiënt in “{state}” die morgen wil stoppen, kan alleen kiezen uit: {choices}. Geen daarvan is een einde.',
    en: 'A patient in “{state}” who wants to stop tomorrow can only choose from: {choices}. None of them is an end.',
  },
}

export const noWithdrawal: Rule = {
  code: 'no-withdrawal',
  check: (pathway) => {
    const { exits, arrows, unsure } = graphOf(pathway)
    if (unsure || exits.length === 0 || !isWhole(pathway) || pathway.broken('/always') || pathway.broken('/states'))
      return [] // not known, or said by `no-way-out`
    const out = leadingTo(exits, arrows)
    const stays = leafStatesOf(pathway).filter(({ id, state }) => state.exit === undefined && out.has(id))
    const kept = stays.filter(({ id }) => !mayStop(pathway, id, exits))
    const [first] = kept
    if (first && kept.length === stays.length)
      return [{ path: '/states', at: 'key', message: fill(words.nowhere), example: example(pathway, first.id) }]
    return kept.map(({ path, id }) => ({
      path,
      at: 'key',
      message: fill(words.somewhere, { state: titled(pathway.definition, 'states', id) }),
      example: example(pathway, id),
    }))
  },
}

/** A decision that the patient takes alone, at any moment, straight to an end. A name that does not exist may mean one. */
function mayStop(pathway: Examined, state: string, exits: readonly string[]): boolean {
  const ends = (to: string): boolean => exits.includes(to) || pathway.names('states')?.includes(to) !== true
  return choicesIn(pathway, state).some(
    ({ to, confirm, if: guard }) => to !== undefined && ends(to) && confirm === undefined && guard === undefined,
  )
}

/** The decisions that the patient may take in a state: its own, those of its phase, and those of every state. */
const choicesIn = (pathway: Examined, state: string) =>
  transitionsOf(pathway).flatMap(({ state: from, transition }) =>
    (from === null || from === state || state.startsWith(`${from}.`)) && transition.by?.includes('patient')
      ? [transition]
      : [],
  )

function example(pathway: Examined, id: string) {
  const { definition } = pathway
  const state = titled(definition, 'states', id)
  const targets = choicesIn(pathway, id).flatMap(({ to }) => (to === undefined ? [] : [to]))
  return targets.length === 0
    ? fill(words.example, { state })
    : fill(words.cannotExample, { state, choices: allTitled(definition, 'states', [...new Set(targets)]) })
}
