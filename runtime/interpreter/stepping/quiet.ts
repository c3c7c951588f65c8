/** Windows that end quietly: something came in them and nobody waits for their end, so nobody is woken. The next event closes them. */
import type { Enrolment, Instant, ScheduleProgress } from '../enrolment.ts'
import { own } from '../own.ts'
import type { Pathway } from '../pathway.ts'
import { completionOf, windowsBetween, type CompiledSchedule, type PlannedWindow } from '../time/schedule.ts'
import { close, withProgress } from './passing.ts'
import { excuseFor } from './pause.ts'
import { newRun, type Run } from './run.ts'

/**
 * Which windows of a schedule end quietly; undefined when none do. Closing them has no effect and makes no condition turn
 * that is looked at as time passes (`steady`): that takes a window that is missed, one after a missed one, or a pause.
 */
export function quietEnds(
  pathway: Pathway,
  enrolment: Enrolment,
  schedule: CompiledSchedule,
  progress: ScheduleProgress,
): ((window: PlannedWindow) => boolean) | undefined {
  if (!pathway.states.get(enrolment.state)!.steady || endsMissed(progress)) return undefined
  const isQuiet = (window: PlannedWindow): boolean =>
    isDelivered(enrolment, schedule, window) && excuseFor(enrolment.pauses, window, 1) === undefined
  if (!schedule.for) return isQuiet
  const completion = completionOf(schedule, progress, pathway.zone)
  return (window) => window.over < completion && isQuiet(window)
}

/** Whether the newest window that counts was missed. */
function endsMissed({ closed }: ScheduleProgress): boolean {
  let newest = closed.length - 1
  while (newest >= 0 && closed[newest]!.excused) newest--
  return newest >= 0 && closed[newest]!.missed
}

function isDelivered({ readings }: Enrolment, { measure }: CompiledSchedule, { opens, over }: PlannedWindow): boolean {
  for (const name of measure) {
    const list = own(readings, name)
    if (!list) continue
    for (let index = list.length - 1; index >= 0 && list[index]!.at >= opens; index--) {
      if (list[index]!.at <= over) return true
    }
  }
  return false
}

/** The record as it is when everything that ended quietly up to and including an instant is closed. */
export function quietlyClosed(pathway: Pathway, before: Enrolment, until: Instant): Enrolment {
  if (before.exit !== undefined) return before
  const run = newRun(pathway, before, null, until + 1)
  closeQuiet(run)
  const { woken, schedules } = run.enrolment
  return woken === before.woken && schedules === before.schedules ? before : run.enrolment
}

/** Before anything else happens, what has ended quietly since the newest wake-up is closed as if it had been looked at. */
export function closeQuiet(run: Run): void {
  const { enrolment, pathway, now } = run
  const { schedules, woken } = enrolment
  const before = Math.ceil(now) - 1 // windows end on whole milliseconds; what ends now comes after this event
  if (before <= woken) return
  for (const id in schedules) {
    const progress = schedules[id]!
    const schedule = pathway.schedules.get(id)!
    const windows = windowsBetween(schedule, progress, pathway.zone, woken, before)
    if (windows.length === 0) continue
    const passed = closeThose(run, schedule, progress, windows, before)
    if (passed !== progress) enrolment.schedules = withProgress(enrolment, id, passed)
  }
}

function closeThose(
  run: Run,
  schedule: CompiledSchedule,
  progress: ScheduleProgress,
  windows: readonly PlannedWindow[],
  before: Instant,
): ScheduleProgress {
  const { enrolment, pathway } = run
  const quiet = quietEnds(pathway, enrolment, schedule, progress)
  if (!quiet) return progress
  let [ended, over] = [0, -Infinity]
  for (; ended < windows.length && quiet(windows[ended]!); ended++) {
    const window = windows[ended]!
    if (window.over <= before) over = Math.max(over, window.over)
    enrolment.woken = Math.max(enrolment.woken, over, remindedAt(window, before))
  }
  const quietly = ended === windows.length ? windows : windows.slice(0, ended)
  return close(run, schedule, progress, quietly, over)
}

const remindedAt = ({ remindAt }: PlannedWindow, before: Instant): Instant =>
  remindAt !== undefined && remindAt <= before ? remindAt : -Infinity
