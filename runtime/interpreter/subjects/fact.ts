/** `fact: age`: what was said at registration. */
import type { Fact } from '../../../schemas/index.ts'
import { millionths } from '../condition/exact.ts'
import { missing, number } from '../condition/found.ts'
import type { Value } from '../enrolment.ts'
import { own } from '../own.ts'
import { titleIn, unitIn } from '../sentences/names.ts'
import { comparedTo, named } from '../sentences/parts.ts'
import { isObject } from '../walk.ts'
import type { ComparedSubject, Domain } from './subject.ts'

export const fact = {
  key: 'fact',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'facts',
      title: 'Gegeven',
      description: 'Wat bij de aanmelding gezegd is.',
      en: { title: 'Fact', description: 'What was said at registration.' },
    },
    takes: [],
    requires: [],
  },
  compile: ({ fact: name }, { definition }) => {
    const { type } = definition.facts![name!]!
    return {
      find: ({ enrolment }) => {
        const value = own(enrolment.facts, name!)
        if (value === undefined || !isOfType(type, value)) return missing('fact-unknown')
        return typeof value === 'number' ? number(millionths(value)) : { kind: 'literal', value, reading: undefined }
      },
      measurements: [],
      window: false,
      single: false,
      steady: true,
      precision: null,
    }
  },
  domain: ({ facts }, condition) => domainOf(own(isObject(facts) ? facts : {}, String(condition.fact))),
  sentence: ({ definition, condition, language }, comparison) => {
    const title = titleIn(definition, 'facts', String(condition.fact), language)
    return comparedTo(language, named(title, condition, language), comparison)
  },
  unit: ({ definition, condition, language }) => unitIn(definition.facts?.[String(condition.fact)]?.unit, language),
} as const satisfies ComparedSubject

/** An answer that is no answer to the question (a text for an age) is not known: it never includes anybody. */
function isOfType(type: Fact['type'], value: Value): boolean {
  if (type === 'boolean') return typeof value === 'boolean'
  if (type === 'choice') return typeof value === 'string'
  return typeof value === 'number' && Number.isFinite(value)
}

function domainOf(one: Fact | undefined): Domain | null {
  if (!isObject(one)) return null
  const { type, from = -Infinity, to = Infinity, options } = one
  if (type === 'boolean') return { answers: [true, false] }
  if (type === 'choice') return Array.isArray(options) ? { answers: options } : null
  return type === 'integer' || type === 'decimal' ? { from, to, step: type === 'integer' ? 1 : null } : null
}
