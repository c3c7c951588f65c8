/** `rise: weight` over 3 days: the newest value minus the lowest of those before it in that time. */
import { changeSubject } from '../condition/change.ts'
import { durationIn } from '../sentences/names.ts'
import { valueTitle, valueUnit, wordsIn } from '../sentences/parts.ts'
import type { ComparedSubject } from './subject.ts'

const words = {
  compared: { nl: '{name} in {over} met {comparison} stijgt', en: '{name} rises by {comparison} in {over}' },
  alone: { nl: 'de stijging van {name} in {over}', en: 'the rise of {name} in {over}' },
}

export const rise = {
  key: 'rise',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'values',
      title: 'Stijging van',
      description: 'De nieuwste waarde min de laagste daarvoor in de periode.',
      en: { title: 'Rise of', description: 'The newest value minus the lowest before it in the period.' },
    },
    takes: ['over'],
    requires: ['over'],
  },
  ...changeSubject('rise', 1),
  style: 'amount',
  sentence: ({ definition, condition, language }, comparison) => {
    const name = valueTitle(definition, String(condition.rise), language)
    const over = durationIn(String(condition.over), language)
    return wordsIn(language, comparison === '' ? words.alone : words.compared, { name, over, comparison })
  },
  unit: ({ definition, condition, language }) => valueUnit(definition, String(condition.rise), language),
} as const satisfies ComparedSubject
