/** How long the record must remember: the longest look back that any condition or schedule of the pathway takes. */
import type { Condition, PathwayDefinition, Schedule } from '../../../schemas/index.ts'
import { longest, parseDuration } from '../time/duration.ts'
import { DEFAULT_STALE } from './subject.ts'
import { DAY } from '../time/zone.ts'

const of = (duration: string | undefined): number => (duration === undefined ? 0 : longest(parseDuration(duration)))

/** Every condition of a pathway, combinators and their parts included. */
export function allConditions(definition: PathwayDefinition): Condition[] {
  const transitions = [
    ...Object.values(definition.states).flatMap((state) => state.transitions ?? []),
    ...(definition.always ?? []),
  ]
  const roots = [
    ...Object.values(definition.thresholds ?? {}).map(({ when }) => when),
    ...transitions.map((transition) => transition.if),
    ...Object.values(definition.indicators ?? {}).map(({ patientsWhere }) => patientsWhere),
    definition.include,
    definition.exclude,
  ]
  return roots.flatMap((root) => (root ? parts(root) : []))
}

/** A condition with all that it is made of. */
export function parts(condition: Condition): Condition[] {
  const inner = [...(condition.all ?? []), ...(condition.any ?? []), ...(condition.not ? [condition.not] : [])]
  return [condition, ...inner.flatMap(parts)]
}

/** Milliseconds that readings of a measurement can be needed. A late reading looks back from an earlier moment: hence `stale` on top. */
export function keepReadings(definition: PathwayDefinition, measurement: string): number {
  const windows = allConditions(definition)
    .filter((condition) => condition.mean === measurement)
    .map(({ over }) => of(over))
  const schedules = Object.values(definition.schedules ?? {})
    .filter(({ measure }) => measure.includes(measurement))
    .map(windowLength)
  const together = Object.values(definition.thresholds ?? {}).map((threshold) => of(threshold.together))
  const stale = of(definition.measurements[measurement]?.stale ?? DEFAULT_STALE)
  return Math.max(0, ...windows, ...schedules, ...together) + stale + DAY
}

function windowLength(schedule: Schedule): number {
  return 2 * DAY + of(schedule.missedAfter)
}

/** Milliseconds that closed windows of a schedule can be needed; null when all of them are (a condition without `over`). */
export function keepWindows(definition: PathwayDefinition, schedule: string): number | null {
  const about = allConditions(definition).filter(
    (condition) => condition.missed === schedule || condition.adherence === schedule,
  )
  if (about.some(({ over, inARow }) => over === undefined && !inARow)) return null
  return Math.max(2 * DAY, ...about.map((condition) => of(condition.over) + DAY))
}

/** A patient who stopped measuring long ago: so many missed windows in a row are told exactly, and no more remembered. */
const TOLD_IN_A_ROW = 100

/** Missed windows in a row that can be needed: one more than the highest number that a condition compares with. */
export function keepInARow(definition: PathwayDefinition, schedule: string): number {
  const about = allConditions(definition).filter((condition) => condition.missed === schedule && condition.inARow)
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
  return Math.max(
    0,
    ...allConditions(definition).flatMap((condition) => (condition.alerts ? [of(condition.over) + DAY] : [])),
  )
}
