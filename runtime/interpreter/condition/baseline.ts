/** The patient's own usual value: fixed at a moment, or moving along before the newest reading. */
import type { Baseline, PathwayDefinition } from '../../../schemas/index.ts'
import type { BaselineValue, Enrolment, Instant, Reading } from '../enrolment.ts'
import { own } from '../own.ts'
import { compare, quotient, type Whole } from './exact.ts'
import type { ConditionContext } from './condition.ts'
import { missing, number, type Found, type Missing } from './found.ts'
import { kept } from './single.ts'
import type { Situation } from './situation.ts'
import { inWindow, statistics, windowStart } from './window.ts'

export type CompiledBaseline = {
  name: string
  of: string
  /** When it is fixed; it moves along without. */
  taken?: { completed?: string; entering?: string }
  /** What is stored when it is fixed at `t`: over (t - over, t]; null with too few readings. */
  fix: (enrolment: Enrolment, t: Instant) => BaselineValue | null
  /** What a reading is compared with: what was fixed, else what it is over [at - over, at). */
  before: (situation: Situation, reading: Reading) => Found | Missing
}

/** The baselines of a pathway. */
export const compileBaselines = ({ definition, zone }: ConditionContext): CompiledBaseline[] =>
  Object.keys(definition.baselines ?? {}).map((name) => compileBaseline(name, definition, zone))

/** Compiles a baseline that the checks have accepted. */
export function compileBaseline(name: string, definition: PathwayDefinition, zone: string): CompiledBaseline {
  const { of, taken, statistic, over, readings = 1 } = definition.baselines![name]!
  const start = windowStart(over, zone)
  const value = (list: readonly Reading[], from: Instant, to: Instant): Found | Missing =>
    statistics[statistic](list, from, to, readings)
  return {
    name,
    of,
    ...(taken ? { taken } : {}),
    fix: (enrolment, t) => {
      const list = own(enrolment.readings, of) ?? []
      return stored(value(list, start(t), t), inWindow(list, start(t), t).length, t)
    },
    before: taken
      ? ({ enrolment }) => unfixed(statistic, own(enrolment.baselines, name))
      : // All instants are whole milliseconds: [at - over, at) is (at - over - 1, at - 1].
        (situation, { at }) => value(kept(situation, of), start(at) - 1, at - 1),
  }
}

/** What is stored is a plain number, and of how many readings. */
const stored = (found: Found | Missing, count: number, at: Instant): BaselineValue | null =>
  found.kind === 'number' ? { value: quotient(found.sum, found.count), count, at } : null

/** The stored number as the exact fraction that it was. */
function unfixed(statistic: Baseline['statistic'], fixed: BaselineValue | undefined): Found | Missing {
  if (fixed === undefined) return missing('no-baseline')
  const parts = { mean: fixed.count, median: 2, min: 1, max: 1, latest: 1 }[statistic]
  return number(Math.round(fixed.value * parts * 1e6), parts)
}

/** `value - base`, exactly. */
export function difference(value: number, { sum, count }: { sum: Whole; count: Whole }): { sum: Whole; count: Whole } {
  return { sum: BigInt(value) * BigInt(count) - BigInt(sum), count }
}

/** `value - base` in percent of the base; null of a base of zero. */
export function percentage(value: number, base: { sum: Whole; count: Whole }): { sum: Whole; count: Whole } | null {
  const sign = compare(base.sum, base.count, 0)
  if (sign === 0) return null
  const size = BigInt(base.sum) * (sign < 0 ? -1n : 1n)
  return { sum: BigInt(difference(value, base).sum) * 100_000_000n, count: size }
}
