/** The moments of a story: `+5 minutes` from the start, `2026-03-29T08:00`, or `day 8 12:00`. */
import { addDuration, parseDuration } from '../../interpreter/time/duration.ts'
import type { Instant } from '../../interpreter/enrolment.ts'
import { atLocal, dayOf, instantFromText } from '../../interpreter/time/zone.ts'

/** The instant that a moment means in a story that began at `start`; null for a day or time that does not exist. */
export function momentOf(text: string, start: Instant, zone: string): Instant | null {
  const [, amount, unit] = /^\+(\d+) (\w+)$/.exec(text) ?? []
  if (amount && unit)
    return Number(amount) === 0 ? start : addDuration(zone, start, parseDuration(`${Number(amount)} ${unit}`))
  const [, day, hours, minutes] = /^day (\d+) (\d\d):(\d\d)$/.exec(text) ?? []
  if (day) return atLocal(zone, dayOf(zone, start) + Number(day) - 1, Number(hours) * 60 + Number(minutes))
  return instantFromText(zone, text)
}

/** The instant until which something lasts: a moment of the story, or a duration from now on; null for a day or time that does not exist. */
export function untilOf(text: string, now: Instant, start: Instant, zone: string): Instant | null {
  return /^\d+ \w+$/.test(text) ? addDuration(zone, now, parseDuration(text)) : momentOf(text, start, zone)
}

/** The instants between which the days of a story lie: from the first midnight to the one after the last day. */
export function daysOf(text: string | number, start: Instant, zone: string): { from: Instant; until: Instant } {
  const [first, last = first] = String(text).split('-').map(Number) as [number, number?]
  const dayOne = dayOf(zone, start)
  return { from: atLocal(zone, dayOne + first - 1, 0), until: atLocal(zone, dayOne + last, 0) }
}
