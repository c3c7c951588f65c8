/** Rule `unreachable-state`: a patient can get into every state. */
import { below } from '../pointer.ts'
import { say } from '../say.ts'
import { graphOf, waysFrom } from './reasoning/graph.ts'
import type { Rule } from './rule.ts'
import { allTitled, titled } from './reasoning/wording.ts'

export const unreachableState: Rule = {
  code: 'unreachable-state',
  check: (pathway) => {
    const { states, initial, arrows, unsure } = graphOf(pathway)
    if (unsure || initial === null) return []
    const { definition } = pathway
    const ways = waysFrom(initial, arrows)
    const reached = allTitled(definition, 'states', [...ways.keys()])
    return states
      .filter((state) => !ways.has(state))
      .map((state) => ({
        path: below('/states', state),
        at: 'key',
        message: say('unreachable-state', { state: titled(definition, 'states', state) }),
        example: say('unreachable-state-example', {
          initial: titled(definition, 'states', initial),
          reached,
          state: titled(definition, 'states', state),
        }),
      }))
  },
}
