/** What a schedule plans: the windows of its days, worked out once for all patients. */
import { addDuration, addToDay } from './duration.ts'
import type { ClosedWindow, Instant, ScheduleProgress } from '../enrolment.ts'
import type { CompiledSchedule } from './schedule.ts'
import { atLocal, dayFromText, dayOf, MINUTE, weekday } from './zone.ts'

/** One planned window. `remindAt` is absent when nobody is reminded; `over` is the end of the grace. */
export type PlannedWindow = { opens: Instant; closes: Instant; over: Instant; remindAt?: Instant; asked: number }

/**
 * `near`: the windows of a day and of the rounds after it. `ended`: how a window ended, by how much came in it: the same object for all patients, which makes
 * their records smaller.
 */
export type Planned = {
  zone: string
  days: Map<number, readonly PlannedWindow[]>
  near: Map<number, readonly PlannedWindow[]>
  ended: Map<PlannedWindow, ClosedWindow[]>
}

export const DAYS = { minute: 1, hour: 1, day: 1, week: 7, month: 31 }

export const isMeasuringDay = ({ days }: CompiledSchedule, day: number): boolean => !days || days.has(weekday(day))

export function dayOfRound({ every }: CompiledSchedule, firstDay: number, round: number): number {
  if (every.unit === 'month') return addToDay(firstDay, { unit: 'month', amount: every.amount * round })
  return firstDay + DAYS[every.unit] * every.amount * round
}

export const NONE: readonly PlannedWindow[] = []

/**
 * The windows that can be over after an instant and those of a few rounds more, in order: what nearly every question is
 * about, in one list for all patients. Empty where rounds are not of one length, or have an end.
 */
export function nearby(
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
export function windowsOf(
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

export const nothingPlanned = (zone: string): Planned => ({
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
