/** Changes one part of a condition and keeps the rest sensible: a mean gets its period, a yes-or-no question gets "is". */
import type { Condition, Limit, PathwayDefinition } from '../../../schemas/index.ts'
import type { Comparator, Group, Subject } from './shape.ts'
import {
  answerOf,
  comparatorOf,
  comparatorsFor,
  groupOf,
  modifiers,
  namesFor,
  needsPeriod,
  subjectOf,
} from './shape.ts'

/** What a new period starts as; the author changes it to what the evidence says. */
const firstPeriod = '7 days'

/** The same comparison about another kind of subject; the name stays when the new subject knows it too. */
export function withSubject(condition: Condition, subject: Subject, definition: PathwayDefinition): Condition {
  const names = namesFor(subject, definition)
  const known = names.find((name) => name === nameOf(condition))
  const name = subject === 'inState' ? firstPeriod : (known ?? names[0] ?? '')
  const start = { [subject]: name, ...keptModifiers(condition, subject), ...comparison(condition) }
  return fitting({ ...start, ...about(condition) }, definition)
}

/** The same comparison about another measurement, schedule, fact or limit. */
export function withName(condition: Condition, name: string, definition: PathwayDefinition): Condition {
  const subject = subjectOf(condition)
  return subject === null ? condition : fitting({ ...condition, [subject]: name }, definition)
}

/** The same subject compared in another way; a number stays the number it was. */
export function withComparator(condition: Condition, comparator: Comparator, definition: PathwayDefinition): Condition {
  const { before, after } = around(condition)
  return { ...before, [comparator]: rightSide(condition, comparator, definition), ...after }
}

/** The same conditions, all of which or any of which must hold. */
export function withGroup(condition: Condition, group: Group): Condition {
  const old = groupOf(condition)
  return { [group]: old === null ? [condition] : condition[old], ...about(condition) }
}

/** A condition to begin with: the first measurement, compared with a limit that lies in the middle of what is plausible. */
export function firstCondition(definition: PathwayDefinition): Condition {
  return fitting({ measurement: Object.keys(definition.measurements)[0] ?? '' }, definition)
}

function nameOf(condition: Condition): unknown {
  const subject = subjectOf(condition)
  return subject === null ? undefined : condition[subject]
}

function keptModifiers(condition: Condition, subject: Subject): Condition {
  const kept = modifiers[subject].filter((modifier) => condition[modifier] !== undefined)
  const period = needsPeriod.has(subject) ? { over: condition.over ?? firstPeriod } : {}
  return { ...period, ...Object.fromEntries(kept.map((modifier) => [modifier, condition[modifier]])) }
}

function comparison(condition: Condition): Condition {
  const comparator = comparatorOf(condition)
  return comparator === null ? {} : { [comparator]: condition[comparator] }
}

/** The condition with a comparator that suits what its subject answers. */
function fitting(condition: Condition, definition: PathwayDefinition): Condition {
  const possible = comparatorsFor(condition, definition)
  const comparator = comparatorOf(condition)
  const first = possible[0]
  if (first === undefined) return around(condition).without
  const suits = comparator !== null && possible.includes(comparator) && rightFits(condition, comparator, definition)
  return suits ? condition : withComparator(condition, first, definition)
}

function rightFits(condition: Condition, comparator: Comparator, definition: PathwayDefinition): boolean {
  if (comparator !== 'is') return true
  const answer = answerOf(condition, definition)
  return typeof condition.is === (answer === 'choice' ? 'string' : answer)
}

function rightSide(condition: Condition, comparator: Comparator, definition: PathwayDefinition): unknown {
  const answer = answerOf(condition, definition)
  if (answer === 'boolean') return true
  const options = definition.facts?.[condition.fact ?? '']?.options ?? []
  if (answer === 'choice') return comparator === 'oneOf' ? options.slice(0, 1) : (options[0] ?? '')
  const limit = limitOf(condition) ?? middle(condition, definition)
  const number = typeof limit === 'number' ? limit : middle(condition, definition)
  if (comparator === 'between') return { from: number, to: number }
  return comparator === 'is' ? number : limit
}

/** The number or personal limit that stands on the right side now. */
function limitOf(condition: Condition): Limit | null {
  const { above, atLeast, below, atMost, between, is } = condition
  return above ?? atLeast ?? below ?? atMost ?? between?.from ?? (typeof is === 'number' ? is : null)
}

function middle(condition: Condition, definition: PathwayDefinition): number {
  const plausible = definition.measurements[condition.measurement ?? condition.mean ?? '']?.plausible
  return plausible === undefined ? 1 : Math.round((plausible.from + plausible.to) / 2)
}

/** What stands before and after the comparator, so that another one takes the same place in the text. */
function around(condition: Condition): { before: Condition; after: Condition; without: Condition } {
  const comparator = comparatorOf(condition)
  const entries = Object.entries(condition)
  const place = comparator === null ? entries.length : entries.findIndex(([key]) => key === comparator)
  const [before, after] = [Object.fromEntries(entries.slice(0, place)), Object.fromEntries(entries.slice(place + 1))]
  return { before, after, without: { ...before, ...after } }
}

/** The author's reason and sources belong to the condition, whatever it compares. */
function about({ because, evidence }: Condition): Condition {
  return { ...(because === undefined ? {} : { because }), ...(evidence === undefined ? {} : { evidence }) }
}
