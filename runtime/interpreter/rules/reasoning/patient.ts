/** An example patient for whom a condition is true, in a few words, computed from the pathway. */
import type { Condition, Limit, PathwayDefinition } from '../../../../schemas/index.ts'
import type { BothLanguages } from '../../problem.ts'
import { comparators, present } from '../../reading/comparators.ts'
import { subjects } from '../../reading/condition.ts'
import { listed, say, type Language } from '../../say.ts'
import { clauseIn } from '../../sentences/condition.ts'
import { objectsIn } from '../../walk.ts'
import { both, measured, titled } from './wording.ts'

/** `een patiënt met Bovendruk 181 mmHg en het antwoord ja op “Klachten?”`. Of several possibilities the first is taken. */
export const examplePatient = (definition: PathwayDefinition, condition: Condition): BothLanguages =>
  both(
    (language) =>
      say('patient-with', { traits: listed(traits(definition, condition, language), language, 'and') })[language],
  )

function traits(definition: PathwayDefinition, condition: Condition, language: Language): string[] {
  if (condition.all) return objectsIn(condition.all).flatMap(([, child]) => traits(definition, child, language))
  if (condition.any)
    return objectsIn(condition.any)
      .slice(0, 1)
      .flatMap(([, child]) => traits(definition, child, language))
  return [trait(definition, condition, language)]
}

function trait(definition: PathwayDefinition, condition: Condition, language: Language): string {
  const name = condition.measurement ?? condition.mean
  const value = exampleValue(definition, condition)
  const subject = present(condition, subjects)[0]
  if (name === undefined || subject === undefined)
    return say('patient-for-whom', { clause: both((each) => clauseIn(definition, condition, each)) })[language]
  const title = titled(definition, 'measurements', name)
  if (typeof condition.is === 'boolean') return say(condition.is ? 'patient-yes' : 'patient-no', { title })[language]
  if (value === null)
    return say('patient-for-whom', { clause: both((each) => clauseIn(definition, condition, each)) })[language]
  return say(condition.mean === undefined ? 'patient-value' : 'patient-mean', {
    title,
    value: measured(definition, name, value),
  })[language]
}

/** A value just on the true side of the limit; with a personal limit, its usual value. */
export function exampleValue(definition: PathwayDefinition, condition: Condition): number | null {
  const step = definition.measurements[condition.measurement ?? condition.mean ?? '']?.precision ?? 1
  const comparator = present(condition, comparators)[0]
  if (comparator === undefined) return null
  if (comparator === 'between') return condition.between?.from ?? null
  if (comparator === 'is' || comparator === 'oneOf') return typeof condition.is === 'number' ? condition.is : null
  const limit = usual(definition, condition[comparator] as Limit)
  const moved = comparator === 'above' ? limit + step : comparator === 'below' ? limit - step : limit
  return Math.round(moved * 1e6) / 1e6
}

const usual = (definition: PathwayDefinition, limit: Limit): number =>
  typeof limit === 'number' ? limit : (definition.parameters?.[limit.parameter]?.default ?? 0) + (limit.plus ?? 0)
