/** Which values a subject can have at all: what is plausible, at the declared precision. */
import type { Condition, PathwayDefinition } from '../../../../schemas/index.ts'
import { subjectOf } from '../../subjects/index.ts'
import { modifiers, type Domain } from '../../subjects/subject.ts'

/** The values that the subject of `condition` can have; null when nothing is known of it. */
export function domainOf(definition: PathwayDefinition, condition: Condition): Domain | null {
  const subject = subjectOf(condition)
  return subject?.compared ? subject.domain(definition, condition) : null
}

/** What two conditions must share to be about the same value at the same moment: how many readings each asks for does not matter. A score and its outcome are two things. */
export function subjectKey(condition: Condition): string {
  const subject = subjectOf(condition)
  const beside = modifiers.map((modifier) => (modifier === 'readings' ? null : condition[modifier]))
  const named = [condition.is, ...(condition.oneOf ?? [])].some((value) => typeof value === 'string')
  return JSON.stringify([subject?.key, subject && condition[subject.key as keyof Condition], named, ...beside])
}
