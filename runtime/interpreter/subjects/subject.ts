/** What a condition can be about, in one object per subject: its grammar, its meaning, its words and its needs. */
import type { Condition, PathwayDefinition, Schema } from '../../../schemas/index.ts'
import type { CompiledCondition, ConditionContext } from '../condition/condition.ts'
import type { Finding } from '../condition/found.ts'
import type { Situation } from '../condition/situation.ts'
import type { Enrolment, Instant, Reading } from '../enrolment.ts'
import type { BothLanguages } from '../problem.ts'
import type { Language } from '../say.ts'

/** What may stand beside a subject besides its comparator. */
export const modifiers = ['over', 'readings', 'inARow', 'from', 'percent', 'where', 'last'] as const
export type Modifier = (typeof modifiers)[number]

/**
 * What a subject can be, for the checks. `step` is null for values without a smallest step (means, percentages).
 * `answers` are for questions and choices.
 */
export type Domain = { from: number; to: number; step: number | null } | { answers: (string | boolean)[] }

/** The left side of a condition as a function. */
export type CompiledSubject = {
  /** Gives the value to look at (several when a submission holds several readings), or says what is missing. */
  find: (situation: Situation) => Finding
  /** The readings behind what was found; absent where a found value is one reading, or rests on none. */
  readings?: (situation: Situation) => Reading[]
  /** Names of the values it looks at. */
  measurements: readonly string[]
  /** Whether it looks back over a window, so that a late reading can change it. */
  window: boolean
  /** Whether it is about a value that has just arrived, so that a threshold on it waits for one. */
  single: boolean
  /** Whether time alone never makes it true or false, nor the end of a window in which something came, where none before it was missed. */
  steady?: boolean
  /** The step to which a single reading is rounded; null where values are compared as they are. */
  precision: number | null
  /** The instants at which time alone lets it pass these limits (in millionths); absent where only readings change it. */
  instants?: (enrolment: Enrolment, limits: readonly number[]) => Instant[]
}

/** What a sentence about a condition needs. */
export type About = { definition: PathwayDefinition; condition: Condition; language: Language }

/** What the record must remember for a condition, in milliseconds; `newest`: so many readings, however old. */
export type Needs = {
  readings?: { of: string; over: number; newest?: number }[]
  /** Closed windows of a schedule; `over` is null when all of them are looked at. */
  windows?: { of: string; over: number | null; inARow?: true }
  alerts?: number
}

export type Grammar = {
  /** The property in the grammar of conditions, with its texts; `names` is where the name that stands here is defined. */
  schema: Schema
  /** The modifiers that it may have. */
  takes: readonly Modifier[]
  /** Those of them that must stand beside it. */
  requires: readonly Modifier[]
  /** Of these two it must have exactly one. */
  either?: readonly [Modifier, Modifier]
}

type Named = { key: string; grammar: Grammar }

/** A subject that is true or false by itself. */
export type PlainSubject = Named & {
  compared: false
  compile: (condition: Condition, path: string, context: ConditionContext) => CompiledCondition
  sentence: (about: About) => string
}

/** A subject that is compared. Everything but `compile` and `needs` also works on a pathway with mistakes. */
export type ComparedSubject = Named & {
  compared: true
  compile: (condition: Condition, context: ConditionContext) => CompiledSubject
  /** The values that it can have; null when nothing is known of them. */
  domain: (definition: PathwayDefinition, condition: Condition) => Domain | null
  needs?: (condition: Condition, definition: PathwayDefinition) => Needs
  /** The value that must be a number for it to exist: of a yes or no there is no mean. */
  numberOf?: (condition: Condition) => string | undefined
  /** What else is wrong with it in this pathway, and at which of its keys. */
  misfit?: (definition: PathwayDefinition, condition: Condition) => { at: Modifier; message: BothLanguages } | null
  /** The clause that `comparison` makes whole: `hoger dan 180 mmHg`; empty when it is not compared yet. */
  sentence: (about: About, comparison: string) => string
  /** How values (135 or higher), counts (4 or more) and amounts (less than 2 kg) are compared; values where absent. */
  style?: 'count' | 'amount'
  /** The unit of its values as people write it; none where absent. */
  unit?: (about: About) => string
  /** What a literal on the right side is called; by itself where this is null or absent. */
  literal?: (about: About, value: unknown) => string | null
}

export type Subject = PlainSubject | ComparedSubject
