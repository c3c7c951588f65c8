/** The shape of one condition: a subject with its modifiers and one comparator, or a combination. */
import type { Condition } from '../../../schemas/index.ts'
import { say } from '../say.ts'
import { subjects as all } from '../subjects/index.ts'
import { modifiers, type Modifier, type Subject } from '../subjects/subject.ts'
import type { ConditionPart } from '../walk.ts'
import { combinators, comparators, present } from './comparators.ts'
import type { ShapeFinding } from './shape.ts'

/** The keys of the subjects. */
export const subjects = all.map(({ key }) => key as keyof Condition)

/** What is wrong with the shape of this condition itself, not of those inside it; null when nothing is. */
export function conditionFinding({ path, condition }: ConditionPart): ShapeFinding | null {
  if (Object.keys(condition).length === 0) return null // the schema says so
  const about = [...present(condition, combinators), ...present(condition, subjects)]
  const wrong: Wrong = (code, message) => ({ code, path, drop: path, message })
  if (about.length === 0)
    return wrong('condition-subject', say('condition-no-subject', { subjects: subjects.join(', ') }))
  if (about.length > 1) return wrong('condition-subject', say('condition-two-subjects', { subjects: about.join(', ') }))
  const subject = all.find(({ key }) => key === about[0]) ?? null
  return (
    modifierFinding(about[0]!, subject, condition, wrong) ?? comparatorFinding(about[0]!, subject, condition, wrong)
  )
}

type Wrong = (code: string, message: ShapeFinding['message']) => ShapeFinding

function modifierFinding(
  name: string,
  subject: Subject | null,
  condition: Condition,
  wrong: Wrong,
): ShapeFinding | null {
  const stray = present(condition, modifiers).find((key) => !subject?.grammar.takes.includes(key))
  if (stray)
    return wrong(
      'condition-modifier',
      say('condition-modifier', { modifier: stray, subject: name, fitting: takers(stray) }),
    )
  const { either } = subject?.grammar ?? {}
  if (either === undefined || present(condition, either).length === 1) return null
  return wrong('condition-modifier', say('condition-either', { subject: name, one: either[0], other: either[1] }))
}

/** The subjects that a modifier belongs to. */
const takers = (modifier: Modifier): string =>
  all.flatMap(({ key, grammar }) => (grammar.takes.includes(modifier) ? [key] : [])).join(', ')

/** A combination, and a subject that is true or false by itself, is not compared; every other subject is, once. */
function comparatorFinding(
  name: string,
  subject: Subject | null,
  condition: Condition,
  wrong: Wrong,
): ShapeFinding | null {
  const compared = present(condition, comparators)
  if (!subject?.compared)
    return compared.length === 0
      ? null
      : wrong('condition-comparator', say('condition-not-compared', { subject: name, comparator: compared[0]! }))
  if (compared.length === 0)
    return wrong(
      'condition-comparator',
      say('condition-no-comparator', { subject: name, comparators: comparators.join(', ') }),
    )
  if (compared.length > 1)
    return wrong('condition-comparator', say('condition-two-comparators', { comparators: compared.join(', ') }))
  return null
}
