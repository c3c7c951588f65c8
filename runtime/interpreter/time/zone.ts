/** Local time in a time zone: days and minutes of the day on one side, instants on the other, clock changes included. */
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../enrolment.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const WEEKDAYS = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** A stretch of time in which the offset of a zone does not change: from <= instant < to. */
type Stretch = { from: Instant; to: Instant; offset: number }

/** Time-zone rules are looked up once per stretch; all else is arithmetic, because a step asks for many local times. */
const known = new Map<string, Stretch[]>()

/** Milliseconds that local time is ahead of UTC at an instant. */
export function offsetAt(zone: string, instant: Instant): number {
  return stretchAt(zone, instant).offset
}

/** Whether the clock does not change between an instant and a day around another: then days between them are 24 hours. */
export function isSteady(zone: string, instant: Instant, other: Instant): boolean {
  const { from, to } = stretchAt(zone, instant)
  return other - DAY >= from && other + DAY < to
}

function stretchAt(zone: string, instant: Instant): Stretch {
  let stretches = known.get(zone)
  if (!stretches) known.set(zone, (stretches = []))
  for (let index = stretches.length - 1; index >= 0; index--) {
    const stretch = stretches[index]!
    if (instant >= stretch.from && instant < stretch.to) return stretch
  }
  const found = lookUp(zone, instant)
  stretches.push(found)
  return found
}

function lookUp(zone: string, instant: Instant): Stretch {
  const moment = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  const next = moment.getTimeZoneTransition('next')
  const atStart = moment.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  return {
    from: atStart?.epochMilliseconds ?? -Infinity,
    to: next?.epochMilliseconds ?? Infinity,
    offset: moment.offsetNanoseconds / 1e6,
  }
}

/** The local day, counted from 1970-01-01. */
export function dayOf(zone: string, instant: Instant): number {
  return Math.floor((instant + offsetAt(zone, instant)) / DAY)
}

/** Milliseconds on the local clock since its midnight. */
export function clockOf(zone: string, instant: Instant): number {
  const local = instant + offsetAt(zone, instant)
  return local - Math.floor(local / DAY) * DAY
}

/** The local minute of the day, 0 to 1439. */
export function minuteOf(zone: string, instant: Instant): number {
  return Math.floor(clockOf(zone, instant) / MINUTE)
}

/** The instant of a local day and minute (1440 is the next midnight). A time inside the clock's gap moves to the gap's end; in the doubled hour the first counts. */
export function atLocal(zone: string, day: number, minute: number): Instant {
  return atClock(zone, day, minute * MINUTE)
}

/** As `atLocal`, with milliseconds on the clock. */
export function atClock(zone: string, day: number, clock: number): Instant {
  const local = day * DAY + clock
  const before = offsetAt(zone, local - DAY)
  const after = offsetAt(zone, local + DAY)
  const first = local - Math.max(before, after)
  if (offsetAt(zone, first) === Math.max(before, after)) return first
  const second = local - Math.min(before, after)
  if (offsetAt(zone, second) === Math.min(before, after)) return second
  return stretchAt(zone, second).from
}

/** `2026-03-27` for a local day. */
export function dayText(day: number): string {
  return Temporal.Instant.fromEpochMilliseconds(day * DAY)
    .toString()
    .slice(0, 10)
}

/** Days that were read before: records name the same few days again and again. */
const days = new Map<string, number>()
const MOST_DAYS = 10_000

/** The local day of `2026-03-27`. Throws RangeError for a text that is no date. */
export function dayFromText(text: string): number {
  const read = days.get(text)
  if (read !== undefined) return read
  const day = Temporal.PlainDate.from(text).toZonedDateTime('UTC').epochMilliseconds / DAY
  if (days.size < MOST_DAYS) days.set(text, day)
  return day
}

export function weekday(day: number): Weekday {
  return WEEKDAYS[((day % 7) + 7) % 7]!
}

/** `2026-03-29T03:00:00+02:00`: readable, and exact in the doubled hour. */
export function localText(zone: string, instant: Instant): string {
  const offset = offsetAt(zone, instant)
  const local = Temporal.Instant.fromEpochMilliseconds(instant + offset)
    .toString()
    .slice(0, -1)
  const minutes = Math.abs(offset) / MINUTE
  const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  return `${local}${offset < 0 ? '-' : '+'}${twoDigits(minutes / 60)}:${twoDigits(minutes % 60)}`
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?)?$/

/** The instant of a text with or without offset; without one it is local to the zone, and a date alone is noon. Null when it is no such text. */
export function instantFromText(zone: string, text: string): Instant | null {
  const [, date, hours, minutes, seconds = '00', fraction = '', offset] = MOMENT.exec(text) ?? []
  if (date === undefined) return null
  try {
    if (offset) return Temporal.Instant.from(text.replace(' ', 'T')).epochMilliseconds
    if (hours === undefined) return atLocal(zone, dayFromText(date), 12 * 60)
    if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
    const clock =
      Number(hours) * HOUR +
      Number(minutes) * MINUTE +
      Number(seconds) * 1000 +
      Number(fraction.padEnd(3, '0').slice(0, 3))
    return atClock(zone, dayFromText(date), clock)
  } catch {
    return null
  }
}
