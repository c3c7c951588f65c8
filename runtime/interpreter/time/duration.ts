/** Durations: days and longer are calendar periods in the pathway's time zone, hours and shorter are elapsed time. */
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../enrolment.ts'
import { atClock, clockOf, DAY, dayFromText, dayOf, dayText, HOUR, isSteady, MINUTE } from './zone.ts'

export type DurationUnit = 'minute' | 'hour' | 'day' | 'week' | 'month'
export type Duration = { amount: number; unit: DurationUnit }

const DURATION = /^([1-9][0-9]{0,4}) (minute|hour|day|week|month)s?$/

/** Reads `15 minutes`, `2 hours`, `7 days`, `4 weeks`, `3 months`. Throws RangeError for anything else. */
export function parseDuration(text: string): Duration {
  const [, amount, unit] = DURATION.exec(text) ?? []
  if (!amount || !unit) throw new RangeError(`Not a duration: ${text}`)
  return { amount: Number(amount), unit: unit as DurationUnit }
}

/** The instant a duration later (or earlier, with sign -1). A calendar period keeps the clock time: a day over a clock change is 23 or 25 hours. */
export function addDuration(zone: string, instant: Instant, duration: Duration, sign: 1 | -1 = 1): Instant {
  const amount = duration.amount * sign
  if (duration.unit === 'minute') return instant + amount * MINUTE
  if (duration.unit === 'hour') return instant + amount * HOUR
  if (duration.unit !== 'month') {
    const moved = instant + amount * (duration.unit === 'week' ? 7 * DAY : DAY)
    if (isSteady(zone, instant, moved)) return moved
  }
  return atClock(zone, addToDay(dayOf(zone, instant), duration, sign), clockOf(zone, instant))
}

/** The local day a calendar period later; a month from 31 January is the last day of February. */
export function addToDay(day: number, duration: Duration, sign: number = 1): number {
  const amount = duration.amount * sign
  if (duration.unit === 'day') return day + amount
  if (duration.unit === 'week') return day + amount * 7
  return dayFromText(Temporal.PlainDate.from(dayText(day)).add({ months: amount }).toString())
}

/** The longest time in milliseconds that a duration can be: for deciding what may be forgotten. */
export function longest(duration: Duration): number {
  const units: Record<DurationUnit, number> = { minute: MINUTE, hour: HOUR, day: DAY, week: 7 * DAY, month: 31 * DAY }
  const clockChange = duration.unit === 'minute' || duration.unit === 'hour' ? 0 : HOUR
  return duration.amount * units[duration.unit] + clockChange
}

const WORDS: Record<'nl' | 'en', Record<DurationUnit, [one: string, many: string]>> = {
  nl: {
    minute: ['minuut', 'minuten'],
    hour: ['uur', 'uur'],
    day: ['dag', 'dagen'],
    week: ['week', 'weken'],
    month: ['maand', 'maanden'],
  },
  en: {
    minute: ['minute', 'minutes'],
    hour: ['hour', 'hours'],
    day: ['day', 'days'],
    week: ['week', 'weeks'],
    month: ['month', 'months'],
  },
}

/** `7 dagen`, `1 hour`. */
export function durationText(duration: Duration, language: 'nl' | 'en'): string {
  return `${duration.amount} ${WORDS[language][duration.unit][duration.amount === 1 ? 0 : 1]}`
}
