/** `slope: weight` over a period: the line of least squares through its readings, as change per day. */
import { missing, number, tooFew, type Finding } from '../condition/found.ts'
import { millionths } from '../condition/exact.ts'
import { kept } from '../condition/single.ts'
import { lookBack } from '../condition/statistic-subject.ts'
import { rangeOfValue } from '../condition/value-domain.ts'
import { inWindow, windowStart } from '../condition/window.ts'
import type { Reading } from '../enrolment.ts'
import { comparedTo, overIn, readingsIn, valueTitle, valueUnit, wordsIn } from '../sentences/parts.ts'
import { DAY } from '../time/zone.ts'
import type { ComparedSubject } from './subject.ts'

const words = {
  of: { nl: 'de trend van {name}', en: 'the trend of {name}' },
  perDay: { nl: '{unit} per dag', en: '{unit} per day' },
}

/** A line needs two readings at least. */
const LEAST = 2

export const slope = {
  key: 'slope',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'values',
      title: 'Trend van',
      description: 'De trend over een periode, per dag (kleinste kwadraten).',
      en: { title: 'Slope of', description: 'The trend over a period, per day (least squares).' },
    },
    takes: ['over', 'readings'],
    requires: ['over'],
  },
  compile: (condition, { zone }) => {
    const name = condition.slope!
    const start = windowStart(condition.over!, zone)
    const needed = Math.max(LEAST, condition.readings ?? LEAST)
    return {
      find: (situation) => leastSquares(inWindow(kept(situation, name), start(situation.t), situation.t), needed),
      readings: (situation) => inWindow(kept(situation, name), start(situation.t), situation.t),
      measurements: [name],
      window: true,
      single: false,
      precision: null,
    }
  },
  domain: (definition, condition) =>
    rangeOfValue(definition, String(condition.slope)) && { from: -Infinity, to: Infinity, step: null },
  needs: (condition) => ({ readings: [{ of: condition.slope!, over: lookBack(condition) }] }),
  numberOf: (condition) => condition.slope,
  sentence: (about, comparison) => {
    const { definition, condition, language } = about
    const name = valueTitle(definition, String(condition.slope), language)
    return comparedTo(language, wordsIn(language, words.of, { name }) + overIn(about) + readingsIn(about), comparison)
  },
  unit: ({ definition, condition, language }) =>
    wordsIn(language, words.perDay, { unit: valueUnit(definition, String(condition.slope), language) }).trim(),
} as const satisfies ComparedSubject

/** Exact: (n Σxy − Σx Σy) over (n Σx² − (Σx)²), with x in milliseconds since the first reading. All at one instant make no line. */
function leastSquares(readings: Reading[], needed: number): Finding {
  if (readings.length < needed) return tooFew(readings.length, needed)
  const count = BigInt(readings.length)
  let [x, y, xx, xy] = [0n, 0n, 0n, 0n]
  for (const { at, value } of readings) {
    const [time, amount] = [BigInt(at - readings[0]!.at), BigInt(millionths(value as number))]
    x += time
    y += amount
    xx += time * time
    xy += time * amount
  }
  const spread = count * xx - x * x
  return spread === 0n ? missing('too-few-readings') : number((count * xy - x * y) * BigInt(DAY), spread)
}
