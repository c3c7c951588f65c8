/** Instants as the API writes them: ISO text with the offset of the zone in which the care is given. */
import { instantFromText, localText } from '../interpreter/index.ts'
import type { Instant } from '../interpreter/enrolment.ts'
import type { Moment } from './api.ts'
import { problem } from './problem.ts'

/** The zone for what belongs to no pathway. */
export const ZONE = 'Europe/Amsterdam'

/** An instant as ISO text with the offset of the zone. */
export const moment = (instant: Instant, zone: string = ZONE): Moment => localText(zone, instant)

/** The instant of a text in a body; without an offset local to the zone in which the care is given. Throws problem 422 `bad-time`. */
export function instantAt(text: string, path: string): Instant {
  const at = instantFromText(ZONE, text)
  if (at === null) throw problem(422, 'bad-time', { at: text }, { path })
  return at
}
