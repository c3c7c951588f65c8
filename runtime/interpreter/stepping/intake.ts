/** The quality gate: which readings of a submission may be evaluated, how they are kept, and what is forgotten. */
import { addDuration } from '../time/duration.ts'
import type { Effect, Enrolment, Instant, Reading, ReadingMark } from '../enrolment.ts'
import { own } from '../own.ts'
import type { CompiledMeasurement, Pathway } from '../pathway.ts'
import type { CompiledSchedule } from '../time/schedule.ts'
import { isDiscarded } from '../time/schedule.ts'
import { forgetPauses, isOnlyExcuse } from './pause.ts'
import { forgetRested } from './rested.ts'
import { MINUTE } from '../time/zone.ts'

/** A device's clock may be this far ahead. */
const CLOCK_ERROR = 10 * MINUTE

const NEVER_EVALUATED: ReadingMark[] = ['implausible', 'future', 'withdrawn']

/** The same readings with their marks; those of other pathways are left out. */
export function judge(pathway: Pathway, enrolment: Enrolment, readings: Reading[], now: Instant): Reading[] {
  return readings.flatMap((reading) => {
    const measurement = pathway.measurements.get(reading.measurement)
    if (!measurement) return []
    const marks = [...(reading.marks ?? []), ...newMarks(pathway, enrolment, measurement, reading, now)]
    return [marks.length ? { ...reading, marks: [...new Set(marks)] } : reading]
  })
}

function newMarks(
  pathway: Pathway,
  enrolment: Enrolment,
  measurement: CompiledMeasurement,
  reading: Reading,
  now: Instant,
): ReadingMark[] {
  const marks: ReadingMark[] = []
  if (!isPlausible(measurement, reading)) marks.push('implausible')
  if (!(reading.at <= now + CLOCK_ERROR)) marks.push('future')
  else if (reading.at <= addDuration(pathway.zone, now, measurement.stale, -1)) marks.push('stale')
  if (reading.at < enrolment.evaluated) marks.push('late')
  if (isLeftOut(pathway, enrolment, reading)) marks.push('discarded')
  return marks
}

/** Whether averages leave it out: by a schedule that runs, or by one that the patient has left meanwhile. */
function isLeftOut(pathway: Pathway, enrolment: Enrolment, { measurement, at }: Reading): boolean {
  const running = runningSchedules(pathway, enrolment, measurement)
  if (running.some((schedule) => isDiscarded(schedule, enrolment.schedules[schedule.id]!, pathway.zone, at)))
    return true
  return (enrolment.leftOut ?? []).some(
    ({ schedule, from, until }) =>
      at >= from && at < until && pathway.schedules.get(schedule)?.measure.includes(measurement),
  )
}

/** Whether it can be right at all: a number in the plausible range, or an answer that can be given. */
export function isPlausible({ type, plausible, options, whole }: CompiledMeasurement, { value }: Reading): boolean {
  if (type === 'boolean') return typeof value === 'boolean'
  if (type === 'choice') return options!.includes(value)
  if (typeof value !== 'number' || !Number.isFinite(value) || (whole && !Number.isInteger(value))) return false
  return !plausible || (value >= plausible.from && value <= plausible.to)
}

function runningSchedules(pathway: Pathway, enrolment: Enrolment, measurement: string): CompiledSchedule[] {
  const running = Object.keys(enrolment.schedules).map((id) => pathway.schedules.get(id)!)
  return running.filter((schedule) => schedule.measure.includes(measurement))
}

export function isValid(reading: Reading): boolean {
  return !reading.marks?.some((mark) => NEVER_EVALUATED.includes(mark))
}

/** Asks again for what cannot be right, together with the other measurements of its panel. */
export function askAgain(pathway: Pathway, readings: Reading[]): Effect[] {
  const doubtful = readings
    .filter((reading) => reading.marks?.includes('implausible'))
    .map((reading) => pathway.measurements.get(reading.measurement)!)
  if (doubtful.length === 0) return []
  const panels = new Set(doubtful.flatMap(({ panel }) => panel ?? []))
  const asked = [...pathway.measurements.values()].filter(
    (one) => doubtful.includes(one) || (one.panel && panels.has(one.panel)),
  )
  return [{ type: 'measure', measurements: asked.map(({ name }) => name), reason: 'implausible' }]
}

/** Keeps valid readings in order of time, and credits windows that were already closed. */
export function keep(pathway: Pathway, enrolment: Enrolment, readings: Reading[]): void {
  enrolment.readings = { ...enrolment.readings }
  for (const reading of readings) {
    const list = own(enrolment.readings, reading.measurement) ?? []
    const place = list.findLastIndex((one) => one.at <= reading.at) + 1
    enrolment.readings[reading.measurement] = list.toSpliced(place, 0, reading)
    credit(pathway, enrolment, reading)
  }
}

/** A late reading still counts for the window in which it was taken; where nothing had to come, nothing is counted. */
function credit(pathway: Pathway, enrolment: Enrolment, reading: Reading): void {
  for (const schedule of runningSchedules(pathway, enrolment, reading.measurement)) {
    const progress = enrolment.schedules[schedule.id]!
    const index = progress.closed.findLastIndex((window) => window.opens <= reading.at)
    const window = progress.closed[index]
    if (!window || reading.at > window.over || countIn(enrolment, reading.measurement, window) > schedule.readings)
      continue
    const { excused, ...rest } = window
    const counted = excused === undefined || isOnlyExcuse(excused) ? rest : window
    const credited = { ...counted, delivered: Math.min(window.asked, window.delivered + 1), missed: false }
    enrolment.schedules = {
      ...enrolment.schedules,
      [schedule.id]: { ...progress, closed: progress.closed.with(index, credited) },
    }
  }
}

/** How many readings of a measurement were taken in a window, its grace included. */
export function countIn(enrolment: Enrolment, measurement: string, window: { opens: Instant; over: Instant }): number {
  const readings = own(enrolment.readings, measurement) ?? []
  return readings.filter((reading) => reading.at >= window.opens && reading.at <= window.over).length
}

/** A value that this version of the pathway does not know. */
const NOTHING = { keep: 0, keepNewest: 0 }

/** Drops what nothing can need any more: readings, and what was remembered beside them. */
export function forget(pathway: Pathway, enrolment: Enrolment): void {
  const newest = Math.max(enrolment.evaluated, enrolment.woken)
  for (const [name, list] of Object.entries(enrolment.readings)) {
    const { keep, keepNewest } = pathway.kept.get(name) ?? NOTHING
    const horizon = newest - keep
    const first = list[0]!.at >= horizon ? 0 : firstNeeded(list, horizon, keepNewest)
    if (first === 0) continue
    const { [name]: _, ...others } = enrolment.readings
    const kept = list.slice(first)
    enrolment.readings = kept.length === 0 ? others : { ...others, [name]: kept }
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

/** Where the readings begin that are young enough, or among the newest before those that can count. */
function firstNeeded(list: readonly Reading[], horizon: Instant, keepNewest: number): number {
  let first = list.length
  for (let older = 0; first > 0; first--) {
    const reading = list[first - 1]!
    if (reading.at >= horizon) continue
    if (older >= keepNewest) break
    if (!reading.marks?.includes('discarded')) older++
  }
  return first
}
