/** The quality gate: which readings of a submission may be evaluated, how they are kept, and what is forgotten. */
import { addDuration } from '../time/duration.ts'
import type { ClosedWindow, Effect, Enrolment, Instant, Reading, ReadingMark, ScheduleProgress } from '../enrolment.ts'
import { own } from '../own.ts'
import type { CompiledMeasurement, Pathway } from '../pathway.ts'
import { isDiscarded } from '../time/schedule.ts'
import { withNewest } from './newest.ts'
import { forgetPauses, isOnlyExcuse } from './pause.ts'
import { forgetRested } from './rested.ts'
import { MINUTE } from '../time/zone.ts'

/** A device's clock may be this far ahead. */
const CLOCK_ERROR = 10 * MINUTE

const NO_MARKS: readonly ReadingMark[] = []

const NEVER_EVALUATED: ReadingMark[] = ['implausible', 'future', 'withdrawn']

/** The same readings with their marks; those of other pathways are left out. */
export function judge(pathway: Pathway, enrolment: Enrolment, readings: Reading[], now: Instant): Reading[] {
  const isKnown = ({ measurement }: Reading): boolean => pathway.measurements.has(measurement)
  const judged = readings.every(isKnown) ? readings.slice() : readings.filter(isKnown)
  for (let index = 0; index < judged.length; index++) {
    const reading = judged[index]!
    const measurement = pathway.measurements.get(reading.measurement)!
    const marks = newMarks(pathway, enrolment, measurement, reading, now)
    if (marks.length > 0) judged[index] = { ...reading, marks: [...new Set([...(reading.marks ?? []), ...marks])] }
  }
  return judged
}

function newMarks(
  pathway: Pathway,
  enrolment: Enrolment,
  measurement: CompiledMeasurement,
  reading: Reading,
  now: Instant,
): readonly ReadingMark[] {
  let marks = NO_MARKS // nearly always: lists are only made when there is something in them
  if (!isPlausible(measurement, reading)) marks = marks.concat('implausible')
  if (!(reading.at <= now + CLOCK_ERROR)) marks = marks.concat('future')
  else if (reading.at <= addDuration(pathway.zone, now, measurement.stale, -1)) marks = marks.concat('stale')
  if (reading.at < enrolment.evaluated) marks = marks.concat('late')
  if (isLeftOut(pathway, enrolment, reading)) marks = marks.concat('discarded')
  return marks
}

/** Whether averages leave it out: by a schedule that runs, or by one that the patient has left meanwhile. */
function isLeftOut(pathway: Pathway, enrolment: Enrolment, { measurement, at }: Reading): boolean {
  for (const id in enrolment.schedules) {
    const schedule = pathway.schedules.get(id)!
    if (!schedule.discard || !schedule.measure.includes(measurement)) continue
    if (isDiscarded(schedule, enrolment.schedules[id]!, pathway.zone, at)) return true
  }
  return (
    enrolment.leftOut?.some(
      ({ schedule, from, until }) =>
        at >= from && at < until && pathway.schedules.get(schedule)?.measure.includes(measurement),
    ) ?? false
  )
}

/** Whether it can be right at all: a number in the plausible range, or an answer that can be given. */
export function isPlausible({ type, plausible, options, whole }: CompiledMeasurement, { value }: Reading): boolean {
  if (type === 'boolean') return typeof value === 'boolean'
  if (type === 'choice') return options!.includes(value)
  if (typeof value !== 'number' || !Number.isFinite(value) || (whole && !Number.isInteger(value))) return false
  return !plausible || (value >= plausible.from && value <= plausible.to)
}

export function isValid(reading: Reading): boolean {
  return !reading.marks?.some((mark) => NEVER_EVALUATED.includes(mark))
}

const isImplausible = ({ marks }: Reading): boolean => marks?.includes('implausible') ?? false

/** Asks again for what cannot be right, together with the other measurements of its panel. */
export function askAgain(pathway: Pathway, readings: Reading[]): Effect[] {
  if (!readings.some(isImplausible)) return []
  const doubtful = readings.filter(isImplausible).map((reading) => pathway.measurements.get(reading.measurement)!)
  const panels = new Set(doubtful.flatMap(({ panel }) => panel ?? []))
  const asked = [...pathway.measurements.values()].filter(
    (one) => doubtful.includes(one) || (one.panel && panels.has(one.panel)),
  )
  return [{ type: 'measure', measurements: asked.map(({ name }) => name), reason: 'implausible' }]
}

/** Keeps valid readings in order of time, and credits windows that were already closed. */
export function keep(pathway: Pathway, enrolment: Enrolment, readings: Reading[]): void {
  const kept = { ...enrolment.readings }
  enrolment.readings = kept
  for (const reading of readings) {
    const list = own(kept, reading.measurement)
    kept[reading.measurement] = list ? inOrder(pathway, enrolment, list, reading) : [reading]
    credit(pathway, enrolment, reading)
  }
}

/**
 * A new list with the reading after those that were taken before or with it: nearly always at its end. Then it leaves out
 * what `forget` would drop after this step anyway, which saves a second copy.
 */
function inOrder(pathway: Pathway, { woken }: Enrolment, list: readonly Reading[], reading: Reading): Reading[] {
  let place = list.length
  while (place > 0 && list[place - 1]!.at > reading.at) place--
  if (place < list.length) return list.toSpliced(place, 0, reading)
  const { keep: long, keepNewest } = pathway.kept.get(reading.measurement) ?? NOTHING
  return withNewest(list, firstNeeded(list, Math.max(reading.at, woken) - long, keepNewest), reading)
}

/** A late reading still counts for the window in which it was taken; where nothing had to come, nothing is counted. */
function credit(pathway: Pathway, enrolment: Enrolment, reading: Reading): void {
  const { schedules, woken } = enrolment
  if (reading.at > woken) return // every window that is closed was over by then
  for (const id in schedules) {
    const schedule = pathway.schedules.get(id)!
    const progress = schedules[id]!
    const index = closedAt(progress, reading.at)
    if (index < 0 || !schedule.measure.includes(reading.measurement)) continue
    const window = progress.closed[index]!
    if (countIn(enrolment, reading.measurement, window) > schedule.readings) continue
    const credited = creditedWindow(window)
    enrolment.schedules = {
      ...enrolment.schedules,
      [id]: { ...progress, closed: progress.closed.with(index, credited) },
    }
  }
}

/** The newest closed window that had opened by then, when it was not yet over; -1 when there is none. */
function closedAt({ closed }: ScheduleProgress, at: Instant): number {
  let index = closed.length - 1
  while (index >= 0 && closed[index]!.opens > at) index--
  return index >= 0 && at <= closed[index]!.over ? index : -1
}

function creditedWindow(window: ClosedWindow): ClosedWindow {
  const { excused, ...rest } = window
  const counted = excused === undefined || isOnlyExcuse(excused) ? rest : window
  return { ...counted, delivered: Math.min(window.asked, window.delivered + 1), missed: false }
}

/** How many readings of a measurement were taken in a window, its grace included. */
export function countIn(enrolment: Enrolment, measurement: string, window: { opens: Instant; over: Instant }): number {
  const readings = own(enrolment.readings, measurement) ?? []
  let count = 0
  for (let index = readings.length - 1; index >= 0; index--) {
    const { at } = readings[index]!
    if (at < window.opens) break
    if (at <= window.over) count++
  }
  return count
}

/** A value that this version of the pathway does not know. */
const NOTHING = { keep: 0, keepNewest: 0 }

/** Drops what nothing can need any more: readings, and what was remembered beside them. */
export function forget(pathway: Pathway, enrolment: Enrolment): void {
  const newest = Math.max(enrolment.evaluated, enrolment.woken)
  for (const name in enrolment.readings) {
    const list = enrolment.readings[name]!
    const { keep, keepNewest } = pathway.kept.get(name) ?? NOTHING
    const first = firstNeeded(list, newest - keep, keepNewest)
    if (first === 0) continue
    enrolment.readings = { ...enrolment.readings }
    if (first === list.length) delete enrolment.readings[name]
    else enrolment.readings[name] = list.slice(first)
  }
  forgetLeftOut(pathway, enrolment, newest)
  forgetRested(enrolment, newest)
  forgetPauses(enrolment, newest - pathway.keepPauses)
}

/** A stretch that averages leave out is over when no reading of then would be kept. */
function forgetLeftOut(pathway: Pathway, enrolment: Enrolment, newest: Instant): void {
  if (!enrolment.leftOut) return
  const kept = enrolment.leftOut.filter(({ schedule, until }) => {
    const names = pathway.schedules.get(schedule)?.measure ?? []
    return names.some((name) => until >= newest - (pathway.kept.get(name)?.keep ?? 0))
  })
  if (kept.length > 0) enrolment.leftOut = kept
  else delete enrolment.leftOut
}

/** Where the readings begin that are young enough, or among the newest before those that can count. Old ones are few: they are looked for from the front. */
function firstNeeded(list: readonly Reading[], horizon: Instant, keepNewest: number): number {
  let first = 0
  while (first < list.length && list[first]!.at < horizon) first++
  for (let older = 0; first > 0 && older < keepNewest; first--) {
    if (!list[first - 1]!.marks?.includes('discarded')) older++
  }
  return first
}
