/** `alerts: red` over a period: how many alerts of that level were raised in it. */
import { millionths } from '../condition/exact.ts'
import { number } from '../condition/found.ts'
import { lookBack } from '../condition/statistic-subject.ts'
import { windowStart } from '../condition/window.ts'
import { sayIn, type Language } from '../say.ts'
import { comparedTo, overIn, wordsIn } from '../sentences/parts.ts'
import type { ComparedSubject } from './subject.ts'

const words = {
  of: { nl: 'het aantal {level} meldingen', en: 'the number of {level} alerts' },
}

export const alerts = {
  key: 'alerts',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/level',
      title: 'Aantal meldingen',
      description: 'Hoeveel meldingen van deze ernst er waren.',
      en: { title: 'Number of alerts', description: 'How many alerts of this level there were.' },
    },
    takes: ['over'],
    requires: ['over'],
  },
  compile: ({ alerts: level, over }, { zone }) => {
    const start = windowStart(over!, zone)
    return {
      find: ({ enrolment, t }) => {
        const from = start(t)
        let count = 0
        for (const alert of enrolment.raised) if (alert.level === level && alert.at > from && alert.at <= t) count++
        return number(millionths(count))
      },
      measurements: [],
      window: false,
      single: false,
      precision: null,
    }
  },
  domain: () => ({ from: 0, to: Infinity, step: 1 }),
  needs: (condition) => ({ alerts: lookBack(condition) }),
  style: 'count',
  sentence: (about, comparison) => {
    const { condition, language } = about
    const level = levelIn(String(condition.alerts), language)
    return comparedTo(language, wordsIn(language, words.of, { level }) + overIn(about), comparison)
  },
} as const satisfies ComparedSubject

const levelIn = (level: string, language: Language): string =>
  level === 'red' || level === 'amber' || level === 'green' ? sayIn(language, `level-${level}`) : level
