/** How long the record must remember: the longest look back that any condition or schedule of the pathway takes. */
import type { Condition, PathwayDefinition, Schedule } from '../../../schemas/index.ts'
import { subjectOf } from '../subjects/index.ts'
import type { Needs } from '../subjects/subject.ts'
import { longest, parseDuration } from '../time/duration.ts'
import { DAY } from '../time/zone.ts'
import { conditionsIn, partsOf } from '../walk.ts'
import { DEFAULT_WITHIN } from './score-inputs.ts'
import { askedOf, staleOf } from './values.ts'

const of = (duration: string | undefined): number => (duration === undefined ? 0 : longest(parseDuration(duration)))

/** What is remembered of the readings of one value. */
export type Kept = {
  /** Milliseconds that a reading can still be needed. */
  keep: number
  /** So many of the newest readings are needed however old they are. */
  keepNewest: number
}

/** What is remembered of the readings of a value. A late reading looks back from an earlier moment: hence `stale` on top. */
export function keepReadings(definition: PathwayDefinition, name: string): Kept {
  const about = needs(definition).flatMap(({ readings = [] }) => readings.filter((need) => need.of === name))
  const schedules = Object.values(definition.schedules ?? {})
    .filter(({ measure }) => askedOf(definition, measure).includes(name))
    .map(windowLength)
  const together = Object.values(definition.thresholds ?? {}).map((threshold) => of(threshold.together))
  const looks = [...about.map(({ over }) => over), ...schedules, ...together, ...inScores(definition, name)]
  const baselines = Object.values(definition.baselines ?? {}).filter((baseline) => baseline.of === name)
  return {
    keep: Math.max(0, ...looks, ...baselines.map(({ over }) => of(over))) + of(staleOf(definition, name)) + DAY,
    keepNewest: Math.max(0, ...about.map(({ newest = 0 }) => newest)),
  }
}

/** Everything that the conditions of a pathway need. */
const needs = (definition: PathwayDefinition): Needs[] =>
  conditionsIn(definition)
    .flatMap(partsOf)
    .flatMap(({ condition }) => needsOf(definition, condition) ?? [])

function needsOf(definition: PathwayDefinition, condition: Condition): Needs | undefined {
  const subject = subjectOf(condition)
  return subject?.compared ? subject.needs?.(condition, definition) : undefined
}

/** Scores look back as far as an input may be old, or as far as the mean of an input goes. */
const inScores = (definition: PathwayDefinition, name: string): number[] =>
  Object.values(definition.scores ?? {}).flatMap(({ inputs, within = DEFAULT_WITHIN }) =>
    Object.values(inputs).flatMap(({ measurement, answer, score, mean, over }) =>
      [measurement, answer, score, mean].includes(name) ? [of(within) + of(over)] : [],
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
