/** A compiled pathway: what `compile` makes of a document, and what `step` runs on. Plain look-ups and functions, nothing that changes. */
import type { Level, PathwayDefinition, Text } from '../../schemas/index.ts'
import type { CompiledCondition } from './condition/condition.ts'
import type { PathwayDocument } from './document.ts'
import type { Duration } from './time/duration.ts'
import type { Machine } from './machine.ts'
import type { CompiledSchedule } from './time/schedule.ts'

export type CompiledMeasurement = {
  name: string
  type: 'number' | 'boolean'
  precision: number
  plausible?: { from: number; to: number }
  panel?: string
  stale: Duration
  /** How long a reading can still be needed, in milliseconds. */
  keep: number
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
}

export type Trigger =
  | { type: 'threshold'; threshold: string }
  | { type: 'completed'; schedule: string }
  | { type: 'decision'; decision: string; by: string[] }
  | { type: 'after'; after: Duration }
  | { type: 'none' }

export type CompiledTransition = {
  /** `measuring/0` or `always/0`. */
  id: string
  path: string
  /** The state it belongs to; null for `always`. */
  from: string | null
  title?: Text
  trigger: Trigger
  if?: CompiledCondition
  to?: string
  alert?: { route: string; level?: Level; title?: Text }
  message?: string
  confirm?: string[]
}

export type CompiledState = {
  name: string
  path: string
  schedules: string[]
  thresholds: CompiledThreshold[]
  /** Its own transitions in order, then those of `always`. */
  transitions: CompiledTransition[]
  watched: boolean
  messages: string[]
  /** `after` and `inState` in this state: the times at which a stay can change something by itself. */
  durations: Duration[]
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
  schedules: Map<string, CompiledSchedule>
  thresholds: CompiledThreshold[]
  states: Map<string, CompiledState>
  transitions: CompiledTransition[]
  include?: CompiledCondition
  exclude?: CompiledCondition
  /** How long raised alerts are remembered, in milliseconds. */
  keepAlerts: number
}
