/** What a patient could send: for each value the limits that the pathway knows, and one step beside them. */
import type { Condition, Limit, PathwayDefinition } from '../../../schemas/index.ts'
import { domainOfValue } from '../../interpreter/condition/value-domain.ts'
import type { Value } from '../../interpreter/enrolment.ts'
import { conditionsIn, partsOf } from '../../interpreter/walk.ts'

/** The subjects that look at values as they are sent, or at a statistic that they share when they are all the same. */
export const LEVELS = ['measurement', 'answer', 'mean', 'median', 'min', 'max'] as const

/** The value that a condition is about; undefined when it is about something else. */
export const valueIn = (condition: Condition): string | undefined =>
  [...LEVELS, 'rise', 'fall', 'slope', 'deviation', 'count', 'score', 'since'].flatMap(
    (subject) => (condition as Record<string, unknown>)[subject] ?? [],
  )[0] as string | undefined

/** Every number at which the truth of a condition can turn, with the usual personal limits. */
export function turnsOf(definition: PathwayDefinition, condition: Condition): number[] {
  const { above, atLeast, below, atMost, between, is, oneOf = [], where } = condition
  const limits = [above, atLeast, below, atMost].flatMap((limit) => numberOf(definition, limit) ?? [])
  const points = [between?.from, between?.to, is, ...oneOf].filter((point) => typeof point === 'number')
  return [...limits, ...points, ...(where ? turnsOf(definition, where as Condition) : [])]
}

/** A limit as a number: a personal one at its default. */
function numberOf({ parameters }: PathwayDefinition, limit: Limit | undefined): number | undefined {
  if (typeof limit !== 'object') return limit
  const parameter = parameters?.[limit.parameter]
  return parameter && parameter.default + (limit.plus ?? 0)
}

/** The smallest step of a value: its precision, 1 for answers. */
export function stepOf({ measurements, scores }: PathwayDefinition, name: string): number {
  return measurements[name]?.precision ?? scores?.[name]?.precision ?? 1
}

/** 0.1 + 0.2 is 0.3. */
export const tidy = (value: number): number => Math.round(value * 1e6) / 1e6

/** What can be sent of a value and may matter: answers, or limits and one step to either side, where that is plausible. */
export function candidatesOf(definition: PathwayDefinition, name: string): Value[] {
  const domain = domainOfValue(definition, name)
  if (domain === null) return []
  if ('answers' in domain) return domain.answers
  const { from, to } = domain
  const step = stepOf(definition, name)
  const turns = [...turnsAbout(definition, name), ...bandTurns(definition, name)]
  const middle = Number.isFinite(from + to) ? [tidy(Math.round((from + to) / 2 / step) * step), from, to] : []
  const near = turns.flatMap((turn) => [turn, tidy(turn - step), tidy(turn + step)])
  const possible = [...new Set([...near, ...middle])].filter((value) => value >= from && value <= to)
  return possible.toSorted((one, other) => one - other)
}

const turnsAbout = (definition: PathwayDefinition, name: string): number[] =>
  conditionsIn(definition)
    .flatMap(partsOf)
    .flatMap(({ condition }) =>
      LEVELS.some((level) => condition[level] === name) || (condition.count === name && condition.where)
        ? turnsOf(definition, condition)
        : [],
    )

/** The limits of the bands of every score that looks at the value. */
const bandTurns = (definition: PathwayDefinition, name: string): number[] =>
  Object.values(definition.scores ?? {}).flatMap(({ inputs }) =>
    Object.values(inputs)
      .filter(({ measurement, answer, mean }) => [measurement, answer, mean].includes(name))
      .flatMap(({ bands = [] }) => bands.flatMap((band) => turnsOf(definition, band as Condition))),
  )
