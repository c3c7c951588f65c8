/** Rule `unbounded-memory`: missed windows are counted over some time, not since the schedule began. */
import { fill } from '../say.ts'
import { allConditionsOf } from './reasoning/walked.ts'
import { exampleValue } from './reasoning/patient.ts'
import { titled } from './reasoning/wording.ts'
import type { Rule } from './rule.ts'

const words = {
  message: {
    nl: 'Dit telt alle gemiste vensters van “{schedule}” sinds het schema begon, hoe lang geleden ook. Voeg “over” toe (zoals over: 7 days), of “inARow: true”.',
    en: 'This counts all missed windows of “{schedule}” since the schedule began, however long ago. Add “over” (such as over: 7 days), or “inARow: true”.',
  },
  example: {
    nl: 'Een patiënt die in een jaar {number} keer een venster van “{schedule}” mist, telt hier net zo als een patiënt die er {number} in een week mist.',
    en: 'A patient who misses {number} windows of “{schedule}” in a year counts the same here as a patient who misses {number} in a week.',
  },
}

export const unboundedMemory: Rule = {
  code: 'unbounded-memory',
  check: (pathway) => {
    const { definition } = pathway
    return allConditionsOf(pathway).flatMap(({ path, condition }) => {
      const { missed, over, inARow } = condition
      const schedule = definition.schedules?.[missed ?? '']
      // A schedule that ends forgets by itself.
      if (missed === undefined || over !== undefined || inARow || schedule === undefined || schedule.for) return []
      const number = Math.max(2, exampleValue(definition, condition) ?? 2)
      const about = { schedule: titled(definition, 'schedules', missed), number }
      return [{ path, severity: 'hint', message: fill(words.message, about), example: fill(words.example, about) }]
    })
  },
}
