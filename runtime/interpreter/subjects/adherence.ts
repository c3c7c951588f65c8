/** `adherence: week` over a period: readings delivered of those asked, in percent, over the windows that are closed. */
import { millionths } from '../condition/exact.ts'
import { missing, number } from '../condition/found.ts'
import { lookBack } from '../condition/statistic-subject.ts'
import { windowStart } from '../condition/window.ts'
import { own } from '../own.ts'
import { titleIn } from '../sentences/names.ts'
import { comparedTo, overIn, wordsIn } from '../sentences/parts.ts'
import type { ComparedSubject } from './subject.ts'

const words = {
  of: { nl: 'het deel van de gevraagde metingen van {name}', en: 'the share of the readings asked for by {name}' },
}

export const adherence = {
  key: 'adherence',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'schedules',
      title: 'Trouw aan',
      description: 'Hoeveel procent van de gevraagde metingen gedaan is.',
      en: { title: 'Adherence to', description: 'What percentage of the readings asked for was delivered.' },
    },
    takes: ['over'],
    requires: ['over'],
  },
  compile: ({ adherence: schedule, over }, { zone }) => {
    const start = windowStart(over!, zone)
    return {
      find: ({ enrolment, t }) => {
        const from = start(t)
        let [asked, delivered] = [0, 0]
        for (const window of own(enrolment.schedules, schedule!)?.closed ?? []) {
          if (window.opens <= from || window.excused) continue
          asked += window.asked
          delivered += window.delivered
        }
        return asked === 0 ? missing('nothing-asked') : number(millionths(delivered * 100), asked)
      },
      measurements: [],
      window: false,
      single: false,
      precision: null,
    }
  },
  domain: () => ({ from: 0, to: 100, step: null }),
  needs: (condition) => ({ windows: { of: condition.adherence!, over: lookBack(condition) } }),
  sentence: (about, comparison) => {
    const { definition, condition, language } = about
    const name = titleIn(definition, 'schedules', String(condition.adherence), language)
    return comparedTo(language, wordsIn(language, words.of, { name }) + overIn(about), comparison)
  },
  unit: () => '%',
} as const satisfies ComparedSubject
