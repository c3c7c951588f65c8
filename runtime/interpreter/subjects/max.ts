/** `max: temperature` over a period: the highest value in it. */
import { statisticSubject } from '../condition/statistic-subject.ts'
import { comparedTo, overIn, readingsIn, valueTitle, valueUnit, wordsIn } from '../sentences/parts.ts'
import type { ComparedSubject } from './subject.ts'

const words = {
  of: { nl: 'de hoogste waarde van {name}', en: 'the highest value of {name}' },
}

export const max = {
  key: 'max',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'values',
      title: 'Hoogste van',
      description: 'De hoogste waarde over een periode.',
      en: { title: 'Highest of', description: 'The highest value over a period.' },
    },
    takes: ['over', 'readings'],
    requires: ['over'],
  },
  ...statisticSubject('max'),
  sentence: (about, comparison) => {
    const { definition, condition, language } = about
    const name = valueTitle(definition, String(condition.max), language)
    const subject = wordsIn(language, words.of, { name }) + overIn(about) + readingsIn(about)
    return comparedTo(language, subject, comparison)
  },
  unit: ({ definition, condition, language }) => valueUnit(definition, String(condition.max), language),
} as const satisfies ComparedSubject
