/** Whether a firing tells of an event that somebody already has before them. */
import type { Alert, RaisedFiring } from './alert.ts'

/**
 * A firing of the same enrolment that rests on a reading behind an open alert is about the same event: a cuff of 192 with
 * complaints is red at once, and a quarter of an hour later "very high, not confirmed" on that same reading is no second alert.
 * A mean over days is another matter, though it shares readings: it must never go under an alert about one of them.
 */
export function isSameEvent(alert: Alert, firing: RaisedFiring): boolean {
  if (!isOneMoment(firing)) return false
  const known = [alert.head, ...alert.under].filter((one) => one.enrolment === firing.enrolment && isOneMoment(one))
  const readings = new Set(known.flatMap(({ because }) => because.map(({ id }) => id)))
  return firing.because.some(({ id }) => readings.has(id))
}

/** A reading and the one that confirms it, of each measurement: not more. */
function isOneMoment({ because }: RaisedFiring): boolean {
  const counts = new Map<string, number>()
  for (const { measurement } of because) counts.set(measurement, (counts.get(measurement) ?? 0) + 1)
  return because.length > 0 && Math.max(...counts.values()) <= 2
}
