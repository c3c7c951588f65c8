/** The left side of a condition: what is looked at, and where it is found in the record. */
import type { Condition, Fact } from '../../../schemas/index.ts'
import type { ConditionContext } from './condition.ts'
import { addDuration, parseDuration, type Duration } from '../time/duration.ts'
import type { Instant, Reading, Value } from '../enrolment.ts'
import { millionths } from './exact.ts'
import { own } from '../own.ts'
import type { Situation } from './situation.ts'
import type { ConditionTrace } from '../trace.ts'

/** A number is a sum of millionths over a count (1 for a single value), so that a mean stays exact. */
export type Found =
  | { kind: 'number'; sum: number; count: number; readings: () => Reading[] }
  | { kind: 'literal'; value: Value; readings: () => Reading[] }

/** Why there is no value. */
export type Missing = Pick<ConditionTrace, 'found' | 'needed'> & Required<Pick<ConditionTrace, 'missing'>>

/** `find` gives the values to look at (several when a submission holds several readings), or says what is missing. */
export type Subject = {
  find: (situation: Situation) => Found[] | Missing
  measurements: Set<string>
  window: boolean
  /** The step to which a single reading is rounded; null where values are compared as they are. */
  precision: number | null
}

export const DEFAULT_STALE = '24 hours'
const none = (): Reading[] => []
const number = (sum: number, count: number, readings: () => Reading[] = none): Found[] => [
  { kind: 'number', sum, count, readings },
]

export function compileSubject(condition: Condition, context: ConditionContext): Subject {
  if (condition.measurement) return measurement(condition.measurement, context)
  if (condition.mean) return mean(condition.mean, condition, context)
  if (condition.missed) return missed(condition.missed, condition, context)
  if (condition.adherence) return adherence(condition.adherence, condition, context)
  if (condition.alerts) return alerts(condition.alerts, condition, context)
  if (condition.fact) return fact(condition.fact, context)
  return parameter(condition.parameter!, context)
}

function subject(
  find: Subject['find'],
  measurements: string[] = [],
  window = false,
  precision: number | null = null,
): Subject {
  return { find, measurements: new Set(measurements), window, precision }
}

/** One value. In a threshold: those of the submission, else the newest within `together`; in a guard: the newest that is not stale. */
function measurement(name: string, { definition, zone }: ConditionContext): Subject {
  const { stale = DEFAULT_STALE, precision } = definition.measurements[name]!
  const staleAfter = parseDuration(stale)
  const find = (situation: Situation): Found[] | Missing => {
    const arrived = situation.submission?.filter(
      (reading) => reading.measurement === name && !reading.marks?.includes('stale'),
    )
    if (arrived?.length) return arrived.map(single)
    const near = situation.submission
      ? nearest(situation, name)
      : newest(situation, name, addDuration(zone, situation.now, staleAfter, -1))
    if (near) return [single(near)]
    return {
      missing: situation.submission ? 'not-in-submission' : kept(situation, name).length ? 'stale' : 'no-reading',
    }
  }
  return subject(find, [name], false, precision ?? null)
}

function single(reading: Reading): Found {
  const readings = (): Reading[] => [reading]
  if (typeof reading.value === 'number') return { kind: 'number', sum: millionths(reading.value), count: 1, readings }
  return { kind: 'literal', value: reading.value, readings }
}

function kept(situation: Situation, name: string): Reading[] {
  return own(situation.enrolment.readings, name) ?? []
}

function newest(situation: Situation, name: string, after: Instant): Reading | undefined {
  return kept(situation, name).findLast((reading) => reading.at <= situation.t && reading.at > after)
}

/** The newest reading within `together` before or after the moment. */
function nearest(situation: Situation, name: string): Reading | undefined {
  return kept(situation, name).findLast(
    (reading) => Math.abs(reading.at - situation.t) <= situation.together && !reading.marks?.includes('stale'),
  )
}

/** The mean over (t - over, t], without the days that a schedule leaves out; unknown while readings are too few. */
function mean(name: string, condition: Condition, { zone }: ConditionContext): Subject {
  const over = parseDuration(condition.over!)
  const needed = condition.readings ?? 1
  const find = (situation: Situation): Found[] | Missing => {
    const all = kept(situation, name)
    const from = addDuration(zone, situation.t, over, -1)
    let sum = 0
    let count = 0
    for (const reading of all) {
      if (!inWindow(reading, from, situation.t)) continue
      sum += millionths(reading.value as number)
      count++
    }
    if (count < needed) return { missing: 'too-few-readings', found: count, needed }
    return number(sum, count, () => all.filter((reading) => inWindow(reading, from, situation.t)))
  }
  return subject(find, [name], true)
}

function inWindow(reading: Reading, from: Instant, to: Instant): boolean {
  return reading.at > from && reading.at <= to && !reading.marks?.includes('discarded')
}

function since(over: Duration | undefined, situation: Situation, zone: string): Instant {
  return over ? addDuration(zone, situation.t, over, -1) : -Infinity
}

/** Windows in which nothing came; `inARow` counts only the newest unbroken run. */
function missed(schedule: string, condition: Condition, { zone }: ConditionContext): Subject {
  const over = condition.over ? parseDuration(condition.over) : undefined
  return subject((situation) => {
    const progress = own(situation.enrolment.schedules, schedule)
    if (!progress) return { missing: 'nothing-asked' }
    const from = since(over, situation, zone)
    const windows = progress.closed.filter((window) => window.opens > from)
    const run = windows.length - 1 - windows.findLastIndex((window) => !window.missed)
    return number(millionths(condition.inARow ? run : windows.filter((window) => window.missed).length), 1)
  })
}

/** Readings delivered of those asked, in percent, over the windows that are closed. */
function adherence(schedule: string, condition: Condition, { zone }: ConditionContext): Subject {
  const over = parseDuration(condition.over!)
  return subject((situation) => {
    const from = since(over, situation, zone)
    const windows = (own(situation.enrolment.schedules, schedule)?.closed ?? []).filter((window) => window.opens > from)
    const asked = windows.reduce((sum, window) => sum + window.asked, 0)
    if (asked === 0) return { missing: 'nothing-asked' }
    const delivered = windows.reduce((sum, window) => sum + window.delivered, 0)
    return number(millionths(delivered * 100), asked)
  })
}

/** Alerts of one level raised in (t - over, t]. */
function alerts(level: string, condition: Condition, { zone }: ConditionContext): Subject {
  const over = parseDuration(condition.over!)
  return subject((situation) => {
    const from = since(over, situation, zone)
    const count = situation.enrolment.raised.filter(
      (alert) => alert.level === level && alert.at > from && alert.at <= situation.t,
    ).length
    return number(millionths(count), 1)
  })
}

/** An answer that is no answer to the question (a text for an age) is not known: it never includes anybody. */
function fact(name: string, { definition }: ConditionContext): Subject {
  const { type } = definition.facts![name]!
  return subject((situation) => {
    const value = own(situation.enrolment.facts, name)
    if (value === undefined || !isOfType(type, value)) return { missing: 'fact-unknown' }
    return typeof value === 'number' ? number(millionths(value), 1) : [{ kind: 'literal', value, readings: none }]
  })
}

function isOfType(type: Fact['type'], value: Value): boolean {
  if (type === 'boolean') return typeof value === 'boolean'
  if (type === 'choice') return typeof value === 'string'
  return typeof value === 'number' && Number.isFinite(value)
}

function parameter(name: string, { definition }: ConditionContext): Subject {
  const standard = definition.parameters![name]!.default
  return subject((situation) => number(millionths(own(situation.enrolment.parameters, name)?.value ?? standard), 1))
}
