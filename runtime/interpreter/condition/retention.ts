/** How long the record must remember: the longest look back that any condition or schedule of the pathway takes. */
import type { Condition, PathwayDefinition, Schedule, ScoreInput } from '../../../schemas/index.ts'
import { own } from '../own.ts'
import { subjectOf } from '../subjects/index.ts'
import type { Needs } from '../subjects/subject.ts'
import { longest, parseDuration } from '../time/duration.ts'
import { DAY } from '../time/zone.ts'
import { conditionsIn, partsOf } from '../walk.ts'
import { DEFAULT_WITHIN } from './score-inputs.ts'
import { askedOf, staleOf, valueNamed } from './values.ts'

const of = (duration: string | undefined): number => (duration === undefined ? 0 : longest(parseDuration(duration)))

/** What is remembered of the readings of one value. */
export type Kept = {
  /** Milliseconds that a reading can still be needed. */
  keep: number
  /** So many of the newest readings are needed however old they are. */
  keepNewest: number
}

/** What is remembered of the readings of a value. A late reading looks back from an earlier moment: hence `latest` on top. */
export function keepReadings(definition: PathwayDefinition, name: string, all = needs(definition)): Kept {
  const about = all.flatMap(({ readings = [] }) => readings.filter((need) => need.of === name))
  const schedules = Object.values(definition.schedules ?? {})
    .filter(({ measure }) => askedOf(definition, measure).includes(name))
    .map(windowLength)
  const thresholds = Object.values(definition.thresholds ?? {})
  const together = thresholds.map((threshold) => of(threshold.together))
  const looks = [...about.map(({ over }) => over), ...schedules, ...together]
  const baselines = Object.values(definition.baselines ?? {}).filter((baseline) => baseline.of === name)
  // What made the first reading true, and what came since, decides when the second one comes.
  const waits = thresholds.map(({ remeasure }) => of(remeasure?.within))
  const alone =
    Math.max(0, ...looks, ...baselines.map(({ over }) => of(over))) +
    Math.max(0, ...waits) +
    latest(definition, name) +
    DAY
  return {
    keep: Math.max(alone, ...inScores(definition, name, all)),
    keepNewest: Math.max(0, ...about.map(({ newest = 0 }) => newest)),
  }
}

/** How late a value can still be looked at: its own `stale`, and that of what a threshold looks at beside it. */
function latest(definition: PathwayDefinition, name: string): number {
  const beside = Object.values(definition.thresholds ?? {})
    .map(({ when }) => valuesIn(definition, when))
    .filter((names) => names.includes(name))
  return Math.max(...[name, ...beside.flat()].map((one) => staleWith(definition, one)))
}

/** The values that a condition names. */
const valuesIn = (definition: PathwayDefinition, condition: Condition): string[] =>
  partsOf({ path: '', condition }).flatMap((part) =>
    Object.values(part.condition).filter(
      (named): named is string => typeof named === 'string' && valueNamed(definition, named) !== null,
    ),
  )

/** Of a score also that of what it is made of. */
function staleWith(definition: PathwayDefinition, name: string): number {
  const inputs = Object.values(own(definition.scores, name)?.inputs ?? {}).flatMap((input) => inputOf(input) ?? [])
  return Math.max(of(staleOf(definition, name)), ...inputs.map((input) => staleWith(definition, input)))
}

const inputOf = ({ measurement, answer, score, mean }: ScoreInput): string | undefined =>
  measurement ?? answer ?? score ?? mean

/** Everything that the conditions of a pathway need. */
export const needs = (definition: PathwayDefinition): Needs[] =>
  conditionsIn(definition)
    .flatMap(partsOf)
    .flatMap(({ condition }) => needsOf(definition, condition) ?? [])

function needsOf(definition: PathwayDefinition, condition: Condition): Needs | undefined {
  const subject = subjectOf(condition)
  return subject?.compared ? subject.needs?.(condition, definition) : undefined
}

/**
 * A score looks back as far as an input may be old, or as far as the mean of an input goes. What it was made of is kept as
 * long as the score itself: a value that comes late or is corrected computes it again.
 */
const inScores = (definition: PathwayDefinition, name: string, all: Needs[]): number[] =>
  Object.entries(definition.scores ?? {}).flatMap(([score, { inputs, within = DEFAULT_WITHIN }]) =>
    Object.values(inputs).flatMap((input) =>
      inputOf(input) === name ? [of(within) + of(input.over) + keepReadings(definition, score, all).keep] : [],
    ),
  )

function windowLength(schedule: Schedule): number {
  return 2 * DAY + of(schedule.missedAfter)
}

/** Milliseconds that closed windows of a schedule can be needed; null when all of them are (a condition without `over`). */
export function keepWindows(definition: PathwayDefinition, schedule: string): number | null {
  const about = needs(definition).flatMap(({ windows }) => (windows?.of === schedule ? windows : []))
  if (about.some(({ over }) => over === null)) return null
  return Math.max(2 * DAY, ...about.map(({ over }) => (over ?? 0) + DAY))
}

/** A patient who stopped measuring long ago: so many missed windows in a row are told exactly, and no more remembered. */
const TOLD_IN_A_ROW = 100

/** Missed windows in a row that can be needed: one more than the highest number that a condition compares with. */
export function keepInARow(definition: PathwayDefinition, schedule: string): number {
  const about = conditionsIn(definition)
    .flatMap(partsOf)
    .flatMap(({ condition }) => {
      const windows = needsOf(definition, condition)?.windows
      return windows?.of === schedule && windows.inARow ? condition : []
    })
  return Math.max(
    TOLD_IN_A_ROW,
    ...about.flatMap((condition) => limits(definition, condition)).map((limit) => limit + 1),
  )
}

/** The highest numbers that the right side of a condition can be. */
function limits(definition: PathwayDefinition, condition: Condition): number[] {
  const { above, atLeast, below, atMost, between, is, oneOf = [] } = condition
  return [above, atLeast, below, atMost, between?.to, is, ...oneOf].flatMap((limit) => {
    if (typeof limit === 'object') return (definition.parameters?.[limit.parameter]?.to ?? 0) + (limit.plus ?? 0)
    return typeof limit === 'number' ? limit : []
  })
}

/** Milliseconds that raised alerts can be needed. */
export function keepAlerts(definition: PathwayDefinition): number {
  return Math.max(0, ...needs(definition).flatMap(({ alerts }) => (alerts === undefined ? [] : [alerts + DAY])))
}
