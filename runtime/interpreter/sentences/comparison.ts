/** The right side of a condition as a clinician says it: `hoger dan 180 mmHg`, `4 of meer`, `een van`. */
import type { Limit, PathwayDefinition } from '../../../schemas/index.ts'
import type { Comparison } from '../condition/right-side.ts'
import { comparators, present } from '../reading/comparators.ts'
import { listed, sayIn, type Language } from '../say.ts'
import { isObject } from '../walk.ts'
import { limitIn, quantity } from './names.ts'

/** Values (135 or higher), counts (4 or more) and amounts (less than 2 kg) are compared in their own words. */
export type Style = 'value' | 'count' | 'amount'

type About = { definition: PathwayDefinition; condition: Comparison; language: Language }

/** Empty where nothing is compared yet. `literal` names an answer; null for one without a name of its own. */
export function comparisonIn(
  about: About,
  unit: string,
  style: Style = 'value',
  literal: (value: unknown) => string | null = () => null,
): string {
  const { definition, condition, language } = about
  const comparator = present(condition, comparators)[0]
  if (comparator === undefined) return ''
  const answer = (value: unknown): string => literal(value) ?? answerIn(value, unit, language)
  if (comparator === 'is') return answer(condition.is)
  if (comparator === 'oneOf')
    return listed((Array.isArray(condition.oneOf) ? condition.oneOf : []).map(answer), language, 'or')
  if (comparator === 'between') {
    const { from, to } = isObject(condition.between) ? condition.between : { from: '', to: '' }
    return sayIn(language, 'between', { from: quantity(from, '', language), to: quantity(to, unit, language) })
  }
  const limit = condition[comparator] as Limit
  if (limit === 0 && comparator === 'atMost' && style === 'count') return '0'
  const words = isObject(limit) && style !== 'amount' ? 'limit' : style
  return sayIn(language, `${comparator}-${words}`, { limit: limitIn(definition, limit, unit, language) })
}

function answerIn(value: unknown, unit: string, language: Language): string {
  if (typeof value === 'boolean') return sayIn(language, value ? 'yes' : 'no')
  return typeof value === 'number' ? quantity(value, unit, language) : `“${String(value)}”`
}
