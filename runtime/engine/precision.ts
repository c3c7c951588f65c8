/** Values as people read them: rounded to the step of the measurement. What is stored, and compared in a mean, stays exact. */
import type { PathwayDefinition } from '../../schemas/index.ts'
import type { Value } from '../interpreter/enrolment.ts'
import { valuesIn } from './values.ts'
import { millionths, roundToStep } from '../interpreter/condition/exact.ts'

/**
 * The value at the precision of this measurement; as it is when the pathway gives none, or does not know the measurement.
 * @example shownValue(definition, 'systolic', 128.260902177) // 128, precision 1
 */
export function shownValue(definition: PathwayDefinition, measurement: string, value: Value): Value {
  const precision = valuesIn(definition).get(measurement)?.precision
  if (typeof value !== 'number' || precision === undefined) return value
  return roundToStep(millionths(value), precision) / 1e6
}
