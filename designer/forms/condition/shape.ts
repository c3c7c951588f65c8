/** Reads the shape of a condition: a group of others, or a subject with modifiers and a comparator. */
import { comparators, type Comparator } from '../../../runtime/interpreter/reading/comparators.ts'
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import { valueOf, valuesIn } from '../values.ts'

export { comparators, type Comparator }

/** The subjects that there are fields for; a condition about another one is shown as its sentence. */
export const subjects = [
  'measurement',
  'mean',
  'missed',
  'adherence',
  'alerts',
  'fact',
  'parameter',
  'inState',
] as const satisfies (keyof Condition)[]
export type Subject = (typeof subjects)[number]
export const groups = ['all', 'any'] as const

export type Group = (typeof groups)[number]

/** What may stand behind each subject besides the comparator; `over` comes first in the sentence. */
export const modifiers: Record<Subject, ('over' | 'readings' | 'inARow')[]> = {
  measurement: [],
  mean: ['over', 'readings'],
  missed: ['over', 'inARow'],
  adherence: ['over'],
  alerts: ['over'],
  fact: [],
  parameter: [],
  inState: [],
}

/** The subjects that the language demands a period for. */
export const needsPeriod: ReadonlySet<Subject> = new Set(['mean', 'adherence', 'alerts'])

/** What the condition is about; null when the form does not know it. */
export function subjectOf(condition: Condition): Subject | null {
  return subjects.find((subject) => condition[subject] !== undefined) ?? null
}

/** How it compares; null when it does not. */
export function comparatorOf(condition: Condition): Comparator | null {
  return comparators.find((comparator) => condition[comparator] !== undefined) ?? null
}

/** Whether it joins others by `all`, `any` or `not`; null when it stands alone. */
export function groupOf(condition: Condition): Group | null {
  return groups.find((group) => condition[group] !== undefined) ?? null
}

/** The names that a subject can be about, as they stand in this pathway. */
export function namesFor(subject: Subject, definition: PathwayDefinition): string[] {
  switch (subject) {
    case 'measurement':
      return Object.keys(definition.measurements)
    case 'mean':
      return valuesIn(definition).flatMap(({ name, type }) => (type === 'boolean' ? [] : [name]))
    case 'missed':
    case 'adherence':
      return Object.keys(definition.schedules ?? {})
    case 'alerts':
      return ['red', 'amber', 'green']
    case 'fact':
      return Object.keys(definition.facts ?? {})
    case 'parameter':
      return Object.keys(definition.parameters ?? {})
    case 'inState':
      return []
  }
}

/** What kind of answer the subject gives; it decides which comparators make sense. */
export function answerOf(condition: Condition, definition: PathwayDefinition): 'number' | 'boolean' | 'choice' {
  if (condition.measurement !== undefined) return definition.measurements[condition.measurement]?.type ?? 'number'
  const fact = condition.fact === undefined ? undefined : definition.facts?.[condition.fact]
  if (fact?.type === 'boolean' || fact?.type === 'choice') return fact.type
  return 'number'
}

/** The comparators that fit the answer. `inState` has none: the duration itself is compared. */
export function comparatorsFor(condition: Condition, definition: PathwayDefinition): Comparator[] {
  if (condition.inState !== undefined) return []
  const answer = answerOf(condition, definition)
  if (answer === 'boolean') return ['is']
  return answer === 'choice' ? ['is', 'oneOf'] : ['above', 'atLeast', 'below', 'atMost', 'between', 'is']
}

/** The unit that the numbers of a condition are in, as the pathway writes it; null when it counts or is a yes or no. */
export function unitOf(condition: Condition, definition: PathwayDefinition): string | null {
  if (condition.adherence !== undefined) return '%'
  const parameter = condition.parameter === undefined ? undefined : definition.parameters?.[condition.parameter]
  const measurement = condition.measurement ?? condition.mean ?? parameter?.measurement
  if (measurement !== undefined) return valueOf(definition, measurement)?.unit ?? null
  return condition.fact === undefined ? null : (definition.facts?.[condition.fact]?.unit ?? null)
}
