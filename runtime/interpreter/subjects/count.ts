/** `count: glucose` with `where`: how many readings satisfy it, of the last ones or over a period. */
import { millionths } from '../condition/exact.ts'
import { number, single, tooFew } from '../condition/found.ts'
import { rightSide } from '../condition/right-side.ts'
import { kept } from '../condition/single.ts'
import type { Situation } from '../condition/situation.ts'
import { lookBack } from '../condition/statistic-subject.ts'
import { precisionOf } from '../condition/values.ts'
import { inWindow, isLeftOut, windowStart } from '../condition/window.ts'
import type { Instant, Reading } from '../enrolment.ts'
import { comparisonIn } from '../sentences/comparison.ts'
import { durationIn } from '../sentences/names.ts'
import { valueTitle, valueUnit, wordsIn } from '../sentences/parts.ts'
import { isObject } from '../walk.ts'
import type { About, ComparedSubject } from './subject.ts'

const words = {
  last: {
    nl: '{comparison} van de laatste {number} metingen van {name} {where} zijn',
    en: '{comparison} of the last {number} readings of {name} are {where}',
  },
  over: {
    nl: '{comparison} metingen van {name} in {over} {where} zijn',
    en: '{comparison} readings of {name} in {over} are {where}',
  },
  alone: { nl: 'het aantal metingen van {name}', en: 'the number of readings of {name}' },
}

export const count = {
  key: 'count',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'values',
      title: 'Aantal metingen van',
      description: 'Hoeveel metingen aan where voldoen, van de laatste (last) of over een periode (over).',
      en: {
        title: 'Count of',
        description: 'How many readings satisfy where, of the last ones (last) or over a period (over).',
      },
    },
    takes: ['where', 'last', 'over', 'readings'],
    requires: ['where'],
    either: ['last', 'over'],
  },
  compile: (condition, context) => {
    const { definition, zone } = context
    const name = condition.count!
    const looked = condition.last === undefined ? over(condition.over!, zone) : last(lastOf(condition.last))
    const { holds } = rightSide(condition.where!, context, precisionOf(definition, name))
    const needed = condition.readings ?? 1
    const fits = (situation: Situation) => (reading: Reading) => holds(single(reading), situation.enrolment)
    return {
      find: (situation) => {
        const readings = looked(kept(situation, name), situation.t)
        if (readings.length < needed) return tooFew(readings.length, needed)
        return number(millionths(readings.filter(fits(situation)).length))
      },
      readings: (situation) => looked(kept(situation, name), situation.t).filter(fits(situation)),
      measurements: [name],
      window: true,
      single: false,
      precision: null,
    }
  },
  domain: (_definition, { last: newest }) => ({ from: 0, to: newest ? lastOf(newest) : Infinity, step: 1 }),
  needs: (condition) => ({
    readings: [
      { of: condition.count!, over: lookBack(condition), newest: condition.last ? lastOf(condition.last) : 0 },
    ],
  }),
  style: 'count',
  sentence: (about, comparison) => {
    const { definition, condition, language } = about
    const name = valueTitle(definition, String(condition.count), language)
    if (comparison === '') return wordsIn(language, words.alone, { name })
    const fillings = { comparison, name, where: whereIn(about) }
    if (condition.last !== undefined)
      return wordsIn(language, words.last, { ...fillings, number: lastOf(condition.last) })
    return wordsIn(language, words.over, { ...fillings, over: durationIn(String(condition.over), language) })
  },
} as const satisfies ComparedSubject

/** `5 readings`. */
const lastOf = (text: string): number => Number.parseInt(text, 10)

type Looked = (list: readonly Reading[], t: Instant) => Reading[]

function over(duration: string, zone: string): Looked {
  const start = windowStart(duration, zone)
  return (list, t) => inWindow(list, start(t), t)
}

/** The newest ones at a moment, however old, without those that a schedule leaves out. */
const last =
  (most: number): Looked =>
  (list, t) => {
    const found: Reading[] = []
    for (let index = list.length - 1; index >= 0 && found.length < most; index--)
      if (list[index]!.at <= t && !isLeftOut(list[index]!)) found.unshift(list[index]!)
    return found
  }

function whereIn({ definition, condition, language }: About): string {
  const where = isObject(condition.where) ? condition.where : {}
  const unit = valueUnit(definition, String(condition.count), language)
  return comparisonIn({ definition, condition: where, language }, unit)
}
