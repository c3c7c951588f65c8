/** Days and hours in which somebody works: whether an instant is open, when that changes, and how far a counted duration reaches. */
import type { Calendar } from '../../../schemas/index.ts'
import { addDuration, type Duration } from './duration.ts'
import type { Instant } from '../enrolment.ts'
import { dutchHolidays } from './holidays.ts'
import { atLocal, clockOf, atClock, DAY, dayOf, dayText, HOUR, MINUTE, weekday } from './zone.ts'

export type CompiledCalendar = {
  /** Opening hours are half open: at 08:00 it is open, at 17:00 it is closed. */
  isOpen: (instant: Instant) => boolean
  /** The first instant after this one at which it opens or closes; Infinity when it never changes. */
  nextChange: (instant: Instant) => Instant
  /**
   * The instant a duration later, counting open time only; never in closed time. Minutes and hours count open time. A day
   * counts one open day and keeps the clock time (Friday 10:00 and one day is Monday 10:00; Saturday and one day is Tuesday
   * at opening). Weeks and months are calendar periods, moved to the next opening when they end in closed time.
   */
  add: (instant: Instant, duration: Duration) => Instant
}

/** The opening hours of one open day; those that cross midnight belong to the day on which they began. */
type Opening = { day: number; opens: Instant; closes: Instant }

/** Longer than the longest closed or unbroken stretch of any calendar with at least one working day a week. */
const HORIZON = 800

/** Compiles a calendar for a time zone. Hours that end before they begin (22:00 to 06:00) cross midnight. */
export function compileCalendar(calendar: Calendar, zone: string): CompiledCalendar {
  const openingOf = openings(calendar, zone)
  const reaching = (instant: Instant): Opening => {
    const today = dayOf(zone, instant)
    for (let day = today - 1; day < today + HORIZON; day++) {
      const opening = openingOf(day)
      if (opening && opening.closes > instant) return opening
    }
    throw new RangeError('A calendar that never opens')
  }
  const isOpen = (instant: Instant): boolean => reaching(instant).opens <= instant
  const toOpen = (instant: Instant): Instant => Math.max(instant, reaching(instant).opens)
  const add = (instant: Instant, duration: Duration): Instant => {
    if (duration.unit === 'day') return toOpen(addDays(toOpen(instant), duration.amount))
    if (duration.unit === 'minute' || duration.unit === 'hour') return addTime(instant, duration)
    return toOpen(addDuration(zone, instant, duration))
  }

  function addTime(instant: Instant, { amount, unit }: Duration): Instant {
    let at = toOpen(instant)
    for (let left = amount * (unit === 'hour' ? HOUR : MINUTE); ; at = toOpen(reaching(at).closes)) {
      const { closes } = reaching(at)
      if (closes - at > left) return at + left
      left -= closes - at
    }
  }

  function addDays(instant: Instant, days: number): Instant {
    const { day } = reaching(instant)
    const clock = (dayOf(zone, instant) - day) * DAY + firstClock(zone, instant)
    let target = day
    for (let left = days; left > 0; target++) if (openingOf(target + 1)) left--
    return atClock(zone, target, clock)
  }

  return { isOpen, nextChange: (instant) => nextChange(reaching, instant), add }
}

/** Follows openings that touch one another, as those of an office that never closes do. */
function nextChange(reaching: (instant: Instant) => Opening, instant: Instant): Instant {
  const first = reaching(instant)
  if (first.opens > instant) return first.opens
  let { closes } = first
  for (let joined = 0; joined < HORIZON; joined++) {
    const next = reaching(closes)
    if (next.opens > closes) return closes
    closes = next.closes
  }
  return Infinity
}

/** The opening of a day, or null when it is closed or so short that a clock change swallows it. Remembered, because deadlines ask often. */
function openings(calendar: Calendar, zone: string): (day: number) => Opening | null {
  const known = new Map<number, Opening | null>()
  const isHoliday = holidays(calendar)
  const [from, to] = [minutes(calendar.from), minutes(calendar.to)]
  const compute = (day: number): Opening | null => {
    if (!calendar.days.includes(weekday(day)) || isHoliday(day)) return null
    const opens = atLocal(zone, day, from)
    const closes = atLocal(zone, day, to > from ? to : to + 24 * 60)
    return closes > opens ? { day, opens, closes } : null
  }
  return (day) => {
    if (!known.has(day)) known.set(day, compute(day))
    return known.get(day) ?? null
  }
}

function holidays({ holidays: observed }: Calendar): (day: number) => boolean {
  const options = observed?.NL
  if (!options) return () => false
  const perYear = new Map<number, Set<number>>()
  return (day) => {
    const year = Number(dayText(day).slice(0, 4))
    let days = perYear.get(year)
    if (!days) perYear.set(year, (days = new Set(dutchHolidays(year, options))))
    return days.has(day)
  }
}

/** The clock, except in the second pass of the doubled hour, which counts as its end: so that later never comes out earlier. */
function firstClock(zone: string, instant: Instant): number {
  const clock = clockOf(zone, instant)
  const ahead = instant - atClock(zone, dayOf(zone, instant), clock)
  if (ahead === 0) return clock
  let end = Math.floor(clock / MINUTE) * MINUTE
  while (atClock(zone, dayOf(zone, instant), end) < instant) end += MINUTE
  return end
}

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
