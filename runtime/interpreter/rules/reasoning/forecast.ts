/**
 * A rough forecast of how many alerts a patient raises a week, before anybody has been measured. Its numbers are assumptions, written
 * out in `alert-load.md`; a sprint replaces them by what really happened. Several alerts of one submission count once, as they do at work.
 */
import type { Condition, PathwayDefinition, Schedule, Transition } from '../../../../schemas/index.ts'
import { DAY } from '../../time/zone.ts'
import { lived, partsOf, type StatePart } from '../../walk.ts'
import type { Examined } from '../rule.ts'
import { ordinaryLength } from './delivery.ts'
import { leafStatesOf, transitionsOf } from './walked.ts'

/** Of the windows that are asked, this part is missed, each by itself. */
const MISSED = 0.15
/** Of the submissions, this part is out of bounds; with a second reading half of them is confirmed. */
const OUT_OF_BOUNDS = 0.005
const CONFIRMED = 0.5
/** A condition over some time is true in this part of the times that it can change. */
const RAISED = 0.1
/** In this part of the stays somebody is too late, so that a reminder after some time is needed. */
const LATE = 0.1
/** How many weeks a patient stays where somebody decides, and where nothing ends the stay. */
const DECIDED = 1
const STABLE = 13

/** What raises alerts: its address, and how many a week in one state. */
export type Source = { path: string; weekly: number }
export type StateLoad = { id: string; weeks: number; windows: number; sources: Source[] }
export type Forecast = { weekly: number; worst: { state: StateLoad; source: Source; share: number } | null }

/** The alerts a week of a patient who passes every state once and stays as long as assumed. */
export function forecast(pathway: Examined): Forecast {
  const states = leafStatesOf(pathway).flatMap((part) => (part.state.exit === undefined ? [loadOf(pathway, part)] : []))
  const weeks = states.reduce((sum, state) => sum + state.weeks, 0)
  const parts = states.flatMap((state) =>
    state.sources.map((source) => ({ state, source, share: source.weekly * state.weeks })),
  )
  const total = parts.reduce((sum, { share }) => sum + share, 0)
  const [worst] = parts.toSorted((one, other) => other.share - one.share)
  return { weekly: weeks === 0 ? 0 : total / weeks, worst: worst ? { ...worst, share: worst.share / total } : null }
}

function loadOf(pathway: Examined, part: StatePart): StateLoad {
  const { definition } = pathway
  const transitions = transitionsOf(pathway).filter(({ state }) => state === part.id || state === part.phase?.id)
  const schedules = (lived(part).schedules ?? []).flatMap((name) => definition.schedules?.[name] ?? [])
  const weeks = stayOf(
    definition,
    transitions.map(({ transition }) => transition),
  )
  const windows = schedules.reduce((sum, schedule) => sum + windowsAWeek(schedule), 0)
  const sources = [
    ...thresholdLoads(definition, lived(part).thresholds, windows),
    ...transitions.flatMap(({ path, transition }) => {
      const weekly = transition.alert === undefined ? 0 : transitionLoad(definition, transition, transitions, weeks)
      return weekly > 0 ? [{ path, weekly }] : []
    }),
  ]
  return { id: part.id, weeks, windows, sources }
}

const weeksOf = (duration: string): number => ordinaryLength(duration) / (7 * DAY)

const windowsAWeek = ({ every, windows, days }: Schedule): number =>
  (windows.length / weeksOf(every)) * (days ? days.length / 7 : 1)

/** A wait or a schedule ends the stay; else somebody who decides does. */
function stayOf({ schedules }: PathwayDefinition, transitions: readonly Transition[]): number {
  const leaving = transitions.filter(({ to }) => to !== undefined)
  const ends = leaving.flatMap(({ after, completed }) => after ?? schedules?.[completed ?? '']?.for ?? [])
  if (ends.length > 0) return Math.min(...ends.map(weeksOf))
  const waits = leaving.every(({ decision }) => decision !== undefined)
  return leaving.length > 0 && waits ? DECIDED : STABLE
}

/** Single values count once for all thresholds together; conditions over some time each for themselves. */
function thresholdLoads(definition: PathwayDefinition, own: string[] | undefined, windows: number): Source[] {
  const names = own ?? Object.keys(definition.thresholds ?? {})
  const watched = names.flatMap((name) => {
    const threshold = definition.thresholds?.[name]
    return threshold ? [{ path: `/thresholds/${name}`, threshold }] : []
  })
  const single = watched.filter(({ threshold }) => periodOf(definition, threshold.when) === null)
  const [first] = single.toSorted(
    (one, other) => Number(!!one.threshold.remeasure) - Number(!!other.threshold.remeasure),
  )
  const confirmed = first?.threshold.remeasure ? CONFIRMED : 1
  return [
    ...(first && windows > 0 ? [{ path: first.path, weekly: windows * OUT_OF_BOUNDS * confirmed }] : []),
    ...watched.flatMap(({ path, threshold }) => {
      const weekly = single.some((one) => one.path === path) ? 0 : conditionLoad(definition, threshold.when)
      return weekly > 0 && windows > 0 ? [{ path, weekly }] : []
    }),
  ]
}

function transitionLoad(
  definition: PathwayDefinition,
  transition: Transition,
  all: readonly { transition: Transition }[],
  weeks: number,
): number {
  const { completed, after, threshold, decision, event, to } = transition
  if (threshold ?? decision ?? event) return 0 // counted at the threshold, or rare
  if (after !== undefined) return (to === undefined ? LATE : 1) / weeks
  if (completed === undefined) return conditionLoad(definition, transition.if ?? {})
  const length = definition.schedules?.[completed]?.for
  const alternatives = all.filter((one) => one.transition.completed === completed).length
  return length === undefined ? 0 : 1 / weeksOf(length) / alternatives
}

/** How often a condition becomes true: the least of what must all be true, at most once in the longest time that it looks back over. */
function conditionLoad(definition: PathwayDefinition, condition: Condition): number {
  const missed = partsOf({ path: '', condition }).find((part) => part.condition.missed !== undefined)?.condition
  const schedule = definition.schedules?.[missed?.missed ?? '']
  if (missed && schedule) return missedLoad(missed, windowsAWeek(schedule))
  const period = periodOf(definition, condition)
  return period === null ? 0 : RAISED / period
}

/** The longest time that a condition looks back over, in weeks, but no shorter than the time between two measuring days; null when it looks at single values only. */
function periodOf({ schedules }: PathwayDefinition, condition: Condition): number | null {
  const parts = partsOf({ path: '', condition }).map((part) => part.condition)
  const overs = parts.flatMap(({ over, missed }) =>
    over !== undefined ? [weeksOf(over)] : missed === undefined ? [] : [0],
  )
  if (overs.length === 0) return null
  const names = parts.flatMap(({ mean, median, slope, count }) => mean ?? median ?? slope ?? count ?? [])
  const rounds = Object.values(schedules ?? {}).flatMap(({ every, measure }) =>
    measure.some((name) => names.includes(name)) ? [weeksOf(every)] : [],
  )
  return Math.max(...overs, rounds.length > 0 ? Math.min(...rounds) : 0)
}

/** How often so many windows are missed, in a row or within some time. */
function missedLoad({ atLeast, above, over, inARow }: Condition, windows: number): number {
  const limit = typeof atLeast === 'number' ? atLeast : typeof above === 'number' ? above + 1 : 1
  if (inARow || over === undefined) return windows * (1 - MISSED) * MISSED ** limit
  const [weeks, asked] = [weeksOf(over), Math.round(windows * weeksOf(over))]
  return chanceOfAtLeast(Math.ceil(limit), Math.min(asked, 200)) / weeks
}

/** The chance that of `asked` windows at least `limit` are missed. */
function chanceOfAtLeast(limit: number, asked: number): number {
  let [chance, fewer] = [(1 - MISSED) ** asked, 0]
  for (let missed = 0; missed < limit; missed++) {
    fewer += chance
    chance *= ((asked - missed) / (missed + 1)) * (MISSED / (1 - MISSED))
  }
  return Math.max(0, 1 - fewer)
}
