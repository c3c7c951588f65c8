/** How many readings a schedule can deliver within a window of time. */
import type { Schedule } from '../../../../schemas/index.ts'
import { parseDuration } from '../../time/duration.ts'
import { DAY, HOUR, MINUTE } from '../../time/zone.ts'

type Window = { opens: number; closes: number }

/** More windows than this are not counted: nothing is said of such a long period. */
const MOST = 5_000

/**
 * The most readings of one measurement that `schedule` asks for within any stretch of `over`, in one stay.
 *
 * Days that are left out of averages do not count. The first reading of a stretch may come at the end of its window and
 * the last one at the beginning of its window: that is why seven days can hold a window more than seven days of windows.
 * Null when the stretch holds more windows than are worth counting.
 */
export function mostReadings(schedule: Schedule, over: string): number | null {
  const stretch = ordinaryLength(over)
  const begin = schedule.discard ? ordinaryLength(schedule.discard.first) / DAY : 0
  const most = mostTogether(schedule, stretch, begin, ({ closes }, { opens }) => closes > opens - stretch)
  return most === null ? null : most * (schedule.readings ?? 1)
}

/**
 * The most windows of `schedule` that can have closed within any stretch of `over`; without `over` since it began.
 * Null when there are more than are worth counting, or without end.
 */
export function mostWindows(schedule: Schedule, over: string | undefined): number | null {
  if (over === undefined && schedule.for === undefined) return null
  const stretch = over === undefined ? Infinity : ordinaryLength(over)
  return mostTogether(schedule, stretch, 0, ({ closes }, last) => closes > last.closes - stretch)
}

/** The shortest time between two readings of the schedule, in milliseconds: from the end of a window to the begin of the next. */
export function shortestGap(schedule: Schedule): number {
  if ((schedule.readings ?? 1) > 1) return 0
  const round = schedule.days ? DAY : ordinaryLength(schedule.every)
  const daily = windowsOfDay(schedule)
  const next = [...daily.slice(1), ...daily.slice(0, 1).map(({ opens, closes }) => ({ opens: opens + round, closes }))]
  return Math.max(0, Math.min(...daily.map(({ closes }, index) => next[index]!.opens - closes)))
}

/** The most windows that fit together with a last one; of weekdays, whichever day the schedule begins. */
function mostTogether(
  schedule: Schedule,
  stretch: number,
  begin: number,
  fits: (first: Window, last: Window) => boolean,
): number | null {
  const starts = schedule.days?.map((day) => weekdays.indexOf(day)) ?? [0]
  let most = 0
  for (const start of starts) {
    const windows = windowsOf(schedule, stretch, begin, start)
    if (windows === null) return null
    let first = 0
    for (const [last, window] of windows.entries()) {
      while (!fits(windows[first]!, window)) first++
      most = Math.max(most, last - first + 1)
    }
  }
  return most
}

/** The days of the week, as a calendar begins them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** The windows from day `begin` on, until one stretch and one round are past; the first day is weekday `start`. In milliseconds of an ordinary day. */
function windowsOf(schedule: Schedule, stretch: number, begin: number, start: number): Window[] | null {
  const every = ordinaryLength(schedule.every) / DAY
  const rest = schedule.days ? 7 : 0
  const end = schedule.for ? ordinaryLength(schedule.for) / DAY : begin + Math.ceil(stretch / DAY) + 2 * every + rest
  if ((end / every) * schedule.windows.length > MOST) return null
  const daily = windowsOfDay(schedule)
  const windows: Window[] = []
  for (const day of measuringDays(schedule, start, end))
    if (day >= begin)
      windows.push(...daily.map(({ opens, closes }) => ({ opens: opens + day * DAY, closes: closes + day * DAY })))
  return windows
}

/** The days before `end` on which a schedule measures, counted from its first, which is weekday `start`. */
export function measuringDays({ every, days }: Schedule, start: number, end: number): number[] {
  const round = ordinaryLength(every) / DAY
  const all = Array.from({ length: Math.max(0, Math.ceil(end / round)) }, (_, index) => index * round)
  return days ? all.filter((day) => days.includes(weekdays[(start + day) % 7]!)) : all
}

/** The windows of one measuring day, in order. A window that cannot be read has left an empty place, which flatMap passes over. */
export const windowsOfDay = ({ windows }: Schedule): Window[] =>
  windows.flatMap(window).toSorted((one, other) => one.opens - other.opens)

/** `06:00-10:00`; one that ends before it begins runs past midnight. */
function window(text: string): Window {
  const [opens, closes] = text
    .split('-')
    .map((clock) => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * MINUTE) as [number, number]
  return { opens, closes: closes > opens ? closes : closes + DAY }
}

/** A duration in milliseconds, with days of 24 hours and months of 31 days. */
export function ordinaryLength(text: string): number {
  const { amount, unit } = parseDuration(text)
  if (unit === 'minute' || unit === 'hour') return amount * (unit === 'hour' ? HOUR : MINUTE)
  return amount * { day: 1, week: 7, month: 31 }[unit] * DAY
}
