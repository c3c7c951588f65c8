/** `answer: item`: what the patient answered to a question of a questionnaire. */
import { singleSubject } from '../condition/single.ts'
import { domainOfValue } from '../condition/value-domain.ts'
import { valueNamed } from '../condition/values.ts'
import { textOf } from '../sentences/names.ts'
import { comparedTo, valueTitle } from '../sentences/parts.ts'
import { sayIn } from '../say.ts'
import { objectsIn } from '../walk.ts'
import type { ComparedSubject } from './subject.ts'

export const answer = {
  key: 'answer',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'items',
      title: 'Antwoord op',
      description: 'Het antwoord op een vraag.',
      en: { title: 'Answer to', description: 'The answer to an item.' },
    },
    takes: [],
    requires: [],
  },
  compile: (condition, context) => singleSubject(condition.answer!, null, context),
  domain: (definition, condition) => domainOfValue(definition, String(condition.answer)),
  sentence: ({ definition, condition, language }, comparison) => {
    const question = valueTitle(definition, String(condition.answer), language)
    return comparedTo(language, sayIn(language, 'answer-to', { question }), comparison)
  },
  literal: ({ definition, condition, language }, value) => {
    const item = valueNamed(definition, String(condition.answer))
    const options = item?.kind === 'item' ? objectsIn(item.part.options) : []
    const title = textOf(options.find(([, option]) => option.answer === value)?.[1].title, language)
    return title === undefined ? null : `“${title}”`
  },
} as const satisfies ComparedSubject
