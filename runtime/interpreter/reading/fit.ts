/** Whether what a condition compares with fits its subject: a yes-or-no question has no "higher than". */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import { domainOfValue } from '../condition/value-domain.ts'
import type { Comparison } from '../condition/right-side.ts'
import { nearest } from '../nearest.ts'
import { below } from '../pointer.ts'
import { say } from '../say.ts'
import { subjectOf } from '../subjects/index.ts'
import type { ComparedSubject, Domain } from '../subjects/subject.ts'
import { isObject, type ConditionPart } from '../walk.ts'
import { comparators, present } from './comparators.ts'
import type { ShapeFinding } from './shape.ts'

/** What is wrong between subject and comparator, or inside `where`; null when they fit, or when the subject is not known. */
export function fitFinding(definition: PathwayDefinition, { path, condition }: ConditionPart): ShapeFinding | null {
  const subject = subjectOf(condition)
  if (!subject?.compared) return null
  return (
    numberFinding(definition, subject, condition, path) ??
    misfit(definition, subject, condition, path) ??
    whereFinding(definition, condition, path) ??
    comparedFinding(subject.domain(definition, condition), condition, path, path)
  )
}

/** Of a yes or no, or of a choice, there is no mean and no trend. */
function numberFinding(
  definition: PathwayDefinition,
  { numberOf }: ComparedSubject,
  condition: Condition,
  path: string,
): ShapeFinding | null {
  const name = numberOf?.(condition)
  const domain = typeof name === 'string' ? domainOfValue(definition, name) : null
  if (domain === null || !('answers' in domain)) return null
  return { code: 'comparator-fit', path, drop: path, message: say('not-a-number', { name: name! }) }
}

function misfit(
  definition: PathwayDefinition,
  subject: ComparedSubject,
  condition: Condition,
  path: string,
): ShapeFinding | null {
  const found = subject.misfit?.(definition, condition)
  return found ? { code: 'condition-fit', path: below(path, found.at), drop: path, message: found.message } : null
}

/** What is counted is compared as a value by itself is. */
function whereFinding(definition: PathwayDefinition, { count, where }: Condition, path: string): ShapeFinding | null {
  if (typeof count !== 'string' || !isObject(where)) return null
  return comparedFinding(domainOfValue(definition, count), where, below(path, 'where'), path)
}

/** A comparison that values of this kind cannot have. `drop` is the part that cannot be relied on then. */
export function comparedFinding(
  domain: Domain | null,
  condition: Comparison,
  path: string,
  drop: string,
): ShapeFinding | null {
  const comparator = present(condition, comparators)[0]
  if (comparator === undefined || domain === null) return null
  const values = comparator === 'is' ? [condition.is] : comparator === 'oneOf' ? condition.oneOf : null
  const kind = kindOf(domain)
  if (values === null) return kind === 'number' ? null : wrong(path, comparator, kind, drop)
  const stray = (Array.isArray(values) ? values : []).find((value) => !answers(domain, value))
  if (stray === undefined || typeof stray === 'object') return null // another type is the schema's to say
  return kind === 'choice' && typeof stray === 'string'
    ? wrongOption(below(path, comparator), stray, optionsOf(domain), drop)
    : wrong(path, comparator, kind, drop)
}

type Kind = 'number' | 'boolean' | 'choice'

const kindOf = (domain: Domain): Kind =>
  !('answers' in domain)
    ? 'number'
    : domain.answers.some((answer) => typeof answer === 'boolean')
      ? 'boolean'
      : 'choice'

const optionsOf = (domain: Domain): string[] => ('answers' in domain ? domain.answers.map(String) : [])

const answers = (domain: Domain, value: unknown): boolean =>
  kindOf(domain) === 'choice'
    ? typeof value === 'string' && optionsOf(domain).includes(value)
    : typeof value === kindOf(domain)

const wrong = (path: string, comparator: string, kind: Kind, drop: string): ShapeFinding => ({
  code: 'comparator-fit',
  path: below(path, comparator),
  drop,
  message: say(`fit-${kind}`, { comparator }),
})

function wrongOption(path: string, value: string, options: string[], drop: string): ShapeFinding {
  const meant = nearest(value, options)
  const known = options.join(', ')
  const message =
    meant === null ? say('unknown-value', { value, known }) : say('unknown-value-near', { value, meant, known })
  return { code: 'unknown-value', path, drop, message }
}
