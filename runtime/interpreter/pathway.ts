/** A compiled pathway: what `compile` makes of a document, and what `step` runs on. Plain look-ups and functions, nothing that changes. */
import type { Level, PathwayDefinition, Text } from '../../schemas/index.ts'
import type { CompiledBaseline } from './condition/baseline.ts'
import type { CompiledCondition } from './condition/condition.ts'
import type { Kept } from './condition/retention.ts'
import type { PathwayDocument } from './document.ts'
import type { Value } from './enrolment.ts'
import type { Duration } from './time/duration.ts'
import type { Machine } from './machine.ts'
import type { CompiledScore } from './score/score.ts'
import type { CompiledSchedule } from './time/schedule.ts'

/** A value that can be sent: a measurement, or an item of a questionnaire. */
export type CompiledMeasurement = {
  name: string
  type: 'number' | 'boolean' | 'choice'
  /** Measured, as against answered. */
  measured: boolean
  precision: number
  plausible?: { from: number; to: number }
  /** The answers to choose from. */
  options?: Value[]
  /** Whether only whole numbers are answers. */
  whole?: true
  panel?: string
  stale: Duration
}

export type CompiledThreshold = {
  id: string
  key: string
  path: string
  level: Level
  route?: string
  title: Text
  when: CompiledCondition
  /** Milliseconds that readings may lie apart and still be looked at together. */
  together: number
  remeasure?: Duration
  message?: string
  /** Every `inState` of its condition. */
  lasting: string[]
}

export type Trigger =
  | { type: 'threshold'; threshold: string }
  | { type: 'completed'; schedule: string }
  | { type: 'decision'; decision: string; by: string[] }
  | { type: 'event'; event: string }
  | { type: 'after'; after: Duration }
  | { type: 'none' }

/** What a time is counted from: the stay in the state itself, or in the phase around it. */
export type Stay = 'state' | 'phase'

export type CompiledTransition = {
  /** `measuring/0`, `titrating.week-one/0` or `always/0`. */
  id: string
  path: string
  /** The state or phase it belongs to; null for `always`. */
  from: string | null
  /** Whether it belongs to a phase with sub-states, so that its times and edges outlive a move between them. */
  stay: Stay
  title?: Text
  because?: Text
  trigger: Trigger
  if?: CompiledCondition
  /** Where it leads, a sub-state where that is a phase. */
  to?: string
  /** It begins the stay in the phase around `to` anew, also for who is in that phase. */
  intoPhase?: true
  alert?: { route: string; level?: Level; title?: Text }
  message?: string
  confirm?: string[]
  /** Its `after` and every `inState` of its condition. */
  lasting: string[]
}

/** A state that a patient can be in: never a phase by itself, always one of its sub-states. */
export type CompiledState = {
  name: string
  path: string
  title: Text
  /** The phase around a sub-state. */
  phase?: string
  schedules: string[]
  thresholds: CompiledThreshold[]
  /** Its own transitions in order, then those of its phase, then those of `always`. */
  transitions: CompiledTransition[]
  watched: boolean
  /** A nurse also sees each submission in which nothing fired. */
  review: boolean
  messages: string[]
  /** What is sent on entering the phase from outside, before the state's own. */
  phaseMessages: string[]
  /** Whether nothing that is looked at as time passes changes by itself: then a window in which something came need not be looked at when it ends. */
  steady: boolean
  /** `after` and `inState`: the times at which a stay can change something by itself. */
  lasting: { stay: Stay; length: Duration }[]
  exit?: string
}

export type Pathway = {
  id: string
  version: string
  zone: string
  document: PathwayDocument
  definition: PathwayDefinition
  machine: Machine
  measurements: Map<string, CompiledMeasurement>
  /** What is remembered of the readings of each value, scores included. */
  kept: Map<string, Kept>
  schedules: Map<string, CompiledSchedule>
  /** Each after those that it is made of. */
  scores: CompiledScore[]
  baselines: CompiledBaseline[]
  thresholds: CompiledThreshold[]
  states: Map<string, CompiledState>
  transitions: CompiledTransition[]
  include?: CompiledCondition
  exclude?: CompiledCondition
  /** How long raised alerts are remembered, in milliseconds. */
  keepAlerts: number
  /** How long a pause that ended can still overlap a window that is not closed, in milliseconds. */
  keepPauses: number
}
