/** A patient: the list, the page, consent, readings and what happened. */
import type { Level } from '../../../schemas/index.ts'
import type { ReadingMark, Value } from '../../interpreter/enrolment.ts'
import type { InBoth, Language, Moment, NamedActor } from './basics.ts'
import type { EnrolmentView, StateView } from './enrolments.ts'
import type { WorkItem } from './worklist.ts'

/** One row of `GET /api/patients`. */
export type PatientSummary = {
  id: string
  name: string
  organisation: { id: string; name: string }
  enrolments: { id: string; pathway: string; version: string; title: InBoth; state: StateView }[]
  alerts: { open: number; worst: Level | null }
  lastReading?: Moment
}

/** `GET /api/patients/:id` */
export type PatientPage = {
  id: string
  name: string
  identifiers: { system: string; value: string }[]
  organisation: { id: string; name: string }
  language: Language
  consent: ConsentView[]
  enrolments: EnrolmentView[]
  /** Oldest first. `?weeks=` says how far back; 26 when absent. */
  readings: ReadingView[]
  /** Open ones first, then those of the period. */
  alerts: WorkItem[]
  /** Newest first. */
  history: HistoryLine[]
  messages: MessageView[]
  now: Moment
}

/** `by`: the name of who recorded it. */
export type ConsentView = {
  organisation: { id: string; name: string }
  given: Moment
  by: string
  withdrawn?: Moment
}

/** `POST /api/patients/:id/consent` → ConsentView[]: given or withdrawn for one organisation, with effect at once. By the practice, or the patient. */
export type GiveConsent = { organisation: string; given: boolean }

export type ReadingView = {
  id: string
  measurement: string
  /** At the precision of the measurement, as people read it; FHIR gives it as it was sent. */
  value: Value
  /** What a score means, in words. */
  outcome?: InBoth
  unit?: string
  at: Moment
  received: Moment
  by: string
  /** The sender's identifier, without its system: what `trace?submission=` takes. */
  submission: string
  marks: ReadingMark[]
  /** The personal limits in force when it was received, by parameter. */
  limits?: Record<string, number>
  /** Of a score: the points of its inputs. */
  parts?: Record<string, number>
  /** What it was changed to, or that it was withdrawn (null). `value` above stays what was sent. */
  corrected?: { value: Value | null; at: Moment; by: NamedActor; because?: string }
}

/** A line of what happened, ready to read, with what it was made of. */
export type HistoryLine = {
  number: number
  at: Moment
  type: string
  enrolment?: string
  text: InBoth
  level?: Level
  by?: string
  data: unknown
}

export type MessageView = { id: string; at: Moment; to: string; text: string }

/** `POST /api/patients/:id/corrections` → PatientPage's readings. `value` null withdraws the reading. */
export type CorrectReading = { reading: string; value: Value | null; because?: string }
