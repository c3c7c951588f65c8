/** When an enrolment must be looked at again, derived from the record alone; and the looking, in order. */
import { stayedSince } from './condition/stay.ts'
import { addDuration } from './time/duration.ts'
import type { Enrolment, Instant, StepResult } from './enrolment.ts'
import type { Pathway } from './pathway.ts'
import { nextScheduleInstant, windowsAfter, type PlannedWindow } from './time/schedule.ts'
import { step } from './step.ts'
import { isAskedNothing } from './stepping/pause.ts'
import { quietEnds, quietlyClosed } from './stepping/quiet.ts'

/** The earliest instant not yet handled at which time itself can change something; null when nothing waits. May lie in the past after an outage. */
export function nextWake(pathway: Pathway, enrolment: Enrolment): Instant | null {
  if (enrolment.exit !== undefined) return null
  const earliest = Math.min(
    secondReading(enrolment),
    stay(pathway, enrolment),
    turn(pathway, enrolment),
    scheduled(pathway, enrolment),
  )
  return earliest === Infinity ? null : earliest
}

// Each of these is asked after every step: they make no lists. Infinity is never.

/** A second reading may be taken on the deadline itself, so the waiting ends just after it. */
function secondReading({ remeasuring }: Enrolment): Instant {
  let earliest = Infinity
  for (const id in remeasuring) earliest = Math.min(earliest, remeasuring[id]!.deadline + 1)
  return earliest
}

/** `after` and `inState` of this stay, as far as they lie beyond the newest wake-up: the rest was looked at. */
function stay(pathway: Pathway, enrolment: Enrolment): Instant {
  let earliest = Infinity
  for (const { stay: of, length } of pathway.states.get(enrolment.state)!.lasting) {
    const instant = addDuration(pathway.zone, stayedSince(enrolment, of), length)
    if (instant > enrolment.woken && instant < earliest) earliest = instant
  }
  return earliest
}

/** Conditions that time alone makes true or untrue: only guards, because a threshold waits for a reading. */
function turn(pathway: Pathway, enrolment: Enrolment): Instant {
  let earliest = Infinity
  for (const transition of pathway.states.get(enrolment.state)!.transitions) {
    for (const instant of transition.if?.instants?.(enrolment) ?? []) {
      if (instant > enrolment.woken && instant < earliest) earliest = instant
    }
  }
  return earliest
}

function scheduled(pathway: Pathway, enrolment: Enrolment): Instant {
  const { schedules, woken } = enrolment
  let earliest = Infinity
  for (const id in schedules) {
    const [schedule, progress] = [pathway.schedules.get(id)!, schedules[id]!]
    const quiet = quietEnds(pathway, enrolment, schedule, progress)
    const instant = nextScheduleInstant(schedule, progress, pathway.zone, woken, quiet)
    if (instant !== null && instant < earliest) earliest = instant
  }
  return earliest
}

/** Handles every wake-up due at or before `until`, in order, each at its own instant; and closes what ended without one. */
export function advance(
  pathway: Pathway,
  enrolment: Enrolment,
  until: Instant,
): { steps: { at: Instant; result: StepResult }[]; enrolment: Enrolment } {
  const steps: { at: Instant; result: StepResult }[] = []
  let current = enrolment
  for (let at = nextWake(pathway, current); at !== null && at <= until; at = nextWake(pathway, current)) {
    const result = step(pathway, current, { type: 'wake' }, at)
    steps.push({ at, result })
    current = result.enrolment
  }
  return { steps, enrolment: quietlyClosed(pathway, current, until) }
}

/** What the patient is asked to measure: the windows of the running schedules that are not over at `from` and open before `until`, without those in a pause, earliest first. */
export function plannedWindows(
  pathway: Pathway,
  enrolment: Enrolment,
  from: Instant,
  until: Instant,
): (PlannedWindow & { schedule: string; measurements: string[] })[] {
  const planned = Object.entries(enrolment.schedules).flatMap(([id, progress]) => {
    const schedule = pathway.schedules.get(id)!
    const windows: (PlannedWindow & { schedule: string; measurements: string[] })[] = []
    for (const window of windowsAfter(schedule, progress, pathway.zone, from)) {
      if (window.opens >= until) break
      if (isAskedNothing(enrolment.pauses, window)) continue
      windows.push({ ...window, schedule: id, measurements: schedule.measure })
    }
    return windows
  })
  return planned.toSorted((left, right) => left.opens - right.opens)
}
