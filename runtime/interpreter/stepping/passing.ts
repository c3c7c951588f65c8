/** What schedules do as time passes: remind, close windows, complete. */
import type { Effect, Enrolment, Instant, ScheduleProgress } from '../enrolment.ts'
import { countIn } from './intake.ts'
import { excuseFor, isAskedNothing } from './pause.ts'
import type { Run } from './run.ts'
import { fixBaselines } from './scores.ts'
import { completionOf, windowsAfter, type CompiledSchedule, type PlannedWindow } from '../time/schedule.ts'
import { DAY } from '../time/zone.ts'

/** Lets every running schedule pass the time from the wake-up before up to this one. */
export function passTime(run: Run): void {
  const since = run.enrolment.woken
  const reminders: Reminder[] = []
  for (const id of Object.keys(run.enrolment.schedules)) {
    const schedule = run.pathway.schedules.get(id)!
    const progress = run.enrolment.schedules[id]!
    if (progress.completed) continue
    const windows = dueWindows(run, schedule, progress, since)
    reminders.push(...windows.flatMap((window) => remind(run, schedule, window, since)))
    const over = windows.filter((window) => window.over > since && window.over <= run.now)
    const passed = close(run, schedule, progress, over)
    run.enrolment.schedules = { ...run.enrolment.schedules, [id]: complete(run, schedule, passed) }
  }
  run.effects.unshift(...askOnce(reminders))
}

type Reminder = Effect & { type: 'remind' }

/** Schedules that remind at one instant make one reminder: nobody is asked twice for the same measurement. */
function askOnce([first, ...others]: Reminder[]): Reminder[] {
  if (!first) return []
  const measurements = new Set([first, ...others].flatMap((reminder) => reminder.measurements))
  return [
    {
      ...first,
      measurements: [...measurements],
      closes: Math.max(first.closes, ...others.map(({ closes }) => closes)),
    },
  ]
}

function dueWindows(run: Run, schedule: CompiledSchedule, progress: ScheduleProgress, since: Instant): PlannedWindow[] {
  const windows: PlannedWindow[] = []
  for (const window of windowsAfter(schedule, progress, run.pathway.zone, since)) {
    if (window.opens > run.now) break
    windows.push(window)
  }
  return windows
}

function remind(run: Run, schedule: CompiledSchedule, window: PlannedWindow, since: Instant): Reminder[] {
  const { remindAt, opens, closes } = window
  if (
    remindAt === undefined ||
    remindAt <= since ||
    remindAt > run.now ||
    isAskedNothing(run.enrolment.pauses, window) ||
    delivered(run.enrolment, schedule, window) > 0
  )
    return []
  return [{ type: 'remind', schedule: schedule.id, measurements: schedule.measure, opens, closes }]
}

/** Readings delivered in a window, at most those asked of each measurement. */
export function delivered(
  enrolment: Enrolment,
  schedule: CompiledSchedule,
  window: { opens: Instant; over: Instant },
): number {
  return schedule.measure.reduce((sum, name) => sum + Math.min(schedule.readings, countIn(enrolment, name, window)), 0)
}

function close(
  run: Run,
  schedule: CompiledSchedule,
  progress: ScheduleProgress,
  over: PlannedWindow[],
): ScheduleProgress {
  if (over.length === 0) return progress
  const closed = over.map((window) => closedWindow(run, schedule, window))
  const missed = closed
    .filter((window) => window.missed)
    .map(({ opens }): Effect => ({ type: 'missed', schedule: schedule.id, opens }))
  run.effects.push(...missed)
  return remember(run, schedule, { ...progress, closed: [...progress.closed, ...closed] })
}

function closedWindow(run: Run, schedule: CompiledSchedule, window: PlannedWindow): ScheduleProgress['closed'][number] {
  const { opens, over, asked } = window
  const count = delivered(run.enrolment, schedule, window)
  const excused = excuseFor(run.enrolment.pauses, window, count)
  return { opens, over, asked, delivered: count, missed: count === 0 && !excused, ...(excused ? { excused } : {}) }
}

/** Where every missed window counts, those of so long ago are only counted: nothing changes them any more. */
const COUNTED_AFTER = 31 * DAY

/** Forgets windows that no condition can look back to; an unbroken run of missed ones is kept as far as `inARow` counts it. */
function remember(run: Run, schedule: CompiledSchedule, progress: ScheduleProgress): ScheduleProgress {
  const { keep, keepInARow } = schedule
  const { closed } = progress
  const lastKept = Math.max(
    closed.findLastIndex((window) => !window.missed && !window.excused),
    closed.length - keepInARow,
  )
  const horizon = run.now - (keep ?? COUNTED_AFTER)
  const isKept = (window: ScheduleProgress['closed'][number], index: number): boolean =>
    window.over >= horizon || index >= lastKept
  if (closed.every(isKept)) return progress
  const kept = closed.filter(isKept)
  if (keep !== null) return { ...progress, closed: kept }
  const missed = (windows: ScheduleProgress['closed']): number => windows.filter((window) => window.missed).length
  return {
    ...progress,
    closed: kept,
    missedBefore: (progress.missedBefore ?? 0) + missed(closed) - missed(kept),
  }
}

function complete(run: Run, schedule: CompiledSchedule, progress: ScheduleProgress): ScheduleProgress {
  if (completionOf(schedule, progress, run.pathway.zone) > run.now) return progress
  run.completed.add(schedule.id)
  fixBaselines(run, { completed: schedule.id })
  run.effects.push({ type: 'completed', schedule: schedule.id })
  return { ...progress, completed: true }
}
