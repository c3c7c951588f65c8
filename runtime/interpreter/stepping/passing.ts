/** What schedules do as time passes: remind, close windows, complete. */
import type { ClosedWindow, Effect, Enrolment, Instant, ScheduleProgress } from '../enrolment.ts'
import { countIn } from './intake.ts'
import { withNewest } from './newest.ts'
import { excuseFor, isAskedNothing } from './pause.ts'
import { markCompleted, type Run } from './run.ts'
import { fixBaselines } from './scores.ts'
import { completionOf, endedWith, windowsBetween, type CompiledSchedule, type PlannedWindow } from '../time/schedule.ts'
import { DAY } from '../time/zone.ts'

/** Lets every running schedule pass the time from the wake-up before up to this one. */
export function passTime(run: Run): void {
  const { schedules, woken } = run.enrolment
  const reminders: Reminder[] = []
  for (const id in schedules) {
    const progress = schedules[id]!
    if (progress.completed) continue
    const schedule = run.pathway.schedules.get(id)!
    const windows = windowsBetween(schedule, progress, run.pathway.zone, woken, run.now)
    for (const window of windows)
      if (isReminded(run, schedule, window, woken)) reminders.push(reminder(schedule, window))
    const passed = complete(run, schedule, close(run, schedule, progress, windows))
    if (passed !== progress) run.enrolment.schedules = withProgress(run.enrolment, id, passed)
  }
  if (reminders.length > 0) run.effects.unshift(askOnce(reminders))
}

/** A copy is written to afterwards: that is several times faster than `{ ...schedules, [id]: progress }`. */
export function withProgress({ schedules }: Enrolment, id: string, progress: ScheduleProgress): Enrolment['schedules'] {
  const changed = { ...schedules }
  changed[id] = progress
  return changed
}

type Reminder = Effect & { type: 'remind' }

/** Schedules that remind at one instant make one reminder: nobody is asked twice for the same measurement. */
function askOnce(reminders: Reminder[]): Reminder {
  const measurements = new Set(reminders.flatMap((one) => one.measurements))
  const closes = Math.max(...reminders.map((one) => one.closes))
  return { ...reminders[0]!, measurements: [...measurements], closes }
}

function isReminded(run: Run, schedule: CompiledSchedule, window: PlannedWindow, since: Instant): boolean {
  const { remindAt } = window
  if (remindAt === undefined || remindAt <= since || remindAt > run.now) return false
  return !isAskedNothing(run.enrolment.pauses, window) && delivered(run.enrolment, schedule, window) === 0
}

const reminder = (schedule: CompiledSchedule, { opens, closes }: PlannedWindow): Reminder => ({
  type: 'remind',
  schedule: schedule.id,
  measurements: schedule.measure,
  opens,
  closes,
})

/** Readings delivered in a window, at most those asked of each measurement. */
export function delivered(
  enrolment: Enrolment,
  schedule: CompiledSchedule,
  window: { opens: Instant; over: Instant },
): number {
  let count = 0
  for (const name of schedule.measure) count += Math.min(schedule.readings, countIn(enrolment, name, window))
  return count
}

/** Closes those of the windows that are over. `at` is when the last of them was, or when that is looked at. */
export function close(
  run: Run,
  schedule: CompiledSchedule,
  progress: ScheduleProgress,
  windows: readonly PlannedWindow[],
  at: Instant = run.now,
): ScheduleProgress {
  let passed = progress
  for (let index = 0; index < windows.length; index++) {
    const window = windows[index]!
    if (window.over > at) continue
    const one = closedWindow(run, schedule, window)
    if (one.missed) run.effects.push({ type: 'missed', schedule: schedule.id, opens: one.opens })
    passed = remember(schedule, passed, one, at)
  }
  return passed
}

function closedWindow(run: Run, schedule: CompiledSchedule, window: PlannedWindow): ClosedWindow {
  const count = delivered(run.enrolment, schedule, window)
  const excused = excuseFor(run.enrolment.pauses, window, count)
  if (!excused) return endedWith(schedule, window, count)
  const { opens, over, asked } = window
  return { opens, over, asked, delivered: count, missed: false, excused }
}

/** Where every missed window counts, those of so long ago are only counted: nothing changes them any more. */
const COUNTED_AFTER = 31 * DAY

/**
 * Adds windows, and forgets those that no condition can look back to; of an unbroken run the missed ones are kept as far as
 * `inARow` counts them.
 */
function remember(
  { keep, keepInARow }: CompiledSchedule,
  progress: ScheduleProgress,
  added: ClosedWindow,
  at: Instant,
): ScheduleProgress {
  const horizon = at - (keep ?? COUNTED_AFTER)
  const { closed } = progress
  let old = 0
  while (old < closed.length && closed[old]!.over < horizon) old++
  const young = withNewest(closed, old, added)
  if (old === 0) return { ...progress, closed: young }
  const kept = isUnbroken(young) ? [...inARow(closed, old, keepInARow - missedIn(young)), ...young] : young
  if (keep !== null) return { ...progress, closed: kept }
  const missedBefore = (progress.missedBefore ?? 0) + missedIn(closed) + Number(added.missed) - missedIn(kept)
  return { ...progress, closed: kept, missedBefore }
}

const isBroken = ({ missed, excused }: ClosedWindow): boolean => !missed && !excused

const isUnbroken = (windows: ClosedWindow[]): boolean => windows.findLastIndex(isBroken) < 0

/** Of the first `old` windows the newest that are missed in a row, at most so many. */
function inARow(closed: ClosedWindow[], old: number, most: number): ClosedWindow[] {
  if (most <= 0) return []
  const before = closed.slice(0, old)
  return before
    .slice(before.findLastIndex(isBroken) + 1)
    .filter(({ missed }) => missed)
    .slice(-most)
}

function missedIn(windows: ClosedWindow[]): number {
  let count = 0
  for (const { missed } of windows) if (missed) count++
  return count
}

export function complete(run: Run, schedule: CompiledSchedule, progress: ScheduleProgress): ScheduleProgress {
  if (completionOf(schedule, progress, run.pathway.zone) > run.now) return progress
  markCompleted(run, schedule.id)
  fixBaselines(run, { completed: schedule.id })
  run.effects.push({ type: 'completed', schedule: schedule.id })
  return { ...progress, completed: true }
}
