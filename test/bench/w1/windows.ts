/** When windows are over, for those who have no calendar of their own: whole days in one zone without a clock change. */
import { CLOSED_AFTER, DAY, MINUTE, OPENS, START } from './workload.ts'

const OVERS = OPENS.map((opens) => (opens + CLOSED_AFTER) * MINUTE)

/** The first instant after `at` at which a window is over. */
export function nextOver(at: number): number {
  const since = at - START
  const midnight = since - (((since % DAY) + DAY) % DAY)
  // The last window of a day is over after midnight.
  const early = START + midnight - DAY + OVERS.at(-1)!
  if (early > at && early > START + DAY) return early
  for (const over of OVERS) if (START + midnight + over > at) return START + midnight + over
  return START + midnight + DAY + OVERS[0]!
}

/**
 * When a window must be looked at, once something came in it: nobody needs its end when none before it was missed, so
 * only the next one. Null when its own end must be looked at.
 */
export function putOff(over: number, at: number, missed: number): number | null {
  return missed === 0 && at >= over - CLOSED_AFTER * MINUTE ? nextOver(over) : null
}
