/**
 * The HTTP API as types: what is sent to `/api` and what comes back. Only types, so that the designer can build against them.
 *
 * Every instant is ISO text with its offset (`2026-03-27T08:00:00+01:00`), except inside a `Trace`, which is the
 * interpreter's own so that the simulator and the patient page draw it with the same element.
 * Every error, from every address, is an `ApiProblem`.
 */
import type { ClosedAs, ResolveOutcome, ToldReason } from '../alerts/alert.ts'
import type { Actor, PauseReason, ReadingMark, Value } from '../interpreter/enrolment.ts'
import type { Problem } from '../interpreter/problem.ts'
import type { Trace } from '../interpreter/trace.ts'
import type { Organisation, Person, Role } from '../engine/people.ts'
import type { Level, Script, Text } from '../../schemas/index.ts'

/** An instant as ISO text with its offset. */
export type Moment = string

export type Language = 'nl' | 'en'
export type InBoth = { nl: string; en: string }

/** Any refusal: what went wrong, in words for people and a code for programs, and where. Statuses: 400, 401, 403, 404, 409, 413, 415, 422, 500. */
export type ApiProblem = {
  code: string
  message: InBoth
  /** JSON Pointer into the body that was sent. */
  path?: string
  line?: number
  column?: number
  /** 422 `pathway-has-errors` at publishing: what the checks found. */
  problems?: Problem[]
  /** 409 `draft-changed`: the draft as it is now. */
  current?: Draft
}

// --- who -----------------------------------------------------------------------------------------------------------

export type { Organisation, Person, Role }

/** Who did something, with the name to show. */
export type NamedActor = Actor & { name: string }

/** `GET /api/me` */
export type Me = {
  person: { id: string; name: string }
  role: Role
  organisation: Organisation
  language: Language
  /** True in the demonstration: the clock can be moved and one signs in without a password. */
  demo: boolean
  now: Moment
  /** Present for role `patient`. */
  patient?: string
}

/** `POST /api/demo/session` → `Me`, and a cookie. `DELETE /api/demo/session` → 204. `GET /api/demo/people` → `Person[]`. */
export type SignIn = { person: string; role: Role; organisation: string }

/** `GET /api/demo/clock` and the answer of `POST`. `handled` counts the wake-ups that were done on the way. */
export type DemoClock = { now: Moment; handled?: number }

/** `POST /api/demo/clock`: only forward; a duration such as `3 days` or `15 minutes`. */
export type AdvanceClock = { advance: string }

// `GET /api/organisations` → Organisation[]; `GET /api/people` → Person[]

// --- pathways ------------------------------------------------------------------------------------------------------

export type PublishedVersion = {
  version: string
  /** SHA-256 of the text, in hexadecimal. */
  hash: string
  published: Moment
  by: string
  /** Patients who are on this version now. */
  patients: number
}

/** One row of `GET /api/pathways`. Versions newest first. */
export type PathwaySummary = {
  id: string
  title: Text
  condition?: { snomed?: string; icpc?: string }
  versions: PublishedVersion[]
  drafts: DraftSummary[]
}

/** `GET /api/pathways/:id/versions/:version`; `shared`: the shared files that it uses, as they were when it was published. */
export type PathwayVersion = PublishedVersion & { pathway: string; title: Text; text: string; shared: SharedFiles }

/** `GET /api/shared`: the texts of the shared files by their name. */
export type SharedFiles = Readonly<Record<string, string>>

export type DraftSummary = {
  id: string
  /** The id in the text, when it can be read. */
  pathway: string | null
  title: Text
  /** Counts the savings; send it along with `PUT`. */
  version: number
  created: Moment
  updated: Moment
  by: { person: string; name: string }
}

/** `GET /api/drafts` → DraftSummary[]; `GET /api/drafts/:id`, and the answer of `POST` (201) and `PUT` → Draft; `DELETE` → 204. */
export type Draft = DraftSummary & { text: string }

/** `POST /api/drafts`: with a text, or as a copy of a published version. */
export type NewDraft = { text: string } | { from: { pathway: string; version: string } }

/** `PUT /api/drafts/:id`: `version` is the one that was read; when somebody else saved first, 409 with `current`. */
export type SaveDraft = { text: string; version: number }

// `POST /api/drafts/:id/publish` (no body) → 201 PathwayVersion; the draft stays.

/** `POST /api/check` → CheckAnswer */
export type CheckRequest = { text: string }
export type CheckAnswer = { problems: Problem[] }

// --- registration --------------------------------------------------------------------------------------------------

/** `POST /api/registrations`. Without `version`: the newest one. A known identifier adds the pathway to that patient. */
export type Registration = {
  pathway: string
  version?: string
  patient: { name: string; identifiers: { system: string; value: string }[]; organisation: string; language?: Language }
  facts: Record<string, Value>
  /** For which organisations the patient agreed, and who recorded it. Without it nothing is shared and nobody is enrolled. */
  consent?: { organisations: string[]; by: string }
}

/** 201 when somebody was enrolled, 200 when not: the answer and the reasons say why. */
export type RegistrationAnswer = {
  answer: 'included' | 'excluded' | 'needs-information'
  reasons: { path: string; text: InBoth }[]
  enrolled: boolean
  patient?: string
  enrolment?: string
}

// --- patients ------------------------------------------------------------------------------------------------------

export type StateView = { id: string; title: InBoth; exit?: string }

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

export type EnrolmentView = {
  id: string
  pathway: string
  version: string
  title: InBoth
  started: Moment
  state: StateView
  since: Moment
  /** False where nobody watches (`monitoring: none`) and after an exit. */
  watched: boolean
  next: NextMeasurement[]
  measurements: MeasurementView[]
  limits: LimitView[]
  proposals: ProposalView[]
  decisions: DecisionView[]
  facts: { fact: string; title: InBoth; value: Value; unit?: string }[]
  /** Those that can still matter, oldest first; `until` null while the end is not known. */
  pauses: { reason: PauseReason; from: Moment; until: Moment | null; by?: NamedActor }[]
  /** What may be reported, such as an admission. */
  events: { event: string; title: InBoth }[]
}

/** What may be sent: the names, titles and units for a form. A score is not sent but computed from what is. */
export type MeasurementView = {
  measurement: string
  kind?: 'item' | 'score'
  title: InBoth
  type: 'number' | 'boolean' | 'choice'
  /** The answers to a choice. */
  options?: { value: string | number; title: InBoth }[]
  unit?: string
  precision?: number
  plausible?: { from: number; to: number }
}

/** A window in which the patient is asked to measure: now open, or to come. */
export type NextMeasurement = {
  schedule: string
  measurements: string[]
  opens: Moment
  closes: Moment
  readings: number
}

export type LimitView = {
  parameter: string
  title: InBoth
  measurement?: string
  unit?: string
  value: number
  default: number
  from: number
  to: number
  /** Who set the personal value, when and why; absent while the default holds. */
  set?: { by: NamedActor; at: Moment; because?: string }
  setBy: string[]
  /** Whether the one who asks may change it. */
  mayChange: boolean
}

export type ProposalView = {
  id: string
  to: StateView
  roles: string[]
  since: Moment
  sentence: InBoth
  mayAnswer: boolean
}

export type DecisionView = { decision: string; title: InBoth; by: string[]; to?: StateView; mayTake: boolean }

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

/** `POST /api/patients/:id/measurements`. One request is evaluated as one. `measurement` is the pathway's name, `code` its LOINC, SNOMED or own code. */
export type Submission = {
  /** The sender's own, unique per patient: the same one sent twice changes nothing. */
  identifier: string
  measurements: SubmittedMeasurement[]
}

/** `at`: ISO text with offset; without one local to the pathway; a date only counts as noon; absent means now. `unit`: UCUM, the pathway's when absent. */
export type SubmittedMeasurement = ({ measurement: string } | { code: string }) & {
  value: Value
  unit?: string
  at?: string
}

/** 201; the same request again gives 200 and the same answer. The four texts are in the patient's language. */
export type SubmissionAnswer = {
  identifier: string
  patient: string
  at: Moment
  /** What was received. */
  received: string
  /** What it means. */
  meaning: string
  /** What happens next. */
  next: string
  /** Whom to call. */
  call: string
  readings: { id: string; measurement: string; value: Value; unit?: string; at: Moment; marks: ReadingMark[] }[]
  /** Measurements that the patient is asked to take again, and until when. */
  again?: { measurements: string[]; until?: Moment }
}

// --- acting --------------------------------------------------------------------------------------------------------

/** `POST /api/enrolments/:id/decisions` → EnrolmentView */
export type Decide = { decision: string }
/** `POST /api/enrolments/:id/answers` → EnrolmentView */
export type AnswerProposal = { proposal: string; accept: boolean }
/** `POST /api/enrolments/:id/parameters` → EnrolmentView */
export type SetParameter = { parameter: string; value: number; because?: string }

/** `POST /api/enrolments/:id/pauses` → EnrolmentView. Without `from`: now; without `until`: until it is resumed. A patient may only take a holiday. */
export type PauseEnrolment = { reason: PauseReason; from?: Moment; until?: Moment }
// `POST /api/enrolments/:id/resume` (no body) → EnrolmentView
/** `POST /api/enrolments/:id/reports` → EnrolmentView: something happened outside, such as an admission. */
export type ReportEvent = { event: string }

/** `POST /api/patients/:id/corrections` → PatientPage's readings. `value` null withdraws the reading. */
export type CorrectReading = { reading: string; value: Value | null; because?: string }

/** `GET /api/enrolments/:id/trace?at=…` or `?submission=…`; without either the newest event. Rebuilt by folding what happened. */
export type TraceAnswer = {
  enrolment: string
  pathway: string
  version: string
  event: { type: string; at: Moment; submission?: string; lateBy?: number }
  trace: Trace
  /** The events that can be asked for, oldest first. */
  events: { type: string; at: Moment; submission?: string }[]
}

// --- worklist ------------------------------------------------------------------------------------------------------

/** One line of `GET /api/worklist?level=&organisation=&status=`: worst first, then oldest. `status` is `open` (default), `acknowledged`, `snoozed`, `resolved` or `all`. */
export type WorkItem = {
  id: string
  level: Level
  title: InBoth
  status: 'open' | 'acknowledged' | 'snoozed' | 'resolved'
  patient: { id: string; name: string }
  organisation: { id: string; name: string }
  enrolment: string
  pathway: PathwayName
  /** All pathways that this alert is about, as far as the one who asks answers for them. */
  pathways: PathwayName[]
  /** What is the matter with this patient, as a sentence. */
  why: InBoth
  /** Where that stands in the pathway: `/thresholds/crisis`. */
  path: string
  because: { reading: string; measurement: string; title: InBoth; value: Value; unit?: string; at: Moment }[]
  unconfirmed: boolean
  late: boolean
  /** What else fired and was put under this alert. */
  under: { key: string; title: InBoth; level: Level; at: Moment }[]
  raised: Moment
  /** Who is asked now, how, and before when. */
  asked: { party: string; title: InBoth; by: 'worklist' | 'phone'; since: Moment; deadline: Moment }
  told: {
    party: string
    title: InBoth
    by: 'worklist' | 'phone'
    since: Moment
    deadline: Moment
    reason: ToldReason
  }[]
  script?: Script
  acknowledged?: { by: NamedActor; at: Moment }
  resolved?: { by: NamedActor; at: Moment; outcome: ClosedAs; note?: string }
  /** Until when it is put off, by whom, and what breaks that. */
  snoozed?: { by: NamedActor; at: Moment; until: Moment; because?: string; causes: InBoth[] }
  /** Readings behind it that were corrected; `value` null is withdrawn. `untrue`: its reason no longer holds. */
  corrected: { reading: string; value: Value | null; at: Moment; by: NamedActor; untrue: boolean }[]
}

export type PathwayName = { id: string; version: string; title: InBoth }

// `POST /api/alerts/:id/acknowledge` (no body) → WorkItem

/** `POST /api/alerts/:id/snooze` → WorkItem. Broken by something worse. What is missing cannot be snoozed: 409 `missing-data`. */
export type SnoozeAlert = { until: Moment; because?: string }

// `POST /api/worklist/acknowledge-green` (no body) → WorkItem[]: everything green that the caller may see is closed as seen

/** `POST /api/alerts/:id/resolve` → WorkItem */
export type ResolveAlert = { outcome: ResolveOutcome; note?: string }

// --- changes -------------------------------------------------------------------------------------------------------

/**
 * `GET /api/changes` (server-sent events): `event` is the topic, `id` the cursor, `data` this. Read again what it names.
 * `Last-Event-ID` (or `?after=`) goes on where it stopped. Topic `clock` tells that the demonstration's clock moved.
 */
export type ChangeNotice = {
  topic: 'worklist' | 'patient' | 'pathway' | 'clock'
  at: Moment
  patient?: string
  organisation?: string
  alert?: string
  pathway?: string
  draft?: string
  /** What happened: `raised`, `acknowledged`, `resolved`, `told`, `submission`, `state`, `saved`, `published`, … */
  what: string
}

/** `GET /health` */
export type Health = { status: 'ok' | 'failing'; now: Moment; store: 'ok' | 'failing'; nextWake: Moment | null }
