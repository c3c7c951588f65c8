/** `min: spo2` over a period: the lowest value in it. */
import { statisticSubject } from '../condition/statistic-subject.ts'
import { comparedTo, overIn, readingsIn, valueTitle, valueUnit, wordsIn } from '../sentences/parts.ts'
import type { ComparedSubject } from './subject.ts'

const words = {
  of: { nl: 'de laagste waarde van {name}', en: 'the lowest value of {name}' },
}

export const min = {
  key: 'min',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'values',
      title: 'Laagste van',
      description: 'De laagste waarde over een periode.',
      en: { title: 'Lowest of', description: 'The lowest value over a period.' },
    },
    takes: ['over', 'readings'],
    requires: ['over'],
  },
  ...statisticSubject('min'),
  sentence: (about, comparison) => {
    const { definition, condition, language } = about
    const name = valueTitle(definition, String(condition.min), language)
    const subject = wordsIn(language, words.of, { name }) + overIn(about) + readingsIn(about)
    return comparedTo(language, subject, comparison)
  },
  unit: ({ definition, condition, language }) => valueUnit(definition, String(condition.min), language),
} as const satisfies ComparedSubject
