/** Whether what a condition compares with fits its subject: a yes-or-no question has no "higher than". */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import { nearest } from '../nearest.ts'
import { below } from '../pointer.ts'
import { say } from '../say.ts'
import { isObject, type ConditionPart } from '../walk.ts'
import { comparators, present, subjects } from './condition.ts'
import type { ShapeFinding } from './shape.ts'

/** What kind of answer a subject gives; null when that is not known. */
type Kind = { type: 'number' } | { type: 'boolean' } | { type: 'choice'; options: string[] } | null

/** What is wrong between subject and comparator; null when they fit, or when the subject is not known. */
export function fitFinding(definition: PathwayDefinition, { path, condition }: ConditionPart): ShapeFinding | null {
  const kind = kindOf(definition, condition)
  const comparator = present(condition, comparators)[0]
  if (comparator === undefined || kind === null) return null
  if (kind.type === 'boolean' && condition.mean !== undefined)
    return { code: 'comparator-fit', path, drop: path, message: say('mean-of-boolean', { name: condition.mean }) }
  const values = comparator === 'is' ? [condition.is] : comparator === 'oneOf' ? (condition.oneOf ?? []) : null
  if (values === null) return kind.type === 'number' ? null : wrong(path, comparator, kind)
  const stray = values.find((value) => !answers(kind, value))
  if (stray === undefined || typeof stray === 'object') return null // another type is the schema's to say
  return kind.type === 'choice' && typeof stray === 'string'
    ? wrongOption(path, comparator, stray, kind.options)
    : wrong(path, comparator, kind)
}

function kindOf(definition: PathwayDefinition, condition: Condition): Kind {
  const subject = present(condition, subjects)[0]
  if (subject === 'measurement' || subject === 'mean') return kindOfMeasurement(definition, String(condition[subject]))
  if (subject === 'fact') return kindOfFact(definition, String(condition.fact))
  return subject === undefined || subject === 'inState' ? null : { type: 'number' }
}

function kindOfMeasurement({ measurements }: PathwayDefinition, name: string): Kind {
  const measurement = isObject(measurements) && Object.hasOwn(measurements, name) ? measurements[name] : undefined
  return isObject(measurement) ? { type: measurement.type === 'boolean' ? 'boolean' : 'number' } : null
}

function kindOfFact({ facts }: PathwayDefinition, name: string): Kind {
  const fact = isObject(facts) && Object.hasOwn(facts, name) ? facts[name] : undefined
  if (!isObject(fact)) return null
  if (fact.type === 'choice')
    return Array.isArray(fact.options) ? { type: 'choice', options: fact.options as string[] } : null
  return fact.type === 'boolean'
    ? { type: 'boolean' }
    : fact.type === 'integer' || fact.type === 'decimal'
      ? { type: 'number' }
      : null
}

const answers = (kind: NonNullable<Kind>, value: unknown): boolean =>
  kind.type === 'choice'
    ? kind.options.includes(String(value)) && typeof value === 'string'
    : typeof value === kind.type

const wrong = (path: string, comparator: string, kind: NonNullable<Kind>): ShapeFinding => ({
  code: 'comparator-fit',
  path: below(path, comparator),
  drop: path,
  message: say(kind.type === 'number' ? 'fit-number' : kind.type === 'boolean' ? 'fit-boolean' : 'fit-choice', {
    comparator,
  }),
})

function wrongOption(path: string, comparator: string, value: string, options: string[]): ShapeFinding {
  const meant = nearest(value, options)
  const message =
    meant === null
      ? say('unknown-value', { value, known: options.join(', ') })
      : say('unknown-value-near', { value, meant, known: options.join(', ') })
  return { code: 'unknown-value', path: below(path, comparator), drop: path, message }
}
