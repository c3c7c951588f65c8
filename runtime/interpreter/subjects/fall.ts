/** `fall: spo2` over 2 days: the highest of the values before the newest in that time, minus the newest. */
import { changeSubject } from '../condition/change.ts'
import { durationIn } from '../sentences/names.ts'
import { valueTitle, valueUnit, wordsIn } from '../sentences/parts.ts'
import type { ComparedSubject } from './subject.ts'

const words = {
  compared: { nl: '{name} in {over} met {comparison} daalt', en: '{name} falls by {comparison} in {over}' },
  alone: { nl: 'de daling van {name} in {over}', en: 'the fall of {name} in {over}' },
}

export const fall = {
  key: 'fall',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'values',
      title: 'Daling van',
      description: 'De hoogste waarde daarvoor in de periode min de nieuwste.',
      en: { title: 'Fall of', description: 'The highest value before it in the period minus the newest.' },
    },
    takes: ['over'],
    requires: ['over'],
  },
  ...changeSubject('fall', -1),
  style: 'amount',
  sentence: ({ definition, condition, language }, comparison) => {
    const name = valueTitle(definition, String(condition.fall), language)
    const over = durationIn(String(condition.over), language)
    return wordsIn(language, comparison === '' ? words.alone : words.compared, { name, over, comparison })
  },
  unit: ({ definition, condition, language }) => valueUnit(definition, String(condition.fall), language),
} as const satisfies ComparedSubject
