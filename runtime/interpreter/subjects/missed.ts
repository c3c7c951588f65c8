/** `missed: week`: windows of a schedule in which nothing came; `inARow` counts only the newest unbroken run. */
import { millionths } from '../condition/exact.ts'
import { missing, number } from '../condition/found.ts'
import { lookBack } from '../condition/statistic-subject.ts'
import { windowStart } from '../condition/window.ts'
import { own } from '../own.ts'
import { titleIn } from '../sentences/names.ts'
import { comparedTo, overIn, wordsIn } from '../sentences/parts.ts'
import type { ComparedSubject } from './subject.ts'

const words = {
  all: { nl: 'het aantal gemiste meetvensters van {name}', en: 'the number of missed windows of {name}' },
  inARow: {
    nl: 'het aantal achter elkaar gemiste meetvensters van {name}',
    en: 'the number of windows of {name} missed in a row',
  },
}

export const missed = {
  key: 'missed',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'schedules',
      title: 'Gemiste vensters van',
      description: 'Hoeveel meetvensters van een schema gemist zijn.',
      en: { title: 'Missed windows of', description: 'How many windows of a schedule were missed.' },
    },
    takes: ['over', 'inARow'],
    requires: [],
  },
  compile: ({ missed: schedule, over, inARow }, { zone }) => {
    const start = over === undefined ? () => -Infinity : windowStart(over, zone)
    return {
      find: ({ enrolment, t }) => {
        const progress = own(enrolment.schedules, schedule!)
        if (!progress) return missing('nothing-asked')
        const from = start(t)
        let count = over === undefined && !inARow ? (progress.missedBefore ?? 0) : 0
        for (let index = progress.closed.length - 1; index >= 0; index--) {
          const window = progress.closed[index]!
          if (window.opens <= from) break
          if (window.missed) count++
          else if (inARow && !window.excused) break
        }
        return number(millionths(count))
      },
      measurements: [],
      window: false,
      single: false,
      steady: inARow === true && over === undefined,
      precision: null,
    }
  },
  domain: () => ({ from: 0, to: Infinity, step: 1 }),
  needs: (condition) => {
    const { missed: of, over, inARow } = condition
    const look = over === undefined && !inARow ? null : lookBack(condition)
    return { windows: { of: of!, over: look, ...(inARow ? { inARow: true } : {}) } }
  },
  style: 'count',
  sentence: (about, comparison) => {
    const { definition, condition, language } = about
    const name = titleIn(definition, 'schedules', String(condition.missed), language)
    const subject = wordsIn(language, condition.inARow ? words.inARow : words.all, { name }) + overIn(about)
    return comparedTo(language, subject, comparison)
  },
} as const satisfies ComparedSubject
