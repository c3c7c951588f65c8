/** Rule `mixed-any`: the parts of a threshold's `any` are looked at on the same occasions. */
import type { Condition } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'
import { fill } from '../say.ts'
import { objectsIn } from '../walk.ts'
import { examplePatient } from './reasoning/patient.ts'
import { allConditionsOf } from './reasoning/walked.ts'
import { clause } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  message: {
    nl: 'Hier staan losse metingen en iets dat ook zonder meting waar wordt (“{clause}”) samen onder “any”. In een drempel met een losse meting wordt alleen gekeken als er iets binnenkomt. Maak er twee drempels van.',
    en: 'Single readings and something that becomes true without a reading (“{clause}”) stand together under “any” here. A threshold with a single reading is looked at only when something arrives. Make two thresholds of it.',
  },
  example: {
    nl: 'Bij {patient} komt de melding pas als er weer een meting binnenkomt, en juist die blijft uit.',
    en: 'For {patient} the alert comes only when a reading arrives again, and that is just what does not happen.',
  },
}

export const mixedAny: Rule = {
  code: 'mixed-any',
  check: (pathway) =>
    allConditionsOf(pathway)
      .filter(({ root, path }) => root.use === 'threshold' && !pathway.broken(path))
      .flatMap(({ path, condition }) => mixed(pathway, path, condition)),
}

/** Subjects of which a threshold looks at what has just arrived. */
const arriving = ['measurement', 'answer', 'score', 'deviation', 'since'] as const
/** Subjects that become true by the passing of time. */
const waiting = ['missed', 'adherence', 'alerts'] as const

const about = (condition: Condition, subjects: readonly (keyof Condition)[]): boolean =>
  subjects.some((subject) => Object.hasOwn(condition, subject)) ||
  [...objectsIn(condition.all), ...objectsIn(condition.any)].some(([, child]) => about(child, subjects))

function mixed({ definition }: Examined, path: string, { any }: Condition): Draft[] {
  const parts = objectsIn(any)
  const patient = parts.find(([, part]) => about(part, waiting) && !about(part, arriving))?.[1]
  if (patient === undefined || !parts.some(([, part]) => about(part, arriving))) return []
  const filled = { clause: clause(definition, patient), patient: examplePatient(definition, patient) }
  const message = fill(words.message, filled)
  return [{ path: below(path, 'any'), severity: 'warning', message, example: fill(words.example, filled) }]
}
