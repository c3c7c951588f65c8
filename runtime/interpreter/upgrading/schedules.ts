/** Running schedules in another version: what was done is never asked again. */
import type { Enrolment, Instant, ScheduleProgress } from '../enrolment.ts'
import { own } from '../own.ts'
import type { CompiledState, Pathway } from '../pathway.ts'
import { countIn } from '../stepping/intake.ts'
import { beginSchedule, windowsAfter, type CompiledSchedule, type PlannedWindow } from '../time/schedule.ts'
import { dayOf } from '../time/zone.ts'

/** The schedules of the state in the new version: those that ran go on where they were, others begin. */
export function schedulesIn(
  from: Pathway,
  to: Pathway,
  enrolment: Enrolment,
  state: CompiledState,
  now: Instant,
): Enrolment['schedules'] {
  const progress = state.schedules.map((id): [string, ScheduleProgress] => {
    const schedule = to.schedules.get(id)!
    const [before, running] = [from.schedules.get(id), own(enrolment.schedules, id)]
    if (!before || !running) return [id, beginSchedule(schedule, to.zone, now)]
    return [id, isSamePlan(before, schedule) ? running : goesOn(before, schedule, running, to.zone, enrolment, now)]
  })
  return Object.fromEntries(progress)
}

const isSamePlan = (one: CompiledSchedule, other: CompiledSchedule): boolean => planOf(one) === planOf(other)

const planOf = ({ measure, every, windows, readings, for: length, discard, remind, grace, days }: CompiledSchedule) =>
  JSON.stringify([measure, every, windows, readings, length, discard, remind, grace, days && [...days]])

/**
 * The first windows of today stand for the first windows of today in the plan before: those in which the patient has
 * measured, or that are over, are not asked again in the new one.
 */
function goesOn(
  before: CompiledSchedule,
  after: CompiledSchedule,
  running: ScheduleProgress,
  zone: string,
  enrolment: Enrolment,
  now: Instant,
): ScheduleProgress {
  const isDone = (window: PlannedWindow): boolean =>
    window.over <= now || before.measure.some((name) => countIn(enrolment, name, window) > 0)
  const done = todays(before, running, zone, now).filter(isDone).length
  const last = todays(after, running, zone, now)[done - 1]
  return last ? { ...running, entered: Math.max(running.entered, last.opens + 1) } : running
}

/** The windows that open on the local day of `now`. */
function todays(schedule: CompiledSchedule, progress: ScheduleProgress, zone: string, now: Instant): PlannedWindow[] {
  const today = dayOf(zone, now)
  const found: PlannedWindow[] = []
  for (const window of windowsAfter(schedule, progress, zone, now - LONGEST_DAY)) {
    const day = dayOf(zone, window.opens)
    if (day > today) break
    if (day === today) found.push(window)
  }
  return found
}

/** A day on which the clock goes back has 25 hours. */
const LONGEST_DAY = 25 * 3_600_000
