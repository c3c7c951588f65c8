/** How far the newest value lies above the lowest, or below the highest, of the readings before it. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { Instant, Reading } from '../enrolment.ts'
import type { ComparedSubject, Domain } from '../subjects/subject.ts'
import { millionths } from './exact.ts'
import { missing, number, tooFew, type Finding } from './found.ts'
import { kept } from './single.ts'
import { lookBack } from './statistic-subject.ts'
import { rangeOfValue } from './value-domain.ts'
import { isLeftOut, windowStart } from './window.ts'

/** The newest reading and the one furthest from it; null where there is none. */
type Pair = { newest: Reading | null; furthest: Reading | null }

/** The meaning of `rise` (direction 1) and `fall` (direction -1): against the readings before it in [t - over, t). */
export const changeSubject = (key: 'rise' | 'fall', direction: 1 | -1) =>
  ({
    compile: (condition, { zone }) => {
      const name = condition[key]!
      const start = windowStart(condition.over!, zone)
      return {
        find: (situation) => {
          const { t } = situation
          return changeOf(pairIn(kept(situation, name), start(t), t, direction), direction)
        },
        readings: (situation) => {
          const { newest, furthest } = pairIn(kept(situation, name), start(situation.t), situation.t, direction)
          return [furthest, newest].flatMap((reading) => reading ?? [])
        },
        measurements: [name],
        window: true,
        single: false,
        precision: null,
      }
    },
    domain: (definition, condition) => spread(definition, String(condition[key])),
    needs: (condition) => ({ readings: [{ of: condition[key]!, over: lookBack(condition) }] }),
    numberOf: (condition) => condition[key],
  }) satisfies Pick<ComparedSubject, 'compile' | 'domain' | 'needs' | 'numberOf'>

function changeOf({ newest, furthest }: Pair, direction: 1 | -1): Finding {
  if (newest === null) return missing('no-reading')
  if (furthest === null) return tooFew(1, 2)
  return number(direction * (valueOf(newest) - valueOf(furthest)))
}

const valueOf = ({ value }: Reading): number => millionths(value as number)

/** Of several readings at the newest instant the one that went furthest counts, whatever order they came in. */
function pairIn(list: readonly Reading[], from: Instant, t: Instant, direction: 1 | -1): Pair {
  let newest: Reading | null = null
  let furthest: Reading | null = null
  for (let index = list.length - 1; index >= 0; index--) {
    const reading = list[index]!
    if (reading.at > t || isLeftOut(reading)) continue
    if (newest === null || reading.at === newest.at) newest = further(newest, reading, direction)
    else if (reading.at < from) break
    else furthest = further(furthest, reading, -direction)
  }
  return { newest, furthest }
}

const further = (one: Reading | null, other: Reading, direction: number): Reading =>
  one && direction * (valueOf(one) - valueOf(other)) >= 0 ? one : other

/** The newest value can lie anywhere in the range of the value, and so can the one before it. */
function spread(definition: PathwayDefinition, name: string): Domain | null {
  const range = rangeOfValue(definition, name)
  return range && { from: range.from - range.to, to: range.to - range.from, step: null }
}
