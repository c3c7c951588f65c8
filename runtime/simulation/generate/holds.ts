/** Whether a value, sent again and again, makes a comparison true. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import type { Value } from '../../interpreter/enrolment.ts'
import { turnsOf } from './values.ts'

/** Reads the right side only, with the usual personal limits. */
export function holds(definition: PathwayDefinition, condition: Condition, value: Value): boolean {
  const { above, atLeast, below, atMost, between, is, oneOf, where } = condition
  if (where) return holds(definition, where as Condition, value)
  if (is !== undefined) return is === value
  if (oneOf) return oneOf.includes(value)
  if (typeof value !== 'number') return false
  if (between) return value >= between.from && value <= between.to
  const [limit = 0] = turnsOf(definition, condition)
  if (above !== undefined) return value > limit
  if (atLeast !== undefined) return value >= limit
  if (below !== undefined) return value < limit
  return atMost !== undefined && value <= limit
}
