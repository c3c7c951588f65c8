/** The shape of one condition: a subject with its modifiers and one comparator, or a combination. */
import type { Condition } from '../../../schemas/index.ts'
import { say } from '../say.ts'
import type { ConditionPart } from '../walk.ts'
import type { ShapeFinding } from './shape.ts'

export const combinators = ['all', 'any', 'not'] as const
export const comparators = ['above', 'atLeast', 'below', 'atMost', 'between', 'is', 'oneOf'] as const
export const subjects = [
  'measurement',
  'mean',
  'missed',
  'adherence',
  'alerts',
  'fact',
  'parameter',
  'inState',
] as const

export type Subject = (typeof subjects)[number]
export type Comparator = (typeof comparators)[number]

/** Which subjects a modifier belongs to. */
const modifiers: Record<'over' | 'readings' | 'inARow', readonly Subject[]> = {
  over: ['mean', 'missed', 'adherence', 'alerts'],
  readings: ['mean'],
  inARow: ['missed'],
}

/** The keys out of `keys` that a condition has. */
export const present = <Key extends keyof Condition>(condition: Condition, keys: readonly Key[]): Key[] =>
  keys.filter((key) => Object.hasOwn(condition, key))

/** What is wrong with the shape of this condition itself, not of those inside it; null when nothing is. */
export function conditionFinding({ path, condition }: ConditionPart): ShapeFinding | null {
  if (Object.keys(condition).length === 0) return null // the schema says so
  const about = [...present(condition, combinators), ...present(condition, subjects)]
  const compared = present(condition, comparators)
  const wrong = (code: string, message: ShapeFinding['message']): ShapeFinding => ({ code, path, drop: path, message })
  if (about.length === 0)
    return wrong('condition-subject', say('condition-no-subject', { subjects: subjects.join(', ') }))
  if (about.length > 1) return wrong('condition-subject', say('condition-two-subjects', { subjects: about.join(', ') }))
  const subject = about[0]!
  const stray = present(condition, ['over', 'readings', 'inARow']).find(
    (key) => !modifiers[key].includes(subject as Subject),
  )
  if (stray)
    return wrong(
      'condition-modifier',
      say('condition-modifier', { modifier: stray, subject, fitting: modifiers[stray].join(', ') }),
    )
  if (!compares(subject))
    return compared.length === 0
      ? null
      : wrong('condition-comparator', say('condition-not-compared', { subject, comparator: compared[0]! }))
  if (compared.length === 0)
    return wrong(
      'condition-comparator',
      say('condition-no-comparator', { subject, comparators: comparators.join(', ') }),
    )
  if (compared.length > 1)
    return wrong('condition-comparator', say('condition-two-comparators', { comparators: compared.join(', ') }))
  return null
}

/** A combination and `inState` are true or false by themselves. */
const compares = (subject: string): boolean => subject !== 'inState' && !combinators.some((key) => key === subject)
