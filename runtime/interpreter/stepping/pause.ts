/** Pauses: what is asked of nobody, and what is not held against anybody. */
import type { ClosedWindow, Enrolment, Instant, Pause, PauseReason } from '../enrolment.ts'
import type { Run } from './run.ts'

type Window = { opens: Instant; over: Instant }

/** A broken device or an outage does not stop the schedule: it only explains why nothing came. */
export const isOnlyExcuse = (reason: PauseReason): boolean => reason === 'device' || reason === 'outage'

const stops = ({ reason }: Pause): boolean => !isOnlyExcuse(reason)

/** Whether a pause runs at an instant. */
export const runsAt = ({ from, until }: Pause, at: Instant): boolean => from <= at && (until === null || at < until)

const overlaps = ({ from, until }: Pause, { opens, over }: Window): boolean =>
  from < over && (until === null || opens < until)

/** Whether nothing is asked in a window. */
export const isAskedNothing = (pauses: readonly Pause[] | undefined, window: Window): boolean =>
  pauses?.some((pause) => stops(pause) && overlaps(pause, window)) ?? false

/** Why a window is not counted; undefined when it is. An outage excuses only a window in which nothing came. */
export function excuseFor(
  pauses: readonly Pause[] | undefined,
  window: Window,
  delivered: number,
): PauseReason | undefined {
  if (!pauses) return undefined
  const over = pauses.filter((pause) => overlaps(pause, window))
  return (over.find(stops) ?? (delivered === 0 ? over[0] : undefined))?.reason
}

/** Pauses from now on, or looking back: windows that are closed already are excused too. */
export function pause({ enrolment }: Run, added: Pause): void {
  enrolment.pauses = [...(enrolment.pauses ?? []), added].toSorted((one, other) => one.from - other.from)
  const schedules = Object.entries(enrolment.schedules).map(([id, progress]) => {
    const closed = progress.closed.map((window) => judgedAgain(window, added))
    const changed = closed.some((window, index) => window !== progress.closed[index])
    return [id, changed ? { ...progress, closed } : progress] as const
  })
  enrolment.schedules = Object.fromEntries(schedules)
}

/** What was delivered stays delivered, and what is excused stays excused: only what was missed is judged again. */
function judgedAgain(window: ClosedWindow, added: Pause): ClosedWindow {
  if (!window.missed) return window
  const excused = excuseFor([added], window, window.delivered)
  return excused ? { ...window, missed: false, excused } : window
}

/** Ends the pauses that run now. One that began at this very moment was none. */
export function resume({ enrolment, now }: Run): void {
  const ended = (enrolment.pauses ?? []).map((one) => (runsAt(one, now) ? { ...one, until: now } : one))
  keepPauses(
    enrolment,
    ended.filter(({ from, until }) => until === null || until > from),
  )
}

/** Drops pauses that ended before `horizon`: no window that is still to be closed can overlap them. */
export function forgetPauses(enrolment: Enrolment, horizon: Instant): void {
  const { pauses } = enrolment
  if (!pauses?.some(({ until }) => until !== null && until < horizon)) return
  keepPauses(
    enrolment,
    pauses.filter(({ until }) => until === null || until >= horizon),
  )
}

function keepPauses(enrolment: Enrolment, pauses: Pause[]): void {
  if (pauses.length > 0) enrolment.pauses = pauses
  else delete enrolment.pauses
}
