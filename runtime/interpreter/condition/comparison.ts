/** A subject held against a limit: the leaves of every condition. */
import type { Condition, Limit } from '../../../schemas/index.ts'
import type { CompiledCondition, ConditionContext } from './condition.ts'
import type { Actor, Enrolment, Value } from '../enrolment.ts'
import { millionths, roundToStep } from './exact.ts'
import { own } from '../own.ts'
import type { Situation } from './situation.ts'
import { compileSubject, type Found, type Missing } from './subject.ts'
import type { ConditionTrace, Truth } from '../trace.ts'

const NUMERIC = ['above', 'atLeast', 'below', 'atMost'] as const
type NumericComparator = (typeof NUMERIC)[number]

/** Whether a found value satisfies the right side, as it stands for this patient. */
type Holds = (found: Found, enrolment: Enrolment) => boolean

/** The right side as a function, and as it reads for a patient. */
type RightSide = { holds: Holds; limit: (enrolment: Enrolment) => ConditionTrace['limit'] }

export function comparison(condition: Condition, path: string, context: ConditionContext): CompiledCondition {
  const subject = compileSubject(condition, context)
  const { holds, limit } = rightSide(condition, context, subject.precision)
  const judge = (found: Found[] | Missing, enrolment: Enrolment): Truth =>
    Array.isArray(found) ? found.some((one) => holds(one, enrolment)) : null
  const behind = (situation: Situation) => {
    const found = subject.find(situation)
    if (!Array.isArray(found)) return []
    return (found.find((one) => holds(one, situation.enrolment)) ?? found.at(-1)!).readings()
  }
  return {
    path,
    test: (situation) => judge(subject.find(situation), situation.enrolment),
    trace: (situation) => {
      const found = subject.find(situation)
      const start = { path, truth: judge(found, situation.enrolment), ...optional('limit', limit(situation.enrolment)) }
      if (!Array.isArray(found)) return { ...start, ...found }
      const shown = found.find((one) => holds(one, situation.enrolment)) ?? found.at(-1)!
      return {
        ...start,
        value: valueOf(shown),
        readings: shown.readings().map(({ id, measurement, at, value }) => ({ id, measurement, at, value })),
      }
    },
    behind,
    measurements: subject.measurements,
    window: subject.window,
  }
}

function rightSide(condition: Condition, context: ConditionContext, precision: number | null): RightSide {
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
  }
}

/** Numbers are compared as sums of exact millionths: mean >= limit becomes sum >= limit * count. */
function numericSide(
  comparator: NumericComparator,
  limit: Limit,
  context: ConditionContext,
  precision: number | null,
): RightSide {
  const resolve = limitOf(limit, context)
  const compare = COMPARE[comparator]
  const holds: Holds = (found, enrolment) =>
    found.kind === 'number' && compare(shown(found, precision), millionths(resolve(enrolment).value) * found.count)
  return { holds, limit: (enrolment) => ({ comparator, ...resolve(enrolment) }) }
}

const COMPARE: Record<NumericComparator, (left: number, right: number) => boolean> = {
  above: (left, right) => left > right,
  atLeast: (left, right) => left >= right,
  below: (left, right) => left < right,
  atMost: (left, right) => left <= right,
}

type ResolvedLimit = { value: number; parameter?: string; setBy?: Actor }

function limitOf(limit: Limit, context: ConditionContext): (enrolment: Enrolment) => ResolvedLimit {
  if (typeof limit === 'number') return () => ({ value: limit })
  const { parameter, plus = 0 } = limit
  const standard = context.definition.parameters![parameter]!.default
  return (enrolment) => {
    const personal = own(enrolment.parameters, parameter)
    const value = (millionths(personal?.value ?? standard) + millionths(plus)) / 1e6
    return { value, parameter, ...optional('setBy', personal?.by) }
  }
}

function rangeSide(range: { from: number; to: number }, precision: number | null): RightSide {
  const holds: Holds = (found) => {
    if (found.kind !== 'number') return false
    const sum = shown(found, precision)
    return sum >= millionths(range.from) * found.count && sum <= millionths(range.to) * found.count
  }
  return { holds, limit: () => ({ comparator: 'between', value: [range.from, range.to] }) }
}

/** A single reading is rounded to its precision before it is compared; a mean never is. */
function shown(found: Found & { kind: 'number' }, precision: number | null): number {
  return precision === null ? found.sum : roundToStep(found.sum, precision)
}

function same(found: Found, value: Value, precision: number | null): boolean {
  if (found.kind !== 'number') return found.value === value
  return typeof value === 'number' && shown(found, precision) === millionths(value) * found.count
}

/** The value as people read it: a mean to two decimals, a reading as it was sent. */
function valueOf(found: Found): Value {
  if (found.kind !== 'number') return found.value
  return found.count === 1 ? found.sum / 1e6 : Math.round(found.sum / found.count / 1e4) / 100
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: V })
}
