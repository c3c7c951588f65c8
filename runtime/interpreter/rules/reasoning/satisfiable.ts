/** Whether a condition can be true for some patient: interval arithmetic over what each subject can be. */
import type { Condition, Limit, PathwayDefinition } from '../../../../schemas/index.ts'
import { comparators, present, type Comparator } from '../../reading/condition.ts'
import { objectsIn } from '../../walk.ts'
import { domainOf, subjectKey, type Domain } from './domain.ts'

/** A condition without combinations, or its opposite. */
export type Literal = { condition: Condition; negated: boolean }

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
function grouped(literals: readonly Literal[]): Literal[][] {
  const groups = new Map<string, Literal[]>()
  for (const literal of literals) {
    const key = subjectKey(literal.condition)
    groups.set(key, [...(groups.get(key) ?? []), literal])
  }
  return [...groups.values()]
}

/** The combinations of lowest, usual and highest value of each personal limit: between them nothing else becomes possible. */
function personalLimits({ parameters }: PathwayDefinition, literals: readonly Literal[]): Map<string, number>[] {
  const names = new Set(
    literals.flatMap(({ condition }) =>
      limitsIn(condition).flatMap((limit) => (typeof limit === 'object' ? [limit.parameter] : [])),
    ),
  )
  let combinations: Map<string, number>[] = [new Map()]
  for (const name of names) {
    const parameter = parameters?.[name]
    if (parameter === undefined || combinations.length > MOST) continue
    const values = [parameter.from, parameter.default, parameter.to]
    combinations = combinations.flatMap((before) => values.map((value) => new Map([...before, [name, value]])))
  }
  return combinations
}

const limitsIn = ({ above, atLeast, below, atMost }: Condition): Limit[] =>
  [above, atLeast, below, atMost].filter((limit) => limit !== undefined)

function groupPossible(definition: PathwayDefinition, group: readonly Literal[], limits: Map<string, number>): boolean {
  const domain = domainOf(definition, group[0]!.condition)
  if (domain === null) return true
  return 'answers' in domain ? answerPossible(domain.answers, group) : numberPossible(domain, group, limits)
}

const answerPossible = (answers: readonly (string | boolean)[], group: readonly Literal[]): boolean =>
  answers.some((answer) => group.every(({ condition, negated }) => holds(condition, answer) !== negated))

const holds = ({ is, oneOf }: Condition, answer: string | boolean): boolean =>
  is !== undefined ? is === answer : oneOf === undefined || oneOf.includes(answer)

/** A stretch of numbers; `open` ends do not count themselves. */
type Stretch = { from: number; openFrom: boolean; to: number; openTo: boolean }

function numberPossible(
  domain: Exclude<Domain, { answers: unknown }>,
  group: readonly Literal[],
  limits: Map<string, number>,
): boolean {
  let stretches: Stretch[] = [{ from: domain.from, openFrom: false, to: domain.to, openTo: false }]
  for (const literal of group)
    stretches = stretches.flatMap((one) => stretchesOf(literal, limits).map((other) => overlap(one, other)))
  return stretches.some((stretch) => hasValue(stretch, domain.step))
}

const everything: Stretch = { from: -Infinity, openFrom: false, to: Infinity, openTo: false }

/** The numbers for which a literal is true. */
function stretchesOf({ condition, negated }: Literal, limits: Map<string, number>): Stretch[] {
  const comparator = present(condition, comparators)[0]
  if (comparator === undefined) return [everything]
  const points = comparator === 'is' ? [condition.is] : comparator === 'oneOf' ? (condition.oneOf ?? []) : null
  if (points)
    return negated
      ? [everything]
      : points.flatMap((point) => (typeof point === 'number' ? [{ ...everything, from: point, to: point }] : []))
  if (comparator === 'between') {
    const { from, to } = condition.between ?? { from: -Infinity, to: Infinity }
    return negated
      ? [
          { ...everything, to: from, openTo: true },
          { ...everything, from: to, openFrom: true },
        ]
      : [{ ...everything, from, to }]
  }
  const limit = valueOf(condition[comparator as 'above'], limits)
  return limit === null ? [everything] : [side(comparator, negated, limit)]
}

function side(comparator: Comparator, negated: boolean, limit: number): Stretch {
  const upwards = (comparator === 'above' || comparator === 'atLeast') !== negated
  const open = (comparator === 'above' || comparator === 'below') !== negated
  return upwards ? { ...everything, from: limit, openFrom: open } : { ...everything, to: limit, openTo: open }
}

function valueOf(limit: Limit | undefined, limits: Map<string, number>): number | null {
  if (typeof limit === 'number') return limit
  const usual = limit && limits.get(limit.parameter)
  return usual === undefined ? null : usual + (limit?.plus ?? 0)
}

function overlap(one: Stretch, other: Stretch): Stretch {
  const [low, high] = [one.from > other.from ? one : other, one.to < other.to ? one : other]
  const openFrom = one.from === other.from ? one.openFrom || other.openFrom : low.openFrom
  const openTo = one.to === other.to ? one.openTo || other.openTo : high.openTo
  return { from: low.from, openFrom, to: high.to, openTo }
}

/** Whether the stretch holds a number, or a whole number of steps. The tiny slack takes up binary fractions such as 0.1. */
function hasValue({ from, openFrom, to, openTo }: Stretch, step: number | null): boolean {
  if (step === null || !Number.isFinite(from) || !Number.isFinite(to))
    return from < to || (from === to && !openFrom && !openTo)
  const first = openFrom ? Math.floor(from / step + 1e-9) + 1 : Math.ceil(from / step - 1e-9)
  const last = openTo ? Math.ceil(to / step - 1e-9) - 1 : Math.floor(to / step + 1e-9)
  return first <= last
}
