/** Schedules: from a measuring plan and the day it began to the windows in which the patient measures. */
import type { Schedule } from '../../../schemas/index.ts'
import { addDuration, addToDay, parseDuration, type Duration } from './duration.ts'
import type { Instant, ScheduleProgress } from '../enrolment.ts'
import { atLocal, DAY, dayFromText, dayOf, dayText, MINUTE } from './zone.ts'

export type CompiledSchedule = {
  id: string
  path: string
  measure: string[]
  every: Duration
  windows: { open: number; close: number }[]
  /** Readings asked per window, of each measurement. */
  readings: number
  for?: Duration
  discard?: Duration
  remind?: Duration
  grace?: Duration
  /** Milliseconds that closed windows can be needed; null when all of them are counted: then the old ones as a number. */
  keep: number | null
  /** Missed windows in a row that are remembered, however old. */
  keepInARow: number
}

/** One planned window. `remindAt` is absent when nobody is reminded; `over` is the end of the grace. */
export type PlannedWindow = { opens: Instant; closes: Instant; over: Instant; remindAt?: Instant; asked: number }

/** What of closed windows is remembered; by default everything. */
type Kept = Pick<CompiledSchedule, 'keep' | 'keepInARow'>

export function compileSchedule(
  id: string,
  schedule: Schedule,
  kept: Kept = { keep: null, keepInARow: Infinity },
): CompiledSchedule {
  const duration = (text: string | undefined): Duration | undefined =>
    text === undefined ? undefined : parseDuration(text)
  const compiled = {
    id,
    path: `/schedules/${id}`,
    measure: schedule.measure,
    every: parseDuration(schedule.every),
    windows: schedule.windows.map(minutes).toSorted((left, right) => left.open - right.open),
    readings: schedule.readings ?? 1,
    for: duration(schedule.for),
    discard: duration(schedule.discard?.first),
    remind: duration(schedule.remind),
    grace: duration(schedule.missedAfter),
    ...kept,
  }
  return Object.fromEntries(Object.entries(compiled).filter(([, value]) => value !== undefined)) as CompiledSchedule
}

/** `06:00-10:00` as minutes of the day; a window that ends before it begins runs past midnight. */
function minutes(window: string): { open: number; close: number } {
  const [open, close] = window.split('-').map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) as [
    number,
    number,
  ]
  return { open, close: close <= open ? close + 24 * 60 : close }
}

/** Begins a schedule: day 1 is the first local day on which a whole window still lies ahead. */
export function beginSchedule(schedule: CompiledSchedule, zone: string, now: Instant): ScheduleProgress {
  const today = dayOf(zone, now)
  const ahead = schedule.windows.some((window) => atLocal(zone, today, window.open) >= now)
  return { entered: now, firstDay: dayText(ahead ? today : today + 1), completed: false, closed: [] }
}

/** The windows whose grace ends after `after`, earliest first, without end unless the schedule has one. */
export function* windowsAfter(
  schedule: CompiledSchedule,
  progress: ScheduleProgress,
  zone: string,
  after: Instant,
): Generator<PlannedWindow> {
  if (progress.completed) return
  const firstDay = dayFromText(progress.firstDay)
  const end = schedule.for ? addToDay(firstDay, schedule.for) : Infinity
  for (let round = firstRound(schedule, firstDay, zone, after); ; round++) {
    const day = addToDay(firstDay, { ...schedule.every, amount: schedule.every.amount * round })
    if (day >= end) return
    for (const { open, close } of schedule.windows) {
      const window = plan(schedule, zone, day, open, close)
      if (window.opens >= progress.entered && window.over > after) yield window
    }
  }
}

/** The first round that can matter: two days early, because a window and its grace may run past midnight. */
function firstRound(schedule: CompiledSchedule, firstDay: number, zone: string, after: Instant): number {
  if (after === -Infinity) return 0
  const days = { minute: 1, hour: 1, day: 1, week: 7, month: 31 }[schedule.every.unit] * schedule.every.amount
  const graceDays = schedule.grace ? Math.ceil((addDuration('UTC', 0, schedule.grace) + DAY) / DAY) : 1
  return Math.max(0, Math.floor((dayOf(zone, after) - 1 - graceDays - firstDay) / days))
}

function plan(schedule: CompiledSchedule, zone: string, day: number, open: number, close: number): PlannedWindow {
  const opens = atLocal(zone, day, open)
  const end = atLocal(zone, day + Math.floor(close / 1440), close % 1440)
  // A window that lies wholly inside the clock's gap keeps its length, or nobody could measure in it.
  const closes = end > opens ? end : opens + (close - open) * MINUTE
  const over = schedule.grace ? addDuration(zone, closes, schedule.grace) : closes
  const asked = schedule.readings * schedule.measure.length
  return {
    opens,
    closes,
    over,
    asked,
    ...(schedule.remind ? { remindAt: addDuration(zone, opens, schedule.remind) } : {}),
  }
}

/** The earliest instant after `after` at which this schedule reminds, closes a window or ends; null when there is none. */
export function nextScheduleInstant(
  schedule: CompiledSchedule,
  progress: ScheduleProgress,
  zone: string,
  after: Instant,
): Instant | null {
  let earliest: Instant | null = null
  for (const window of windowsAfter(schedule, progress, zone, after)) {
    if (earliest !== null && window.opens > earliest) break
    const candidates = [window.remindAt ?? Infinity, window.over].filter((instant) => instant > after)
    earliest = Math.min(earliest ?? Infinity, ...candidates)
  }
  return earliest
}

/** The instant at which a schedule with an end is completed: the last grace. */
export function completionOf(schedule: CompiledSchedule, progress: ScheduleProgress, zone: string): Instant {
  if (!schedule.for) return Infinity
  let last = -Infinity
  for (const window of windowsAfter(schedule, progress, zone, -Infinity)) last = Math.max(last, window.over)
  return last
}

/** The stretch that every average leaves out; null when there is none. */
export function leavesOut(
  { discard }: CompiledSchedule,
  { entered, firstDay }: ScheduleProgress,
  zone: string,
): { from: Instant; until: Instant } | null {
  if (!discard) return null
  return { from: entered, until: atLocal(zone, addToDay(dayFromText(firstDay), discard), 0) }
}

/** Whether a reading taken at `at` falls on the days that every average leaves out. */
export function isDiscarded(
  schedule: CompiledSchedule,
  progress: ScheduleProgress,
  zone: string,
  at: Instant,
): boolean {
  const stretch = leavesOut(schedule, progress, zone)
  return stretch !== null && at >= stretch.from && at < stretch.until
}
