/** The full account of one step: what was looked at, with which values, against which limits, and what came of it. */
import type { Actor, Instant, ReadingMark, Value } from './enrolment.ts'

/** True, false, or unknown because data is missing. */
export type Truth = true | false | null

/** One condition as it was evaluated. `path` is its JSON Pointer in the pathway. */
export type ConditionTrace = {
  path: string
  truth: Truth
  /** The value of the subject (the mean, the reading, the count); absent when it is unknown. */
  value?: Value
  /** The right side as it stood, and whose limit it was. */
  limit?: { comparator: string; value: Value | Value[]; parameter?: string; setBy?: Actor }
  readings?: { id: string; measurement: string; at: Instant; value: Value }[]
  /** What was missing, when the truth is unknown. */
  missing?:
    | 'no-reading'
    | 'too-few-readings'
    | 'not-in-submission'
    | 'stale'
    | 'fact-unknown'
    | 'nothing-asked'
    | 'no-baseline'
  found?: number
  needed?: number
  children?: ConditionTrace[]
}

export type Outcome =
  | 'fired' // it acted now
  | 'taken' // a transition that left the state
  | 'proposed'
  | 'still-true' // it was true before: no edge
  | 'waiting' // asks for a second reading first
  | 'not-confirmed' // the second reading did not confirm it
  | 'false'
  | 'unknown'
  | 'not-triggered' // its trigger did not happen
  | 'preceded' // an earlier transition left the state

/** What became of one threshold or transition. `id` is `threshold:crisis` or `stable/1`. */
export type Look = { id: string; path: string; at: Instant; outcome: Outcome; condition?: ConditionTrace; late?: true }

export type Trace = {
  at: Instant
  stateBefore: string
  stateAfter: string
  looks: Look[]
  readings: { id: string; measurement: string; at: Instant; value: Value; marks: ReadingMark[] }[]
}
