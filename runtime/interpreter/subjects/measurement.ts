/** `measurement: systolic`: one value; of the submission in a threshold, the newest that is not stale in a guard. */
import { singleSubject } from '../condition/single.ts'
import { domainOfValue } from '../condition/value-domain.ts'
import { precisionOf } from '../condition/values.ts'
import { comparedTo, named, valueTitle, valueUnit } from '../sentences/parts.ts'
import type { ComparedSubject } from './subject.ts'

export const measurement = {
  key: 'measurement',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'measurements',
      title: 'Waarde van',
      description: 'De waarde van een meting.',
      en: { title: 'Value of', description: 'The value of a measurement.' },
    },
    takes: [],
    requires: [],
  },
  compile: (condition, context) =>
    singleSubject(condition.measurement!, precisionOf(context.definition, condition.measurement!), context),
  domain: (definition, condition) => domainOfValue(definition, String(condition.measurement)),
  sentence: ({ definition, condition, language }, comparison) => {
    const title = valueTitle(definition, String(condition.measurement), language)
    return comparedTo(language, named(title, condition, language), comparison)
  },
  unit: ({ definition, condition, language }) => valueUnit(definition, String(condition.measurement), language),
} as const satisfies ComparedSubject
