/** What the subjects that make one value of the readings in a window have in common. */
import type { Condition } from '../../../schemas/index.ts'
import { longest, parseDuration } from '../time/duration.ts'
import type { ComparedSubject } from '../subjects/subject.ts'
import { kept } from './single.ts'
import { rangeOfValue } from './value-domain.ts'
import { inWindow, statistics, windowStart } from './window.ts'

/** The meaning of `mean`, `median`, `min` and `max`: over (t - over, t], unknown while readings are too few. */
export const statisticSubject = (key: 'mean' | 'median' | 'min' | 'max') =>
  ({
    compile: (condition, { zone }) => {
      const name = condition[key]!
      const start = windowStart(condition.over!, zone)
      const statistic = statistics[key]
      const needed = condition.readings ?? 1
      return {
        find: (situation) => statistic(kept(situation, name), start(situation.t), situation.t, needed),
        readings: (situation) => inWindow(kept(situation, name), start(situation.t), situation.t),
        measurements: [name],
        window: true,
        single: false,
        precision: null,
      }
    },
    domain: (definition, condition) => {
      const range = rangeOfValue(definition, String(condition[key]))
      return range && { ...range, step: null }
    },
    needs: (condition) => ({ readings: [{ of: condition[key]!, over: lookBack(condition) }] }),
    numberOf: (condition) => condition[key],
  }) satisfies Pick<ComparedSubject, 'compile' | 'domain' | 'needs' | 'numberOf'>

/** Milliseconds that a condition looks back. */
export const lookBack = ({ over }: Condition): number => (over === undefined ? 0 : longest(parseDuration(over)))
