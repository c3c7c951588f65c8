/** Schedules: from a measuring plan and the day it began to the windows in which the patient measures. */
import type { Schedule } from '../../../schemas/index.ts'
import { addToDay, longest, parseDuration, type Duration } from './duration.ts'
import type { Instant, ScheduleProgress } from '../enrolment.ts'
import {
  DAYS,
  dayOfRound,
  isMeasuringDay,
  nearby,
  NONE,
  nothingPlanned,
  windowsOf,
  type Planned,
  type PlannedWindow,
} from './planned.ts'
import { atLocal, DAY, dayFromText, dayOf, dayText, HOUR, MINUTE, type Weekday } from './zone.ts'

export { endedWith, type PlannedWindow } from './planned.ts'

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
  /** The days of the week with windows; all of them without it. */
  days?: ReadonlySet<Weekday>
  /** How many days after the one on which it opens a window can be over. */
  reach: number
  /** What was planned before, by day, for all patients together. */
  planned: Planned
}

/** What of closed windows is remembered; by default everything. */
type Kept = Pick<CompiledSchedule, 'keep' | 'keepInARow'>

export function compileSchedule(
  id: string,
  schedule: Schedule,
  kept: Kept = { keep: null, keepInARow: Infinity },
): CompiledSchedule {
  const windows = schedule.windows.map(minutes).toSorted((left, right) => left.open - right.open)
  const grace = schedule.missedAfter === undefined ? {} : { grace: parseDuration(schedule.missedAfter) }
  return {
    id,
    path: `/schedules/${id}`,
    measure: schedule.measure,
    every: parseDuration(schedule.every),
    windows,
    readings: schedule.readings ?? 1,
    ...(schedule.for === undefined ? {} : { for: parseDuration(schedule.for) }),
    ...(schedule.discard === undefined ? {} : { discard: parseDuration(schedule.discard.first) }),
    ...(schedule.remind === undefined ? {} : { remind: parseDuration(schedule.remind) }),
    ...grace,
    ...(schedule.days === undefined ? {} : { days: new Set(schedule.days) }),
    ...kept,
    reach: reachOf(windows, grace.grace),
    planned: nothingPlanned(''),
  }
}

/** `06:00-10:00` as minutes of the day; a window that ends before it begins runs past midnight. */
function minutes(window: string): { open: number; close: number } {
  const [open, close] = window.split('-').map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) as [
    number,
    number,
  ]
  return { open, close: close <= open ? close + 24 * 60 : close }
}

/** A window and its grace may run past midnight, and an hour further over a clock change. */
function reachOf(windows: CompiledSchedule['windows'], grace: Duration | undefined): number {
  const close = Math.max(...windows.map((window) => window.close)) * MINUTE
  return Math.ceil((close + (grace ? longest(grace) : 0) + HOUR) / DAY)
}

/** Begins a schedule: day 1 is the first local day on which a whole window still lies ahead. */
export function beginSchedule(schedule: CompiledSchedule, zone: string, now: Instant): ScheduleProgress {
  const today = dayOf(zone, now)
  const lastOpens = atLocal(zone, today, schedule.windows.at(-1)!.open)
  let day = lastOpens >= now ? today : today + 1
  while (!isMeasuringDay(schedule, day)) day++
  return { entered: now, firstDay: dayText(day), completed: false, closed: [] }
}

/** The windows whose grace ends after `after`, earliest first, without end unless the schedule has one. */
export function* windowsAfter(
  schedule: CompiledSchedule,
  progress: ScheduleProgress,
  zone: string,
  after: Instant,
): Generator<PlannedWindow> {
  const rounds = roundsOf(schedule, progress, zone, after)
  for (let { round } = rounds; round <= rounds.last; round++) {
    for (const window of windowsOf(schedule, rounds.firstDay, zone, round)) {
      if (window.opens >= progress.entered && window.over > after) yield window
    }
  }
}

/** The same, as far as they open at or before `until`. */
export function windowsBetween(
  schedule: CompiledSchedule,
  progress: ScheduleProgress,
  zone: string,
  after: Instant,
  until: Instant,
): readonly PlannedWindow[] {
  let found = NONE
  const near = nearby(schedule, progress, zone, after)
  // Counted, here and below: an iterator would be made for every event.
  for (let index = 0; index < near.length; index++) {
    const window = near[index]!
    if (window.opens > until) return found
    if (window.opens >= progress.entered && window.over > after) found = joined(found, window)
  }
  found = NONE // they lie further away than what is near
  const rounds = roundsOf(schedule, progress, zone, after)
  for (let { round } = rounds; round <= rounds.last; round++) {
    for (const window of windowsOf(schedule, rounds.firstDay, zone, round)) {
      if (window.opens > until) return found
      if (window.opens >= progress.entered && window.over > after) found = joined(found, window)
    }
  }
  return found
}

/** Nearly always there is one: a list of one is made at once. */
const joined = (found: readonly PlannedWindow[], window: PlannedWindow): readonly PlannedWindow[] =>
  found.length === 0 ? [window] : [...found, window]

/** A schedule whose days never come round (an upgrade may bring that) must not be looked for until the end of time. */
const MOST_EMPTY = 400

type Rounds = { firstDay: number; round: number; last: number }

/** From the first round whose windows can be over after `after`, to the last one. */
function roundsOf(schedule: CompiledSchedule, progress: ScheduleProgress, zone: string, after: Instant): Rounds {
  const firstDay = dayFromText(progress.firstDay)
  const round =
    after === -Infinity ? 0 : Math.max(0, roundBefore(schedule, dayOf(zone, after) - schedule.reach - firstDay))
  return { firstDay, round, last: progress.completed ? -1 : lastRound(schedule, firstDay, round) }
}

/** A round that lies so many days after the first, or shortly before. */
const roundBefore = ({ every }: CompiledSchedule, days: number): number =>
  Math.floor(days / (DAYS[every.unit] * every.amount))

function lastRound(schedule: CompiledSchedule, firstDay: number, from: number): number {
  if (!schedule.for) return schedule.days ? from + MOST_EMPTY : Infinity
  const end = addToDay(firstDay, schedule.for)
  let round = Math.max(0, roundBefore(schedule, end - firstDay))
  while (dayOfRound(schedule, firstDay, round) >= end) round--
  while (dayOfRound(schedule, firstDay, round + 1) < end) round++
  return round
}

/**
 * The earliest instant after `after` at which this schedule reminds, closes a window or ends; null when there is none.
 * The first windows are left out as long as they end quietly.
 */
export function nextScheduleInstant(
  schedule: CompiledSchedule,
  progress: ScheduleProgress,
  zone: string,
  after: Instant,
  endsQuietly?: (window: PlannedWindow) => boolean,
): Instant | null {
  let quiet = endsQuietly
  let earliest = Infinity
  const near = nearby(schedule, progress, zone, after)
  for (let index = 0; index < near.length; index++) {
    const window = near[index]!
    if (window.opens > earliest) return earliest
    if (window.opens < progress.entered || window.over <= after || quiet?.(window)) continue
    quiet = undefined
    earliest = Math.min(earliest, nextInstant(window, after))
  }
  quiet = endsQuietly
  earliest = Infinity // it lies further away than what is near
  const rounds = roundsOf(schedule, progress, zone, after)
  for (let { round } = rounds; round <= rounds.last; round++) {
    for (const window of windowsOf(schedule, rounds.firstDay, zone, round)) {
      if (window.opens > earliest) return earliest
      if (window.opens < progress.entered || window.over <= after || quiet?.(window)) continue
      quiet = undefined
      earliest = Math.min(earliest, nextInstant(window, after))
    }
  }
  return earliest === Infinity ? null : earliest
}

const nextInstant = ({ over, remindAt = -Infinity }: PlannedWindow, after: Instant): Instant =>
  remindAt > after ? Math.min(remindAt, over) : over

/** The instant at which a schedule with an end is completed: the last grace. */
export function completionOf(schedule: CompiledSchedule, progress: ScheduleProgress, zone: string): Instant {
  if (!schedule.for) return Infinity
  const { firstDay, last } = roundsOf(schedule, progress, zone, -Infinity)
  for (let round = last; round >= 0; round--) {
    const windows = windowsOf(schedule, firstDay, zone, round).filter(({ opens }) => opens >= progress.entered)
    if (windows.length > 0) return Math.max(...windows.map(({ over }) => over))
  }
  return -Infinity
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
