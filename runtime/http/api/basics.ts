/** What every part of the API speaks of: instants, languages, who did something. */
import type { Actor } from '../../interpreter/enrolment.ts'

/** An instant as ISO text with its offset. */
export type Moment = string

export type Language = 'nl' | 'en'
export type InBoth = { nl: string; en: string }

/** Who did something, with the name to show. */
export type NamedActor = Actor & { name: string }
