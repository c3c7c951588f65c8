/** Stretches of numbers: which values a comparison is true for, and which of them a measurement can have. */
import type { Condition, Limit } from '../../../../schemas/index.ts'
import { comparators, present, type Comparator } from '../../reading/comparators.ts'

/** A condition without combinations, or its opposite. */
export type Literal = { condition: Condition; negated: boolean }

/** The personal limits of a patient, by name. */
export type PersonalLimits = ReadonlyMap<string, number>

/** A stretch of numbers; `open` ends do not count themselves. */
export type Stretch = { from: number; openFrom: boolean; to: number; openTo: boolean }

export const everything: Stretch = { from: -Infinity, openFrom: false, to: Infinity, openTo: false }

/** The numbers for which a literal is true, in order. */
export function stretchesOf({ condition, negated }: Literal, limits: PersonalLimits): Stretch[] {
  const comparator = present(condition, comparators)[0]
  if (comparator === undefined) return [everything]
  const points = comparator === 'is' ? [condition.is] : comparator === 'oneOf' ? (condition.oneOf ?? []) : null
  if (points) return negated ? [everything] : points.flatMap(pointAt)
  if (comparator === 'between') return between(condition.between, negated)
  const limit = valueOf(condition[comparator as 'above'], limits)
  return limit === null ? [everything] : [side(comparator, negated, limit)]
}

const pointAt = (point: unknown): Stretch[] =>
  typeof point === 'number' ? [{ ...everything, from: point, to: point }] : []

function between(range: Condition['between'], negated: boolean): Stretch[] {
  const { from, to } = range ?? { from: -Infinity, to: Infinity }
  if (!negated) return [{ ...everything, from, to }]
  return [
    { ...everything, to: from, openTo: true },
    { ...everything, from: to, openFrom: true },
  ]
}

function side(comparator: Comparator, negated: boolean, limit: number): Stretch {
  const upwards = (comparator === 'above' || comparator === 'atLeast') !== negated
  const open = (comparator === 'above' || comparator === 'below') !== negated
  return upwards ? { ...everything, from: limit, openFrom: open } : { ...everything, to: limit, openTo: open }
}

/** The number that a limit is for a patient with these personal limits; null when it is not known. */
export function valueOf(limit: Limit | undefined, limits: PersonalLimits): number | null {
  if (typeof limit === 'number') return limit
  const usual = limit && limits.get(limit.parameter)
  return usual === undefined ? null : usual + (limit?.plus ?? 0)
}

/** What two stretches share; it may be nothing. */
export function overlap(one: Stretch, other: Stretch): Stretch {
  const [low, high] = [one.from > other.from ? one : other, one.to < other.to ? one : other]
  const openFrom = one.from === other.from ? one.openFrom || other.openFrom : low.openFrom
  const openTo = one.to === other.to ? one.openTo || other.openTo : high.openTo
  return { from: low.from, openFrom, to: high.to, openTo }
}

/** The first and last whole number of steps in a stretch. The tiny slack takes up binary fractions such as 0.1. */
const stepsIn = ({ from, openFrom, to, openTo }: Stretch, step: number): [first: number, last: number] => [
  openFrom ? Math.floor(from / step + 1e-9) + 1 : Math.ceil(from / step - 1e-9),
  openTo ? Math.ceil(to / step - 1e-9) - 1 : Math.floor(to / step + 1e-9),
]

/** Whether the stretch holds a number, or a whole number of steps. */
export function hasValue(stretch: Stretch, step: number | null): boolean {
  const { from, openFrom, to, openTo } = stretch
  if (step === null || !Number.isFinite(from) || !Number.isFinite(to))
    return from < to || (from === to && !openFrom && !openTo)
  const [first, last] = stepsIn(stretch, step)
  return first <= last
}

/**
 * A number in the stretch as a patient would have it: the lower end where that counts, else one just inside it.
 * `limit` says which end is the limit that it is about: the other one is only as far as values go. Null when there is none.
 */
export function valueIn(stretch: Stretch, step: number | null, limit: 'from' | 'to' = 'from'): number | null {
  if (!hasValue(stretch, step)) return null
  const { from, openFrom, to, openTo } = stretch
  const upper = !Number.isFinite(from) || (limit === 'to' && Number.isFinite(to))
  if (step !== null && Number.isFinite(upper ? to : from)) return tidy(nearEnd(stretch, step, upper) * step)
  if (upper) return Number.isFinite(to) ? (openTo ? inside(Math.max(from, to - 2), to) : to) : 0
  return openFrom ? inside(from, Math.min(to, from + 2)) : from
}

const nearEnd = (stretch: Stretch, step: number, upper: boolean): number => stepsIn(stretch, step)[upper ? 1 : 0]

/** Between two numbers, with few decimals: `38,05` between 38 and 38,1. */
const inside = (from: number, to: number): number => tidy((from + to) / 2)

/** Without what binary fractions add: 39.1, not 39.1000000001. */
export const tidy = (value: number): number => Math.round(value * 1e6) / 1e6
