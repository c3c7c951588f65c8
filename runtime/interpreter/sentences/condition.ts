/** A condition as a clinician says it. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import { sayIn, type Language } from '../say.ts'
import { soundDefinition } from '../sound.ts'
import { subjectOf } from '../subjects/index.ts'
import type { About } from '../subjects/subject.ts'
import { isObject, objectsIn } from '../walk.ts'
import { comparisonIn } from './comparison.ts'

/**
 * A condition as a whole sentence part, from `als` on.
 *
 * @example als het gemiddelde van Bovendruk over 7 dagen, bij ten minste 12 metingen, 135 mmHg of hoger is
 */
export const conditionSentence = (definition: PathwayDefinition, condition: Condition, language: Language): string =>
  sayIn(language, 'if', { clause: clauseIn(soundDefinition(definition), condition, language) })

/** The same without `als`, to stand inside another sentence. Empty for what says nothing yet. */
export function clauseIn(definition: PathwayDefinition, condition: Condition | undefined, language: Language): string {
  if (!isObject(condition)) return ''
  const inside = (child: Condition | undefined): string => clauseIn(definition, child, language)
  const { all, any, not } = condition
  if (all !== undefined)
    return joined(
      objectsIn(all).map(([, child]) => bracketed(inside(child), child.any)),
      language,
      'and',
    )
  if (any !== undefined)
    return joined(
      objectsIn(any).map(([, child]) => bracketed(inside(child), child.all)),
      language,
      'or',
    )
  if (not !== undefined) return sayIn(language, 'not', { clause: bracketed(inside(not), not.all ?? not.any) })
  return simple({ definition, condition, language })
}

/** Clauses that hold a comma of their own are parted clearly by the joining word alone. */
const joined = (clauses: string[], language: Language, joint: 'and' | 'or'): string =>
  clauses.filter((clause) => clause !== '').join(` ${sayIn(language, joint)} `)

const bracketed = (clause: string, inside: unknown[] | undefined): string =>
  (inside?.length ?? 0) > 1 ? `(${clause})` : clause

function simple(about: About): string {
  const subject = subjectOf(about.condition)
  if (subject === null) return ''
  if (!subject.compared) return subject.sentence(about)
  const literal = (value: unknown): string | null => subject.literal?.(about, value) ?? null
  return subject.sentence(about, comparisonIn(about, subject.unit?.(about) ?? '', subject.style, literal))
}
