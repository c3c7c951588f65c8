/** Example patients for whom a threshold does not fire, although its author meant it to. */
import type { Condition, PathwayDefinition } from '../../../../schemas/index.ts'
import type { BothLanguages } from '../../problem.ts'
import { comparators, present } from '../../reading/condition.ts'
import { say } from '../../say.ts'
import { domainOf } from './domain.ts'
import { examplePatient } from './patient.ts'
import { alternatives, possible, type Literal } from './satisfiable.ts'
import { clause, measured, titled } from './wording.ts'

/** The patient who comes nearest: the highest or lowest value that is still looked at. */
export function outOfReachExample(definition: PathwayDefinition, condition: Condition): BothLanguages {
  const domain = domainOf(definition, condition)
  const name = condition.measurement ?? condition.mean
  const about = { clause: clause(definition, condition) }
  if (domain === null || 'answers' in domain || name === undefined) return say('never-fires-example', about)
  if (condition.between || condition.is !== undefined || condition.oneOf) return say('never-fires-example', about)
  const downwards = present(condition, comparators).some((key) => key === 'below' || key === 'atMost')
  const nearest = downwards ? domain.from : domain.to
  const key = downwards ? 'never-fires-lowest' : 'never-fires-highest'
  return Number.isFinite(nearest)
    ? say(key, { title: titled(definition, 'measurements', name), value: measured(definition, name, nearest) })
    : say('never-fires-example', about)
}

/** A patient for whom the first part is true, and the first part that then cannot be. */
export function contradictionExample(definition: PathwayDefinition, condition: Condition): BothLanguages {
  const way: Literal[] = alternatives(condition)?.[0] ?? []
  const last = way.findIndex((_, index) => !possible(definition, way.slice(0, index + 1)))
  const against = way[last]
  const same = way.slice(0, Math.max(0, last)).find((earlier) => against && !possible(definition, [earlier, against]))
  if (against === undefined || same === undefined || same.negated)
    return say('never-fires-example', { clause: clause(definition, condition) })
  return say(against.negated ? 'never-fires-either-not' : 'never-fires-either', {
    patient: examplePatient(definition, same.condition),
    clause: clause(definition, against.condition),
  })
}
