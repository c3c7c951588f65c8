/** Whether a firing tells of an event, or a problem, that somebody already has before them. */
import type { Alert, RaisedFiring } from './alert.ts'
import { REVIEW } from './firings.ts'
import type { RouteLookup } from './routes.ts'

/**
 * A firing that rests on a reading behind an open alert is about the same event: a cuff of 192 with complaints is red at once, and a
 * quarter of an hour later "very high, not confirmed" on that same reading is no second alert.
 * A mean over days is another matter, though it shares readings: it must never go under an alert about one of them. Nor does
 * anything go under what was only listed to be looked through.
 */
export function isSameEvent(alert: Alert, firing: RaisedFiring): boolean {
  if (!isOneMoment(firing) || alert.head.key === REVIEW) return false
  const known = firingsOf(alert).filter((one) => one.enrolment === firing.enrolment && isOneMoment(one))
  const readings = new Set(known.flatMap(({ because }) => because.map(({ id }) => id)))
  return firing.because.some(({ id }) => readings.has(id))
}

/**
 * Another pathway of this patient has an open alert on the same measurement, alarming from the same side: one problem, though each
 * judges by its own limits. Single readings with single readings, means with means.
 */
export function isSameProblem(routes: RouteLookup, alert: Alert, firing: RaisedFiring): boolean {
  const ours = sidesOf(routes, firing)
  return firingsOf(alert).some(
    (one) =>
      one.enrolment !== firing.enrolment &&
      isOneMoment(one) === isOneMoment(firing) &&
      sidesOf(routes, one).some((side) => ours.includes(side)),
  )
}

/** `systolic up`: the measurements behind a firing, and from which side they are alarming. */
function sidesOf(routes: RouteLookup, { pathway, version, key, because }: RaisedFiring): string[] {
  const behind = new Set(because.map(({ measurement }) => measurement))
  const sides = routes(pathway, version).about.get(key)?.sides ?? []
  return sides.flatMap((side) => (behind.has(side.measurement) ? [`${side.measurement} ${side.worse}`] : []))
}

const firingsOf = ({ head, under }: Alert): RaisedFiring[] => [head, ...under]

/** A reading and the one that confirms it, of each measurement: not more. */
function isOneMoment({ because }: RaisedFiring): boolean {
  const counts = new Map<string, number>()
  for (const { measurement } of because) counts.set(measurement, (counts.get(measurement) ?? 0) + 1)
  return because.length > 0 && Math.max(...counts.values()) <= 2
}
