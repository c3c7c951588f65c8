/** Rule `no-way-out`: from every state there is a way to the end of the pathway. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { BothLanguages } from '../problem.ts'
import { fill } from '../say.ts'
import { graphOf, leadingTo, waysFrom, type Graph } from './reasoning/graph.ts'
import type { Draft, Examined, Rule } from './rule.ts'
import { both, statePath, titled } from './reasoning/wording.ts'

const words = {
  noExit: {
    nl: 'Dit zorgpad heeft geen einde. Geef ten minste één fase een “exit”.',
    en: 'This pathway has no end. Give at least one state an “exit”.',
  },
  noExitExample: {
    nl: 'Een patiënt die in “{state}” begint, wordt nooit uitgeschreven.',
    en: 'A patient who begins in “{state}” is never discharged.',
  },
  noWayOut: {
    nl: 'Uit de fase “{state}” leidt geen weg naar een einde. Voeg een overgang toe, of geef de fase een “exit”.',
    en: 'No way leads from the state “{state}” to an end. Add a transition, or give the state an “exit”.',
  },
  noWayOutExample: {
    nl: 'Een patiënt met deze weg blijft hier voor altijd: {way}.',
    en: 'A patient who goes this way stays here for ever: {way}.',
  },
  onlyAlways: {
    nl: 'Uit de fase “{state}” komt een patiënt alleen met een overgang die in elke fase geldt. Is dat de bedoeling?',
    en: 'A patient leaves the state “{state}” only by a transition that holds in every state. Is that what you want?',
  },
  onlyAlwaysExample: {
    nl: 'Een patiënt met deze weg blijft hier tot iemand hem uitschrijft: {way}.',
    en: 'A patient who goes this way stays here until somebody takes them out: {way}.',
  },
}

export const noWayOut: Rule = {
  code: 'no-way-out',
  check: (pathway) => {
    const graph = graphOf(pathway)
    if (graph.unsure || graph.states.length === 0) return []
    if (graph.exits.length === 0)
      return [{ path: '/states', at: 'key', message: words.noExit, example: noExit(pathway, graph) }]
    return stuck(pathway, graph)
  },
}

const noExit = ({ definition }: Examined, { initial, states }: Graph) =>
  fill(words.noExitExample, { state: titled(definition, 'states', initial ?? states[0]!) })

/** No way at all is an error. Only a way that holds in every state (withdrawal, as a rule) is worth a second look. */
function stuck(pathway: Examined, graph: Graph): Draft[] {
  const anyWay = leadingTo(graph.exits, graph.arrows)
  const ownWay = leadingTo(
    graph.exits,
    graph.arrows.filter(({ always }) => !always),
  )
  return graph.states.flatMap((state) => {
    if (ownWay.has(state)) return []
    const severity = anyWay.has(state) ? 'hint' : 'error'
    return [{ path: statePath(state), at: 'key', severity, ...said(pathway, graph, state, severity) } satisfies Draft]
  })
}

function said({ definition }: Examined, { initial, arrows }: Graph, state: string, severity: 'hint' | 'error') {
  const way = (initial === null ? undefined : waysFrom(initial, arrows).get(state)) ?? [state]
  const about = { state: titled(definition, 'states', state), way: wayIn(definition, way) }
  if (severity === 'error') return { message: fill(words.noWayOut, about), example: fill(words.noWayOutExample, about) }
  return { message: fill(words.onlyAlways, about), example: fill(words.onlyAlwaysExample, about) }
}

/** “Meetweek” → “Beoordelen”: the states that a patient passes on the shortest way here. */
const wayIn = (definition: PathwayDefinition, way: readonly string[]): BothLanguages =>
  both((language) => way.map((state) => `“${titled(definition, 'states', state)[language]}”`).join(' → '))
