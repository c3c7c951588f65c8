/** Instants as the API writes them: ISO text with the offset of the zone in which the care is given. */
import { localText } from '../interpreter/index.ts'
import type { Instant } from '../interpreter/enrolment.ts'
import type { Moment } from './api.ts'

/** The zone for what belongs to no pathway. */
export const ZONE = 'Europe/Amsterdam'

export const moment = (instant: Instant, zone: string = ZONE): Moment => localText(zone, instant)
