/** `parameter: target`: the personal limit as it stands for this patient. */
import { number } from '../condition/found.ts'
import { personalLimit } from '../condition/right-side.ts'
import { own } from '../own.ts'
import { sayIn } from '../say.ts'
import { titleIn } from '../sentences/names.ts'
import { comparedTo, valueUnit } from '../sentences/parts.ts'
import { isObject } from '../walk.ts'
import type { ComparedSubject } from './subject.ts'

export const parameter = {
  key: 'parameter',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'parameters',
      title: 'Persoonlijke grens',
      description: 'De waarde van een persoonlijke grens.',
      en: { title: 'Personal limit', description: 'The value of a personal limit.' },
    },
    takes: [],
    requires: [],
  },
  compile: ({ parameter: name }, context) => {
    const value = personalLimit(name!, 0, context)
    return {
      find: ({ enrolment }) => number(value(enrolment)),
      measurements: [],
      window: false,
      single: false,
      steady: true,
      precision: null,
    }
  },
  domain: ({ parameters }, condition) => {
    const limit = own(isObject(parameters) ? parameters : {}, String(condition.parameter))
    return isObject(limit) ? { from: limit.from, to: limit.to, step: null } : null
  },
  sentence: ({ definition, condition, language }, comparison) => {
    const limit = titleIn(definition, 'parameters', String(condition.parameter), language)
    return comparedTo(language, sayIn(language, 'the-limit', { limit }), comparison)
  },
  unit: ({ definition, condition, language }) =>
    valueUnit(definition, definition.parameters?.[String(condition.parameter)]?.measurement ?? '', language),
} as const satisfies ComparedSubject
