/** The right side of a condition: a number, a personal limit or a literal, and whether a value satisfies it. */
import type { Condition, Limit } from '../../../schemas/index.ts'
import type { Actor, Enrolment, Value } from '../enrolment.ts'
import { own } from '../own.ts'
import { comparators, present } from '../reading/comparators.ts'
import type { ConditionTrace } from '../trace.ts'
import { compare, millionths, roundToStep, type Whole } from './exact.ts'
import type { Found } from './found.ts'
import type { ConditionContext } from './condition.ts'

const NUMERIC = ['above', 'atLeast', 'below', 'atMost'] as const
type NumericComparator = (typeof NUMERIC)[number]

/** What can stand on the right: the comparators of a condition, or of its `where`. */
export type Comparison = Pick<Condition, NumericComparator | 'between' | 'is' | 'oneOf'>

/** Whether a found value satisfies it, as it stands for this patient. */
export type Holds = (found: Found, enrolment: Enrolment) => boolean

export type RightSide = {
  holds: Holds
  /** How it reads for a patient. */
  limit: (enrolment: Enrolment) => ConditionTrace['limit']
  /** The numbers at which the truth turns, in millionths. */
  turns: (enrolment: Enrolment) => number[]
}

/** `precision` is the step to which a single value is rounded before it is compared; null where it is compared as it is. */
export function rightSide(condition: Comparison, context: ConditionContext, precision: number | null): RightSide {
  for (const comparator of NUMERIC) {
    const limit = condition[comparator]
    if (limit !== undefined) return numericSide(comparator, limit, context, precision)
  }
  if (condition.between) return rangeSide(condition.between, precision)
  const values = condition.oneOf ?? [condition.is!]
  const comparator = condition.oneOf ? 'oneOf' : 'is'
  return {
    holds: (found) => values.some((value) => same(found, value, precision)),
    limit: () => ({ comparator, value: condition.oneOf ? values : values[0]! }),
    turns: () => values.flatMap((value) => (typeof value === 'number' ? [millionths(value)] : [])),
  }
}

/** Whether a value satisfies every comparator of a band or an outcome; one without any holds for every value. */
export function allOf(band: Comparison, context: ConditionContext, precision: number | null): Holds {
  const sides = present(band, comparators).map((key) => rightSide({ [key]: band[key] }, context, precision))
  return (found, enrolment) => sides.every(({ holds }) => holds(found, enrolment))
}

/** Numbers are compared as sums of exact millionths: mean >= limit becomes sum >= limit * count. */
function numericSide(
  comparator: NumericComparator,
  limit: Limit,
  context: ConditionContext,
  precision: number | null,
): RightSide {
  const resolve = limitOf(limit, context)
  const exact = exactLimit(limit, context)
  const fits = FITS[comparator]
  return {
    holds: (found, enrolment) =>
      found.kind === 'number' && fits(compare(shown(found, precision), found.count, exact(enrolment))),
    limit: (enrolment) => ({ comparator, ...resolve(enrolment) }),
    turns: (enrolment) => [exact(enrolment)],
  }
}

/** Whether the difference between value and limit is on the right side of zero. */
const FITS: Record<NumericComparator, (difference: number) => boolean> = {
  above: (difference) => difference > 0,
  atLeast: (difference) => difference >= 0,
  below: (difference) => difference < 0,
  atMost: (difference) => difference <= 0,
}

type ResolvedLimit = { value: number; parameter?: string; setBy?: Actor }

function exactLimit(limit: Limit, context: ConditionContext): (enrolment: Enrolment) => number {
  if (typeof limit !== 'number') return personalLimit(limit.parameter, limit.plus ?? 0, context)
  const exact = millionths(limit)
  return () => exact
}

/** The value of a personal limit in millionths: what was set for this patient, else its usual value. */
export function personalLimit(
  parameter: string,
  plus: number,
  { definition }: ConditionContext,
): (enrolment: Enrolment) => number {
  const standard = definition.parameters![parameter]!.default
  return (enrolment) => millionths(own(enrolment.parameters, parameter)?.value ?? standard) + millionths(plus)
}

function limitOf(limit: Limit, context: ConditionContext): (enrolment: Enrolment) => ResolvedLimit {
  if (typeof limit === 'number') return () => ({ value: limit })
  const exact = exactLimit(limit, context)
  return (enrolment) => {
    const setBy = own(enrolment.parameters, limit.parameter)?.by
    return { value: exact(enrolment) / 1e6, parameter: limit.parameter, ...(setBy ? { setBy } : {}) }
  }
}

function rangeSide(range: { from: number; to: number }, precision: number | null): RightSide {
  const [from, to] = [millionths(range.from), millionths(range.to)]
  return {
    holds: (found) => {
      if (found.kind !== 'number') return false
      const sum = shown(found, precision)
      return compare(sum, found.count, from) >= 0 && compare(sum, found.count, to) <= 0
    },
    limit: () => ({ comparator: 'between', value: [range.from, range.to] }),
    turns: () => [from, to],
  }
}

/** A single reading is rounded to its precision before it is compared; a mean never is. */
function shown({ sum }: Found & { kind: 'number' }, precision: number | null): Whole {
  return precision === null || typeof sum === 'bigint' ? sum : roundToStep(sum, precision)
}

function same(found: Found, value: Value, precision: number | null): boolean {
  if (found.kind !== 'number') return found.value === value
  return typeof value === 'number' && compare(shown(found, precision), found.count, millionths(value)) === 0
}
