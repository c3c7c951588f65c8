/** Whether a reading is worse than what was there when an alert was put off. */
import type { Reading, Value } from '../interpreter/enrolment.ts'
import type { RaisedFiring, SnoozeCause } from './alert.ts'
import type { Side } from './side.ts'

type Seen = SnoozeCause['seen']

/** What a side of a firing had come to: by the readings behind it, and the newest that are known otherwise. */
export function causeOf(side: Side, { key, pathway, because }: RaisedFiring, known: Reading[]): SnoozeCause {
  const ofThis = ({ measurement }: Reading): boolean => measurement === side.measurement
  const behind = because.filter(ofThis)
  const all = side.worse !== 'given' && side.mean ? behind : [...behind, ...known.filter(ofThis)]
  const seen = all.map((reading) => ({ id: reading.id, value: valueIn(side, reading) }))
  return {
    ...side,
    key: `${pathway}/${key}`,
    seen: side.worse === 'given' || side.mean ? seen : furthest(side.worse, seen),
  }
}

/** Of a score its outcome where that is what is looked at. */
function valueIn(side: Side, { value, outcome }: Reading): Value {
  if (side.worse !== 'given' || outcome === undefined) return value
  return Array.isArray(side.alarming) && side.alarming.includes(outcome) ? outcome : value
}

function furthest(worse: 'up' | 'down', seen: Seen): Seen {
  const numbers = seen.filter(({ value }) => typeof value === 'number')
  const sign = worse === 'up' ? 1 : -1
  return numbers.toSorted((a, b) => sign * (Number(b.value) - Number(a.value))).slice(0, 1)
}

/** Whether this reading goes further than anything that was known; one that is known already only does when it was corrected. */
export function isFurther(cause: SnoozeCause, reading: Reading): boolean {
  if (reading.measurement !== cause.measurement || isKnown(cause, reading)) return false
  if (cause.worse === 'given') return isOtherAlarm(cause.alarming, cause.seen, valueIn(cause, reading))
  const after = cause.mean ? withReading(cause.seen, reading) : [reading]
  const before = cause.mean ? cause.seen : base(cause.seen, cause.limit)
  if (before.length === 0) return true
  const difference = mean(after) - mean(before)
  return cause.worse === 'up' ? difference >= GRAIN : difference <= -GRAIN
}

const isKnown = (cause: SnoozeCause, reading: Reading): boolean =>
  cause.seen.some(({ id, value }) => id === reading.id && value === valueIn(cause, reading))

/** A reading takes the place of the oldest, or of what it was before it was corrected. */
function withReading(seen: Seen, { id, value }: Reading): Seen {
  const isThere = seen.some((one) => one.id === id)
  return isThere ? seen.map((one) => (one.id === id ? { id, value } : one)) : [...seen.slice(1), { id, value }]
}

/** Values have six decimals at most: less is a rounding error of the computer. */
const GRAIN = 5e-7

const mean = (values: { value: Value }[]): number =>
  values.reduce((sum, { value }) => sum + Number(value), 0) / values.length

/** What was not there when it was put off begins to be alarming at the limit. */
const base = (seen: Seen, limit: number | undefined): { value: Value }[] =>
  seen.length > 0 || limit === undefined ? seen : [{ value: limit }]

function isOtherAlarm(alarming: Value[] | { from: number; to: number }, seen: Seen, value: Value): boolean {
  if (seen.some((known) => known.value === value)) return false
  if (Array.isArray(alarming)) return alarming.includes(value)
  return typeof value === 'number' && value >= alarming.from && value <= alarming.to
}

/** The mean moves along with what comes in; the rest stays what it was when it was put off. */
export function movedAlong(cause: SnoozeCause, reading: Reading): SnoozeCause {
  const isNew = reading.measurement === cause.measurement && !isKnown(cause, reading)
  if (cause.worse === 'given' || !cause.mean || !isNew) return cause
  return { ...cause, seen: withReading(cause.seen, reading) }
}
