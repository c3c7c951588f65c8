/** What the interpreter remembers of one patient on one pathway, what can happen to it, and what comes of that: all plain data. */
import type { Level, Text } from '../../schemas/index.ts'

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

export type Value = number | boolean | string

/** Who did something: a person in a role (`gp`, `poh`, `centre-nurse`, `patient`, …). */
export type Actor = { person: string; role: string }

/** What a reading carries besides its value. */
export type ReadingMark =
  | 'implausible' // outside `plausible`: stored, shown, never evaluated
  | 'future' // more than 10 minutes ahead of the clock: stored, never evaluated
  | 'late' // taken before something that was already evaluated
  | 'stale' // older than `stale` on arrival: counts in averages, never fires a single-value threshold
  | 'discarded' // taken on a day that the schedule leaves out of every average
  | 'date-only' // had a date without a time: counts as noon
  | 'withdrawn' // entered in error, absent or comparator-only: stored, never evaluated
  | 'corrected' // its value was changed after it was sent

/**
 * One value of one measurement, answer or score, in the unit of the pathway. `at` is when it was taken.
 * A score is a reading that the interpreter computes: `outcome` names what it means, `parts` holds the points of its inputs.
 */
export type Reading = {
  id: string
  measurement: string
  value: Value
  at: Instant
  marks?: ReadingMark[]
  outcome?: string
  parts?: Record<string, number>
}

/** A window that is over. */
export type ClosedWindow = {
  readonly opens: Instant
  readonly over: Instant
  readonly asked: number
  readonly delivered: number
  readonly missed: boolean
  /** Nothing was asked of the patient then, or nothing could come through: neither missed nor counted in adherence. */
  readonly excused?: PauseReason
}

/** How far a schedule has come. Days are local dates (`2026-03-27`). `closed` holds the windows that are over, oldest first. */
export type ScheduleProgress = {
  entered: Instant
  firstDay: string
  completed: boolean
  closed: ClosedWindow[]
  /** How many missed windows were forgotten: for conditions that count all of them. */
  missedBefore?: number
}

/** A stretch that averages leave out (`from` <= t < `until`), of a schedule that the patient has left. */
export type LeftOut = { schedule: string; from: Instant; until: Instant }

/**
 * On which readings a firing rested, as long as one of them is kept: what a correction must be held against.
 * `at` and `now` are the moment and the clock of the firing; of `because` those from index `deciding` on decided it (a second reading).
 */
export type Rested = { key: string; at: Instant; now: Instant; because: string[]; deciding: number; until: Instant }

/** `holiday`, `admission` and `other` stop schedules and reminders; `device` and `outage` only excuse what was missed. */
export type PauseReason = 'holiday' | 'admission' | 'other' | 'device' | 'outage'

/** A stretch in which nothing is asked or counted. `until` is null while the end is not known. */
export type Pause = { reason: PauseReason; from: Instant; until: Instant | null; by?: Actor }

/** The patient's own usual value, as it was fixed. `value` is the statistic, of `count` readings. */
export type BaselineValue = { value: number; count: number; at: Instant }

/** A threshold with `remeasure` that waits for its second reading. */
export type Remeasuring = { since: Instant; deadline: Instant; because: Reading[] }

/** A transition with `confirm` that waits for a clinician's yes. `id` is the transition's (`stable/1`). */
export type Proposal = { id: string; to: string; roles: string[]; since: Instant }

/**
 * One patient on one version of one pathway. Its size depends on the pathway, not on the length of the history:
 * readings and closed windows older than the longest window that can still need them are dropped.
 */
export type Enrolment = {
  id: string
  pathway: string
  version: string
  started: Instant
  /** The newest moment that was evaluated: readings taken before it come late. */
  evaluated: Instant
  /** The newest wake-up that was handled; what schedules do up to and including it is done. */
  woken: Instant
  facts: Record<string, Value>
  parameters: Record<string, { value: number; by: Actor; at: Instant; because?: string }>
  /** The name of the state; of a sub-state with its phase before it: `titrating.week-one`. */
  state: string
  /** Since when the patient is in this state, in this stay. */
  since: Instant
  /** Since when the patient is in the phase around this sub-state. */
  phaseSince?: Instant
  exit?: string
  readings: Record<string, Reading[]>
  schedules: Record<string, ScheduleProgress>
  /** Thresholds (`threshold:crisis`) and transitions (`stable/1`) that were true when last known: only a change acts. */
  holding: Record<string, true>
  /** Transitions with `after` that already acted in this stay. */
  acted: Record<string, true>
  remeasuring: Record<string, Remeasuring>
  proposals: Proposal[]
  /** Raised alerts as dated facts, for `alerts:` conditions. */
  raised: { level: Level; at: Instant }[]
  /** What averages leave out of schedules that are no longer running, as far as readings of then can still come. */
  leftOut?: LeftOut[]
  /** The firings that rested on readings that are kept, oldest first. */
  rested?: Rested[]
  /** Pauses that can still matter, oldest first. */
  pauses?: Pause[]
  /** Baselines that were fixed, by name. */
  baselines?: Record<string, BaselineValue>
}

/** Something that happens to an enrolment. `step` gets the instant of its arrival as `now`. */
export type Event =
  | { type: 'submission'; readings: Reading[] }
  | { type: 'wake' } // `now` is the instant that `nextWake` gave, however late it is handled
  | { type: 'decision'; decision: string; by: Actor }
  | { type: 'answer'; proposal: string; accept: boolean; by: Actor }
  | { type: 'parameter'; parameter: string; value: number; by: Actor; because?: string }
  | { type: 'report'; event: string; by: Actor } // something that another system or a clinician reports, such as an admission
  | { type: 'pause'; pause: Pause } // also afterwards, for an outage or a broken device
  | { type: 'resume'; by: Actor } // ends the pauses that run now
  | { type: 'correction'; reading: string; value: Value | null; by: Actor; because?: string } // null withdraws the reading

/** Why an alert fired: the readings that made it so, and how. */
export type Firing = {
  /** `threshold:<id>` or `transition:<state>/<index>`: what an alert is keyed on. */
  key: string
  threshold?: string
  level: Level
  route: string
  title: Text
  at: Instant
  because: Reading[]
  /** No second reading came in time. */
  unconfirmed?: true
  /** Found by a reading that came late. */
  late?: true
  /** Raised in a state that nobody watches: told to the patient as coaching, not put on the worklist. */
  coaching?: true
}

/** What must be done as a consequence. Data only: the alerts, the engine or the simulator carries it out. */
export type Effect =
  | { type: 'alert'; firing: Firing }
  | { type: 'message'; message: string; to: string }
  | {
      type: 'measure'
      measurements: string[]
      reason: 'remeasure' | 'implausible'
      threshold?: string
      until?: Instant
    }
  | { type: 'remind'; schedule: string; measurements: string[]; opens: Instant; closes: Instant }
  | { type: 'missed'; schedule: string; opens: Instant }
  | { type: 'completed'; schedule: string }
  | { type: 'entered'; state: string; from: string | null; transition: string | null; exit?: string }
  | { type: 'proposed'; proposal: Proposal }
  | { type: 'withdrawn-proposal'; id: string }
  | { type: 'review'; readings: Reading[]; at: Instant } // nothing fired, in a state with `review: all`
  | { type: 'corrected'; reading: string; keys: string[]; untrue: string[] } // what had rested on it, and what of that is no longer true
  | { type: 'refused'; code: Refusal } // refusals.ts has a sentence for each code

/** Why an event was not carried out; nothing has changed then. */
export type Refusal =
  | 'unknown-decision'
  | 'role-may-not'
  | 'condition-not-met'
  | 'unknown-proposal'
  | 'unknown-parameter'
  | 'out-of-bounds'
  | 'already-ended'
  | 'unknown-event'
  | 'unknown-reading'
  | 'not-paused'
  | 'impossible-pause'

/** Compact account of a step; `explain` rebuilds the whole story from the same inputs. */
export type Marks = {
  at: Instant
  fired: string[]
  waiting: string[]
  cleared: string[]
  taken?: string
  readings: { id: string; marks: ReadingMark[] }[]
}

export type StepResult = { enrolment: Enrolment; effects: Effect[]; marks: Marks }
