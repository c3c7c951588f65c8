/** Which schedules run: those of the state that was entered go on or begin, others end. */
import type { LeftOut, ScheduleProgress } from '../enrolment.ts'
import { own } from '../own.ts'
import type { CompiledState } from '../pathway.ts'
import { beginSchedule, leavesOut } from '../time/schedule.ts'
import type { Run } from './run.ts'

/** A schedule that both states list goes on unbroken; one that was completed begins anew. */
export function continueSchedules(run: Run, entered: CompiledState): void {
  const before = run.enrolment.schedules
  const progress = entered.schedules.map((id): [string, ScheduleProgress] => {
    const running = own(before, id)
    const goesOn = running && !running.completed
    return [id, goesOn ? running : beginSchedule(run.pathway.schedules.get(id)!, run.pathway.zone, run.now)]
  })
  run.enrolment.schedules = Object.fromEntries(progress)
  rememberLeftOut(run, before)
}

/** A reading of a first day may still come when its schedule has been left: averages leave it out all the same. */
export function rememberLeftOut(run: Run, before: Record<string, ScheduleProgress>): void {
  const { pathway, enrolment } = run
  const ended = Object.entries(before).filter(([id, progress]) => enrolment.schedules[id] !== progress)
  const stretches = ended.flatMap(([id, progress]): LeftOut[] => {
    const schedule = pathway.schedules.get(id)
    const stretch = schedule && leavesOut(schedule, progress, pathway.zone)
    return stretch ? [{ schedule: id, ...stretch }] : []
  })
  if (stretches.length === 0) return
  const known = (enrolment.leftOut ?? []).filter((one) => !stretches.some((other) => sameDays(one, other)))
  enrolment.leftOut = [...known, ...stretches.map((one) => joined(one, enrolment.leftOut ?? []))]
}

const sameDays = (one: LeftOut, other: LeftOut): boolean => one.schedule === other.schedule && one.until === other.until

/** A schedule that was entered twice on one day leaves out all from the first time on. */
const joined = (one: LeftOut, known: LeftOut[]): LeftOut => ({
  ...one,
  from: Math.min(one.from, ...known.filter((other) => sameDays(one, other)).map(({ from }) => from)),
})
