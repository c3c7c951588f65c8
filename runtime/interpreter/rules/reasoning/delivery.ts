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
  const windows = windowsOf(schedule, stretch)
  if (windows === null) return null
  let [most, first] = [0, 0]
  for (const [last, { opens }] of windows.entries()) {
    while (windows[first]!.closes <= opens - stretch) first++
    most = Math.max(most, last - first + 1)
  }
  return most * (schedule.readings ?? 1)
}

/** The windows that count, from the first day on, until one stretch and one round are past. In milliseconds of an ordinary day. */
function windowsOf(schedule: Schedule, stretch: number): Window[] | null {
  const every = ordinaryLength(schedule.every) / DAY
  const begin = schedule.discard ? ordinaryLength(schedule.discard.first) / DAY : 0
  const end = schedule.for ? ordinaryLength(schedule.for) / DAY : begin + Math.ceil(stretch / DAY) + 2 * every
  if ((end / every) * schedule.windows.length > MOST) return null
  const daily = schedule.windows.map(window).toSorted((one, other) => one.opens - other.opens)
  const windows: Window[] = []
  for (let day = 0; day < end; day += every)
    if (day >= begin)
      windows.push(...daily.map(({ opens, closes }) => ({ opens: opens + day * DAY, closes: closes + day * DAY })))
  return windows
}

/** `06:00-10:00`; one that ends before it begins runs past midnight. */
function window(text: string): Window {
  const [opens, closes] = text
    .split('-')
    .map((clock) => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * MINUTE) as [number, number]
  return { opens, closes: closes > opens ? closes : closes + DAY }
}

/** A duration in milliseconds, with days of 24 hours and months of 31 days. */
function ordinaryLength(text: string): number {
  const { amount, unit } = parseDuration(text)
  if (unit === 'minute' || unit === 'hour') return amount * (unit === 'hour' ? HOUR : MINUTE)
  return amount * { day: 1, week: 7, month: 31 }[unit] * DAY
}
