/** Schedules: from a measuring plan and the day it began to the windows in which the patient measures. */
import type { Schedule } from '../../../schemas/index.ts'
import { addDuration, addToDay, longest, parseDuration, type Duration } from './duration.ts'
import type { ClosedWindow, Instant, ScheduleProgress } from '../enrolment.ts'
import { atLocal, DAY, dayFromText, dayOf, dayText, HOUR, MINUTE, weekday, type Weekday } from './zone.ts'

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

/** One planned window. `remindAt` is absent when nobody is reminded; `over` is the end of the grace. */
export type PlannedWindow = { opens: Instant; closes: Instant; over: Instant; remindAt?: Instant; asked: number }

/**
 * `near`: the windows of a day and of the rounds after it. `ended`: how a window ended, by how much came in it: the same object for all patients, which makes
 * their records smaller.
 */
type Planned = {
  zone: string
  days: Map<number, readonly PlannedWindow[]>
  near: Map<number, readonly PlannedWindow[]>
  ended: Map<PlannedWindow, ClosedWindow[]>
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

const isMeasuringDay = ({ days }: CompiledSchedule, day: number): boolean => !days || days.has(weekday(day))

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
  for (const window of nearby(schedule, progress, zone, after)) {
    if (window.opens > until) return found
    if (window.opens >= progress.entered && window.over > after) found = found.concat(window)
  }
  found = NONE // they lie further away than what is near
  const rounds = roundsOf(schedule, progress, zone, after)
  for (let { round } = rounds; round <= rounds.last; round++) {
    for (const window of windowsOf(schedule, rounds.firstDay, zone, round)) {
      if (window.opens > until) return found
      if (window.opens >= progress.entered && window.over > after) found = found.concat(window)
    }
  }
  return found
}

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

const DAYS = { minute: 1, hour: 1, day: 1, week: 7, month: 31 }

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

function dayOfRound({ every }: CompiledSchedule, firstDay: number, round: number): number {
  if (every.unit === 'month') return addToDay(firstDay, { unit: 'month', amount: every.amount * round })
  return firstDay + DAYS[every.unit] * every.amount * round
}

const NONE: readonly PlannedWindow[] = []

/**
 * The windows that can be over after an instant and those of a few rounds more, in order: what nearly every question is
 * about, in one list for all patients. Empty where rounds are not of one length, or have an end.
 */
function nearby(
  schedule: CompiledSchedule,
  { firstDay: text, completed }: ScheduleProgress,
  zone: string,
  after: Instant,
): readonly PlannedWindow[] {
  const { every, reach, planned } = schedule
  if (completed || schedule.for || every.unit === 'month' || after === -Infinity) return NONE
  const firstDay = dayFromText(text)
  const length = DAYS[every.unit] * every.amount
  const day = firstDay + length * Math.max(0, Math.floor((dayOf(zone, after) - reach - firstDay) / length))
  if (planned.zone === zone) {
    const known = planned.near.get(day)
    if (known) return known
  }
  const near: PlannedWindow[] = []
  for (let ahead = 0; ahead <= reach + 3 * length; ahead += length) {
    for (const window of windowsOf(schedule, day, zone, ahead / length)) near.push(window)
  }
  schedule.planned.near.set(day, near)
  return near
}

/** A year and more; beyond that it begins anew, and a day is planned again when somebody asks. */
const MOST_PLANNED = 400

/** The windows of one round. Many patients measure on one day: it is planned once. */
function windowsOf(
  schedule: CompiledSchedule,
  firstDay: number,
  zone: string,
  round: number,
): readonly PlannedWindow[] {
  const { planned } = schedule
  const day = dayOfRound(schedule, firstDay, round)
  if (planned.zone !== zone || planned.days.size > MOST_PLANNED) schedule.planned = nothingPlanned(zone)
  const known = schedule.planned.days.get(day)
  if (known) return known
  const windows = isMeasuringDay(schedule, day)
    ? schedule.windows.map(({ open, close }) => plan(schedule, zone, day, open, close))
    : NONE
  schedule.planned.days.set(day, windows)
  return windows
}

const nothingPlanned = (zone: string): Planned => ({
  zone,
  days: new Map(),
  near: new Map(),
  ended: new Map(),
})

/** How a window ended in which so many readings came, when nothing excuses it. */
export function endedWith({ planned }: CompiledSchedule, window: PlannedWindow, delivered: number): ClosedWindow {
  let known = planned.ended.get(window)
  if (!known) planned.ended.set(window, (known = []))
  const { opens, over, asked } = window
  return (known[delivered] ??= Object.freeze({ opens, over, asked, delivered, missed: delivered === 0 }))
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
  for (const window of nearby(schedule, progress, zone, after)) {
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
