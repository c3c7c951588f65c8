/** What a value can be at all, for the checks: what is plausible, at the declared precision. */
import type { Item, PathwayDefinition } from '../../../schemas/index.ts'
import type { Domain } from '../subjects/subject.ts'
import { isObject, objectsIn } from '../walk.ts'
import { scoreRange } from './score-range.ts'
import { scoreStep } from './score-step.ts'
import { valueNamed } from './values.ts'

/** What a single reading of a value can be; null when nothing is known of it. */
export function domainOfValue(definition: PathwayDefinition, name: string): Domain | null {
  const value = valueNamed(definition, name)
  if (value === null) return null
  if (value.kind === 'item') return itemDomain(value.part)
  if (value.kind === 'score') return { ...scoreRange(definition, value.part), step: scoreStep(definition, value.part) }
  if (value.part.type === 'boolean') return { answers: [true, false] }
  const { from = -Infinity, to = Infinity } = isObject(value.part.plausible) ? value.part.plausible : {}
  return { from, to, step: value.part.precision ?? null }
}

/** Answers that are all numbers are a number; others are a choice. */
function itemDomain({ options, scale }: Item): Domain | null {
  if (isObject(scale)) return { from: scale.from, to: scale.to, step: 1 }
  if (options === undefined) return { answers: [true, false] }
  const answers = objectsIn(options).map(([, { answer }]) => answer)
  if (answers.length === 0) return null
  if (!answers.every((answer) => typeof answer === 'number')) return { answers: answers.map(String) }
  const step = answers.every((answer) => Number.isInteger(answer)) ? 1 : null
  return { from: Math.min(...answers), to: Math.max(...answers), step }
}

/** The same for what is not rounded: a mean, a difference. Null for what is no number. */
export function rangeOfValue(definition: PathwayDefinition, name: string): { from: number; to: number } | null {
  const domain = domainOfValue(definition, name)
  return domain === null || 'answers' in domain ? null : { from: domain.from, to: domain.to }
}
