/** A rule as it was for one patient: with the personal limits of that moment, and of an either-or what made it so. */
import type { Condition, Limit, Measurement, PathwayDefinition } from '../../../schemas/index.ts'
import { shownValue } from '../../engine/index.ts'
import type { Enrolment, Instant, Reading } from '../../interpreter/enrolment.ts'
import { both } from './both.ts'

/** The definition with the limits that held for this patient at `at`, and each question by its first words. */
export function forPatient(
  definition: PathwayDefinition,
  enrolment: Enrolment | undefined,
  at: Instant,
): PathwayDefinition {
  const parameters = Object.entries(definition.parameters ?? {}).map(([name, parameter]) => {
    const own = enrolment?.parameters[name]
    return [name, own && own.at <= at ? { ...parameter, default: own.value } : parameter]
  })
  const measurements = Object.entries(definition.measurements).map(([name, measurement]) => [name, short(measurement)])
  return {
    ...definition,
    parameters: Object.fromEntries(parameters),
    measurements: Object.fromEntries(measurements),
  }
}

/** `Klachten nu: pijn op de borst, benauwd, …?` → `Klachten nu`: the rest is on the patient's screen. */
function short(measurement: Measurement): Measurement {
  const { type, title } = measurement
  if (type !== 'boolean' || !title) return measurement
  return { ...measurement, title: both((language) => (title[language] ?? title.nl ?? '').split(':')[0] ?? '') }
}

/** The condition without the branches of an `any` that its readings show to be false. Unknown stays in. */
export function heldOf(definition: PathwayDefinition, condition: Condition, because: Reading[]): Condition {
  const inside = (child: Condition): Condition => heldOf(definition, child, because)
  if (condition.all) return { ...condition, all: condition.all.map(inside) }
  if (!condition.any) return counted(definition, condition)
  const held = condition.any.filter((child) => !isFalse(definition, child, because))
  return { ...condition, any: (held.length > 0 ? held : condition.any).map(inside) }
}

const COMPARATORS = ['above', 'atLeast', 'below', 'atMost'] as const

/** `100 mmHg`, where the pathway has a limit of 110 minus 10. */
function counted(definition: PathwayDefinition, condition: Condition): Condition {
  const limits = COMPARATORS.flatMap((comparator) => {
    const limit = condition[comparator]
    const number = typeof limit === 'object' && limit.plus ? numberOf(definition, limit) : undefined
    return number === undefined ? [] : [[comparator, number] as const]
  })
  return { ...condition, ...Object.fromEntries(limits) }
}

/** Whether none of the readings reaches the limit. Only of what compares a measured value with one limit. */
function isFalse(definition: PathwayDefinition, condition: Condition, because: Reading[]): boolean {
  const { measurement, above, atLeast, below, atMost } = condition
  if (measurement === undefined) return false
  const values = because
    .filter((reading) => reading.measurement === measurement)
    .map(({ value }) => Number(shownValue(definition, measurement, value)))
  const reaches = (limit: Limit | undefined, does: (value: number, limit: number) => boolean): boolean => {
    const number = numberOf(definition, limit)
    return number === undefined || values.some((value) => does(value, number))
  }
  return !(
    reaches(above, (value, limit) => value > limit) &&
    reaches(atLeast, (value, limit) => value >= limit) &&
    reaches(below, (value, limit) => value < limit) &&
    reaches(atMost, (value, limit) => value <= limit)
  )
}

function numberOf({ parameters }: PathwayDefinition, limit: Limit | undefined): number | undefined {
  if (limit === undefined || typeof limit === 'number') return limit
  const usual = parameters?.[limit.parameter]?.default
  return usual === undefined ? undefined : usual + (limit.plus ?? 0)
}
