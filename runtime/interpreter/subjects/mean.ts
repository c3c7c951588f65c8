/** `mean: systolic` over a period: the mean of the readings in it, exactly. */
import { statisticSubject } from '../condition/statistic-subject.ts'
import { comparedTo, overIn, readingsIn, valueTitle, valueUnit, wordsIn } from '../sentences/parts.ts'
import type { ComparedSubject } from './subject.ts'

const words = {
  of: { nl: 'het gemiddelde van {name}', en: 'the mean of {name}' },
}

export const mean = {
  key: 'mean',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'values',
      title: 'Gemiddelde van',
      description: 'Het gemiddelde van een meting, antwoord of score over een periode.',
      en: { title: 'Mean of', description: 'The mean of a measurement, answer or score over a period.' },
    },
    takes: ['over', 'readings'],
    requires: ['over'],
  },
  ...statisticSubject('mean'),
  sentence: (about, comparison) => {
    const { definition, condition, language } = about
    const name = valueTitle(definition, String(condition.mean), language)
    const subject = wordsIn(language, words.of, { name }) + overIn(about) + readingsIn(about)
    return comparedTo(language, subject, comparison)
  },
  unit: ({ definition, condition, language }) => valueUnit(definition, String(condition.mean), language),
} as const satisfies ComparedSubject
