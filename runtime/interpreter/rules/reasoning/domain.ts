/** Which values a subject can have at all: what is plausible, at the declared precision. */
import type { Condition, PathwayDefinition } from '../../../../schemas/index.ts'
import { present, subjects } from '../../reading/condition.ts'

/** `step` is null for values without a smallest step (means, percentages). `answers` are for questions and choices. */
export type Domain = { from: number; to: number; step: number | null } | { answers: (string | boolean)[] }

/** The values that the subject of `condition` can have; null when nothing is known of it. */
export function domainOf(definition: PathwayDefinition, condition: Condition): Domain | null {
  const subject = present(condition, subjects)[0]
  if (subject === undefined || subject === 'inState') return null
  switch (subject) {
    case 'measurement':
    case 'mean':
      return measurementDomain(definition, String(condition[subject]), subject === 'measurement')
    case 'missed':
    case 'alerts':
      return { from: 0, to: Infinity, step: 1 }
    case 'adherence':
      return { from: 0, to: 100, step: null }
    case 'fact':
      return factDomain(definition, String(condition.fact))
    case 'parameter':
      return parameterDomain(definition, String(condition.parameter))
  }
}

/** A single value is rounded to the precision before it is compared; a mean is not. */
function measurementDomain({ measurements }: PathwayDefinition, name: string, single: boolean): Domain | null {
  const measurement = measurements[name]
  if (measurement === undefined) return null
  if (measurement.type === 'boolean') return { answers: [true, false] }
  const { from, to } = measurement.plausible ?? { from: -Infinity, to: Infinity }
  return { from, to, step: single ? (measurement.precision ?? null) : null }
}

function factDomain({ facts }: PathwayDefinition, name: string): Domain | null {
  const fact = facts?.[name]
  if (fact === undefined) return null
  if (fact.type === 'boolean') return { answers: [true, false] }
  if (fact.type === 'choice') return { answers: fact.options ?? [] }
  return { from: fact.from ?? -Infinity, to: fact.to ?? Infinity, step: fact.type === 'integer' ? 1 : null }
}

function parameterDomain({ parameters }: PathwayDefinition, name: string): Domain | null {
  const parameter = parameters?.[name]
  return parameter === undefined ? null : { from: parameter.from, to: parameter.to, step: null }
}

/** What two conditions must share to be about the same value at the same moment. */
export function subjectKey(condition: Condition): string {
  const subject = present(condition, subjects)[0]
  return JSON.stringify([subject, subject && condition[subject], condition.over, condition.inARow])
}
