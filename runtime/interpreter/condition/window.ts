/** A window of time over the readings of one value, and what can be made of the readings in it. */
import type { Baseline } from '../../../schemas/index.ts'
import type { Instant, Reading } from '../enrolment.ts'
import { addDuration, parseDuration } from '../time/duration.ts'
import { millionths } from './exact.ts'
import { number, single, tooFew, type Found, type Missing } from './found.ts'

/** Where a window that ends at `t` begins. Conditions of one pathway ask the same again and again: the last answer is kept. */
export function windowStart(over: string, zone: string): (t: Instant) => Instant {
  const duration = parseDuration(over)
  let [asked, answer] = [Number.NaN, Number.NaN]
  return (t) => {
    if (t === asked) return answer
    answer = addDuration(zone, t, duration, -1)
    asked = t
    return answer
  }
}

/** Readings of the first days that a schedule leaves out of every average. */
export const isLeftOut = (reading: Reading): boolean => reading.marks?.includes('discarded') ?? false

/** The readings in (from, to], oldest first, without those that a schedule leaves out. */
export function inWindow(list: readonly Reading[], from: Instant, to: Instant): Reading[] {
  return list.filter((reading) => reading.at > from && reading.at <= to && !isLeftOut(reading))
}

/** The value of the readings in (from, to]; unknown when there are fewer than `needed` (at least one). */
export type Statistic = (list: readonly Reading[], from: Instant, to: Instant, needed: number) => Found | Missing

/** The newest readings come last and matter most, so a window is walked from its end. */
const mean: Statistic = (list, from, to, needed) => {
  let sum = 0
  let count = 0
  for (let index = list.length - 1; index >= 0; index--) {
    const reading = list[index]!
    if (reading.at <= from) break
    if (reading.at > to || isLeftOut(reading)) continue
    sum += millionths(reading.value as number)
    count++
  }
  return count < needed ? tooFew(count, needed) : number(sum, count)
}

/** Of an even number of readings the two in the middle are averaged: their sum over two. */
const median: Statistic = (list, from, to, needed) => {
  const values = sorted(list, from, to)
  if (values.length < needed) return tooFew(values.length, needed)
  const middle = values.length >> 1
  return values.length % 2 === 1 ? number(values[middle]!) : number(values[middle - 1]! + values[middle]!, 2)
}

const min: Statistic = (list, from, to, needed) => {
  const values = sorted(list, from, to)
  return values.length < needed ? tooFew(values.length, needed) : number(values[0]!)
}

const max: Statistic = (list, from, to, needed) => {
  const values = sorted(list, from, to)
  return values.length < needed ? tooFew(values.length, needed) : number(values.at(-1)!)
}

/** Of several readings at the newest instant the one that came last. */
const latest: Statistic = (list, from, to, needed) => {
  const readings = inWindow(list, from, to)
  const newest = readings.at(-1)
  return newest === undefined || readings.length < needed ? tooFew(readings.length, needed) : single(newest)
}

const sorted = (list: readonly Reading[], from: Instant, to: Instant): number[] =>
  inWindow(list, from, to)
    .map(({ value }) => millionths(value as number))
    .toSorted((one, other) => one - other)

export const statistics: Record<Baseline['statistic'], Statistic> = { mean, median, min, max, latest }
