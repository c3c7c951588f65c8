/** `median: systolic` over a period: the value in the middle; of an even number the mean of the two in the middle. */
import { statisticSubject } from '../condition/statistic-subject.ts'
import { comparedTo, overIn, readingsIn, valueTitle, valueUnit, wordsIn } from '../sentences/parts.ts'
import type { ComparedSubject } from './subject.ts'

const words = {
  of: { nl: 'de middelste waarde van {name}', en: 'the median of {name}' },
}

export const median = {
  key: 'median',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'values',
      title: 'Middelste van',
      description: 'De middelste waarde over een periode.',
      en: { title: 'Median of', description: 'The middle value over a period.' },
    },
    takes: ['over', 'readings'],
    requires: ['over'],
  },
  ...statisticSubject('median'),
  sentence: (about, comparison) => {
    const { definition, condition, language } = about
    const name = valueTitle(definition, String(condition.median), language)
    const subject = wordsIn(language, words.of, { name }) + overIn(about) + readingsIn(about)
    return comparedTo(language, subject, comparison)
  },
  unit: ({ definition, condition, language }) => valueUnit(definition, String(condition.median), language),
} as const satisfies ComparedSubject
