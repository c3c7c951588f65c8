/** Rule `no-way-out`: from every state there is a way to the end of the pathway. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { Finding } from '../finding.ts'
import { below } from '../pointer.ts'
import type { BothLanguages } from '../problem.ts'
import { say } from '../say.ts'
import { graphOf, leadingTo, waysFrom, type Graph } from './reasoning/graph.ts'
import type { Examined, Rule } from './rule.ts'
import { both, titled } from './reasoning/wording.ts'

export const noWayOut: Rule = {
  code: 'no-way-out',
  check: (pathway) => {
    const graph = graphOf(pathway)
    if (graph.unsure || graph.states.length === 0) return []
    if (graph.exits.length === 0)
      return [{ path: '/states', at: 'key', message: say('no-exit'), example: noExit(pathway, graph) }]
    return stuck(pathway, graph)
  },
}

const noExit = ({ definition }: Examined, { initial, states }: Graph) =>
  say('no-exit-example', { state: titled(definition, 'states', initial ?? states[0]!) })

/** No way at all is an error. Only a way that holds in every state (withdrawal, as a rule) is worth a second look. */
function stuck(pathway: Examined, graph: Graph): Omit<Finding, 'code'>[] {
  const anyWay = leadingTo(graph.exits, graph.arrows)
  const ownWay = leadingTo(
    graph.exits,
    graph.arrows.filter(({ always }) => !always),
  )
  return graph.states.flatMap((state) => {
    if (ownWay.has(state)) return []
    const severity = anyWay.has(state) ? 'hint' : 'error'
    return [
      { path: below('/states', state), at: 'key', severity, ...words(pathway, graph, state, severity) } satisfies Omit<
        Finding,
        'code'
      >,
    ]
  })
}

function words({ definition }: Examined, { initial, arrows }: Graph, state: string, severity: 'hint' | 'error') {
  const way = (initial === null ? undefined : waysFrom(initial, arrows).get(state)) ?? [state]
  const about = { state: titled(definition, 'states', state), way: wayIn(definition, way) }
  if (severity === 'error') return { message: say('no-way-out', about), example: say('no-way-out-example', about) }
  return { message: say('only-always-out', about), example: say('only-always-out-example', about) }
}

/** “Meetweek” → “Beoordelen”: the states that a patient passes on the shortest way here. */
const wayIn = (definition: PathwayDefinition, way: readonly string[]): BothLanguages =>
  both((language) => way.map((state) => `“${titled(definition, 'states', state)[language]}”`).join(' → '))
