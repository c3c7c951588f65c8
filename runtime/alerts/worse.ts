/** Whether a reading is worse than what was there when an alert was put off. */
import type { Reading, Value } from '../interpreter/enrolment.ts'
import { addDuration, parseDuration } from '../interpreter/time/duration.ts'
import type { RaisedFiring, Seen, SnoozeCause } from './alert.ts'
import type { Side } from './side.ts'

/** What a side of a firing had come to: by the readings behind it as they are now, and the newest that are known otherwise. */
export function causeOf(
  side: Side,
  zone: string,
  { key, pathway, because }: RaisedFiring,
  known: Reading[],
): SnoozeCause {
  const ofThis = ({ measurement }: Reading): boolean => measurement === side.measurement
  const now = known.filter(ofThis)
  const behind = because.filter(ofThis).map((reading) => now.find(({ id }) => id === reading.id) ?? reading)
  const of = { ...side, key: `${pathway}/${key}`, zone }
  const seenIn = (readings: Reading[]): Seen[] => readings.map((reading) => seenAs(side, reading))
  if (side.worse === 'given') return { ...of, seen: seenIn([...behind, ...newest(now)]) }
  if (side.over === undefined) return { ...of, seen: furthest(side.worse, seenIn([...behind, ...newest(now)])) }
  const counting = now.filter(({ marks }) => !marks?.includes('discarded'))
  return { ...of, seen: inWindow({ zone, over: side.over }, seenIn(counting.length > 0 ? counting : behind)) }
}

const newest = (readings: Reading[]): Reading[] => readings.filter(({ at }) => at === newestAt(readings))
const newestAt = (list: { at: number }[]): number => Math.max(...list.map(({ at }) => at))

const seenAs = (side: Side, reading: Reading): Seen => ({
  id: reading.id,
  value: valueIn(side, reading),
  at: reading.at,
})

/** Of a score its outcome where that is what is looked at. */
function valueIn(side: Side, { value, outcome }: Reading): Value {
  if (side.worse !== 'given' || outcome === undefined) return value
  return Array.isArray(side.alarming) && side.alarming.includes(outcome) ? outcome : value
}

function furthest(worse: 'up' | 'down', seen: Seen[]): Seen[] {
  const numbers = seen.filter(({ value }) => typeof value === 'number')
  const sign = worse === 'up' ? 1 : -1
  return numbers.toSorted((a, b) => sign * (Number(b.value) - Number(a.value))).slice(0, 1)
}

/** What a mean is taken of: the window that ends with the newest. */
function inWindow({ zone, over }: Window, seen: Seen[]): Seen[] {
  const from = addDuration(zone, newestAt(seen), parseDuration(over), -1)
  return seen.filter(({ at }) => at > from)
}

type Window = { zone: string; over: string }

/** Whether this reading goes further than anything that was known; one that is known already only does when it was corrected. */
export function isFurther(cause: SnoozeCause, reading: Reading): boolean {
  if (!concerns(cause, reading)) return false
  if (cause.worse === 'given') return isOtherAlarm(cause.alarming, cause.seen, valueIn(cause, reading))
  const { over } = cause
  const after = over === undefined ? [reading] : withReading(cause, over, reading)
  const before = over === undefined ? base(cause.seen, cause.limit) : cause.seen
  if (before.length === 0) return true
  const difference = mean(after) - mean(before)
  return cause.worse === 'up' ? difference >= GRAIN : difference <= -GRAIN
}

/** Whether it says something new; of a mean it must count. */
function concerns(cause: SnoozeCause, reading: Reading): boolean {
  if (reading.measurement !== cause.measurement) return false
  if (cause.worse !== 'given' && cause.over !== undefined && reading.marks?.includes('discarded')) return false
  return !cause.seen.some(({ id, value }) => id === reading.id && value === valueIn(cause, reading))
}

/** The window with this reading in it, in the place of what it was before it was corrected. */
const withReading = (cause: SnoozeCause, over: string, reading: Reading): Seen[] =>
  inWindow({ zone: cause.zone, over }, [...cause.seen.filter(({ id }) => id !== reading.id), seenAs(cause, reading)])

/** Values have six decimals at most: less is a rounding error of the computer. */
const GRAIN = 5e-7

const mean = (values: { value: Value }[]): number =>
  values.reduce((sum, { value }) => sum + Number(value), 0) / values.length

/** What was not there when it was put off begins to be alarming at the limit. */
const base = (seen: Seen[], limit: number | undefined): { value: Value }[] =>
  seen.length > 0 || limit === undefined ? seen : [{ value: limit }]

function isOtherAlarm(alarming: Value[] | { from: number; to: number }, seen: Seen[], value: Value): boolean {
  if (seen.some((known) => known.value === value)) return false
  if (Array.isArray(alarming)) return alarming.includes(value)
  return typeof value === 'number' && value >= alarming.from && value <= alarming.to
}

/** The mean moves along with what comes in, and what was corrected is no longer what it was; the rest stays as when it was put off. */
export function movedAlong(cause: SnoozeCause, reading: Reading): SnoozeCause {
  if (!concerns(cause, reading)) return cause
  if (cause.worse !== 'given' && cause.over !== undefined)
    return { ...cause, seen: withReading(cause, cause.over, reading) }
  const wasSeen = cause.seen.some(({ id }) => id === reading.id)
  const others = cause.seen.filter(({ id }) => id !== reading.id)
  return wasSeen ? { ...cause, seen: [...others, seenAs(cause, reading)] } : cause
}

/** The same without a reading that was withdrawn. */
export const withoutReading = (cause: SnoozeCause, reading: string): SnoozeCause => ({
  ...cause,
  seen: cause.seen.filter(({ id }) => id !== reading),
})
