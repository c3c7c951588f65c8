/** What can be told apart: the smallest step of a subject, and all values that it can have. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'

/** The subjects whose values are measured, answered or computed. */
const VALUES = [
  'measurement',
  'answer',
  'score',
  'mean',
  'median',
  'min',
  'max',
  'rise',
  'fall',
  'slope',
  'deviation',
  'count',
] as const

const nameIn = (condition: Condition): string | undefined =>
  VALUES.map((subject) => condition[subject]).find((name) => name !== undefined)

/** One step of precision; 1 of what has none (whole numbers, percentages, hours). */
export function stepOf({ measurements, scores, parameters }: PathwayDefinition, condition: Condition): number {
  const name = condition.parameter === undefined ? nameIn(condition) : parameters?.[condition.parameter]?.measurement
  return measurements[name ?? '']?.precision ?? scores?.[name ?? '']?.precision ?? 1
}

/** Every single value that can be sent, once rounded to the precision; null when they cannot be listed. */
export function answersOf(definition: PathwayDefinition, condition: Condition): unknown[] | null {
  const { measurement, answer, fact } = condition
  if (measurement !== undefined) return measured(definition, measurement)
  if (answer !== undefined) return answered(definition, answer)
  const known = fact === undefined ? undefined : definition.facts?.[fact]
  return known?.type === 'boolean' ? [true, false] : null
}

function measured({ measurements }: PathwayDefinition, name: string): unknown[] | null {
  const { type, plausible, precision = 1 } = measurements[name] ?? {}
  if (type === 'boolean') return [true, false]
  return plausible ? grid(plausible.from, plausible.to, precision) : null
}

function answered({ questionnaires }: PathwayDefinition, name: string): unknown[] | null {
  const item = Object.values(questionnaires ?? {}).flatMap(({ items }) => items[name] ?? [])[0]
  if (item?.options) return item.options.map((option) => option.answer)
  return item?.scale ? grid(item.scale.from, item.scale.to, 1) : null
}

/** Rounded to what a step can be, so that 0.1 + 0.2 is 0.3. */
export const round = (value: number): number => Math.round(value * 1e6) / 1e6

const grid = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step + 1e-9) + 1 }, (_, index) => round(from + index * step))
