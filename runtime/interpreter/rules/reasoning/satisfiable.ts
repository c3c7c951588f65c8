/** Whether a condition can be true for some patient: interval arithmetic over what each subject can be. */
import type { Condition, Limit, PathwayDefinition } from '../../../../schemas/index.ts'
import { objectsIn } from '../../walk.ts'
import type { Domain } from '../../subjects/subject.ts'
import { domainOf, subjectKey } from './domain.ts'
import {
  everything,
  hasValue,
  overlap,
  stretchesOf,
  type Literal,
  type PersonalLimits,
  type Stretch,
} from './stretches.ts'

export type { Literal } from './stretches.ts'

/** More alternatives than this are not looked into: nothing is said of such a condition. */
const MOST = 200

/** The alternatives of a condition: it is true when all literals of at least one of them are. Null when there are too many. */
export function alternatives(condition: Condition, negated = false): Literal[][] | null {
  const { all, any, not } = condition
  if (not) return alternatives(not, !negated)
  if (all) return negated ? either(all, true) : together(all, false)
  if (any) return negated ? together(any, true) : either(any, false)
  return [[{ condition, negated }]]
}

function either(conditions: readonly Condition[], negated: boolean): Literal[][] | null {
  const inside = objectsIn(conditions).map(([, child]) => alternatives(child, negated))
  return inside.includes(null) ? null : bounded(inside.flatMap((some) => some ?? []))
}

function together(conditions: readonly Condition[], negated: boolean): Literal[][] | null {
  let combined: Literal[][] | null = [[]]
  for (const [, child] of objectsIn(conditions)) {
    const some = alternatives(child, negated)
    combined = combined && some && bounded(combined.flatMap((left) => some.map((right) => [...left, ...right])))
  }
  return combined
}

const bounded = (list: Literal[][]): Literal[][] | null => (list.length > MOST ? null : list)

/** Whether these can all be true at once, for some patient and some personal limits. Of what is not known nothing is denied. */
export function possible(definition: PathwayDefinition, literals: readonly Literal[]): boolean {
  const groups = grouped(literals)
  return personalLimits(definition, literals).some((limits) =>
    groups.every((group) => groupPossible(definition, group, limits)),
  )
}

/** What is said of the same value at the same moment, together. */
export function grouped(literals: readonly Literal[]): Literal[][] {
  const groups = new Map<string, Literal[]>()
  for (const literal of literals) {
    const key = subjectKey(literal.condition)
    groups.set(key, [...(groups.get(key) ?? []), literal])
  }
  return [...groups.values()]
}

/** Combinations of personal limits that stand for all that are allowed; the usual ones come first. */
export function personalLimits(definition: PathwayDefinition, literals: readonly Literal[]): PersonalLimits[] {
  const limits = literals.flatMap(({ condition }) => limitsIn(condition))
  const names = new Set(limits.flatMap((limit) => (typeof limit === 'object' ? [limit.parameter] : [])))
  let combinations: Map<string, number>[] = [new Map()]
  for (const name of names) {
    const values = valuesOf(definition, name, limits, literals)
    if (values.length === 0 || combinations.length * values.length > MOST * 4) continue
    combinations = combinations.flatMap((before) => values.map((value) => new Map([...before, [name, value]])))
  }
  return combinations
}

/**
 * The usual, lowest and highest value of a personal limit. Where it stands more than once, also those at which it meets a
 * fixed number, and one between each two: nothing else becomes possible at the others.
 */
function valuesOf(
  { parameters }: PathwayDefinition,
  name: string,
  limits: readonly Limit[],
  literals: readonly Literal[],
): number[] {
  const parameter = parameters?.[name]
  if (parameter === undefined) return []
  const { default: usual, from, to } = parameter
  const pluses = limits.flatMap((limit) =>
    typeof limit === 'object' && limit.parameter === name ? [limit.plus ?? 0] : [],
  )
  if (pluses.length < 2) return [...new Set([usual, from, to])]
  const meeting = literals
    .flatMap(({ condition }) => numbersIn(condition))
    .flatMap((at) => pluses.map((plus) => at - plus))
  const values = [...new Set([from, to, ...meeting.filter((value) => value > from && value < to)])].toSorted(
    (a, b) => a - b,
  )
  const halfway = values.slice(1).map((value, index) => (value + values[index]!) / 2)
  return [...new Set([usual, ...values, ...halfway])]
}

const limitsIn = ({ above, atLeast, below, atMost }: Condition): Limit[] =>
  [above, atLeast, below, atMost].filter((limit) => limit !== undefined)

const numbersIn = (condition: Condition): number[] =>
  [...limitsIn(condition), condition.between?.from, condition.between?.to].filter((limit) => typeof limit === 'number')

/** Whether one value can make all literals of a group true; they have the same subject. */
export function groupPossible(
  definition: PathwayDefinition,
  group: readonly Literal[],
  limits: PersonalLimits,
): boolean {
  const domain = domainOf(definition, group[0]!.condition)
  if (domain === null) return true
  return 'answers' in domain ? answerPossible(domain.answers, group) : numberPossible(domain, group, limits)
}

const answerPossible = (answers: readonly (string | boolean)[], group: readonly Literal[]): boolean =>
  answers.some((answer) => group.every(({ condition, negated }) => holds(condition, answer) !== negated))

/** Whether an answer is what `is` or `oneOf` asks. */
export const holds = ({ is, oneOf }: Condition, answer: string | boolean): boolean =>
  is !== undefined ? is === answer : oneOf === undefined || oneOf.includes(answer)

const numberPossible = (domain: Numbers, group: readonly Literal[], limits: PersonalLimits): boolean =>
  stretchesFor(domain, group, limits).some((stretch) => hasValue(stretch, domain.step))

type Numbers = Exclude<Domain, { answers: unknown }>

/** The stretches of `domain` for which all of `group` are true. Empty ones go at once: otherwise each opposite of a stretch would double them. */
export function stretchesFor(domain: Numbers, group: readonly Literal[], limits: PersonalLimits): Stretch[] {
  let stretches: Stretch[] = [{ ...everything, from: domain.from, to: domain.to }]
  for (const literal of group)
    stretches = stretches
      .flatMap((one) => stretchesOf(literal, limits).map((other) => overlap(one, other)))
      .filter((stretch) => hasValue(stretch, domain.step))
  return stretches
}
