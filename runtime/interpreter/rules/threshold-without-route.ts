/** Rule `threshold-without-route`: a red or amber alert goes to somebody. */
import type { Threshold } from '../../../schemas/index.ts'
import type { Fix } from '../problem.ts'
import { below } from '../pointer.ts'
import { fill, say } from '../say.ts'
import { objectsIn } from '../walk.ts'
import { examplePatient } from './reasoning/patient.ts'
import type { Examined, Rule } from './rule.ts'
import { titled } from './reasoning/wording.ts'

const words = {
  message: {
    nl: '“{name}” geeft {level} melding, maar er staat niet wie haar krijgt. Voeg een “route” toe.',
    en: '“{name}” raises {level} alert, but nothing says who gets it. Add a “route”.',
  },
  example: {
    nl: 'Bij {patient} komt er {level} melding die niemand ziet.',
    en: 'For {patient} there is {level} alert that nobody sees.',
  },
}

export const thresholdWithoutRoute: Rule = {
  code: 'threshold-without-route',
  check: (pathway) =>
    objectsIn(pathway.definition.thresholds).flatMap(([id, threshold]) => {
      const path = below('/thresholds', id)
      if (threshold.route !== undefined || threshold.level === 'green' || pathway.broken(path)) return []
      const about = { name: titled(pathway.definition, 'thresholds', id), level: say(`level-one-${threshold.level}`) }
      const patient = examplePatient(pathway.definition, threshold.when)
      return [
        {
          path,
          at: 'key',
          message: fill(words.message, about),
          example: fill(words.example, { ...about, patient }),
          fix: fixFor(pathway, path, threshold),
        },
      ]
    }),
}

/** The route that the other thresholds of this level take, when they all take the same. */
function fixFor({ definition, addAfter }: Examined, path: string, { level }: Threshold): Fix | undefined {
  const same = objectsIn(definition.thresholds).flatMap(([, other]) =>
    other.level === level && other.route ? [other.route] : [],
  )
  const routes = [...new Set(same.length > 0 ? same : Object.keys(definition.routes))]
  return routes.length === 1 ? addAfter(below(path, 'level'), 'route', routes[0]!) : undefined
}
