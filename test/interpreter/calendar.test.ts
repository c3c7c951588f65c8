/** Calendars: public holidays, opening hours, and deadlines that count in open time, held against a walk from minute to minute. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCalendar } from '../../runtime/interpreter/time/calendar.ts'
import { type Duration, parseDuration } from '../../runtime/interpreter/time/duration.ts'
import { dutchHolidays, easterSunday } from '../../runtime/interpreter/time/holidays.ts'
import {
  clockOf,
  dayFromText,
  dayOf,
  dayText,
  HOUR,
  instantFromText,
  localText,
  MINUTE,
  minuteOf,
  weekday,
} from '../../runtime/interpreter/time/zone.ts'
import type { Calendar } from '../../schemas/index.ts'
import { runs } from '../property.ts'

const zone = 'Europe/Amsterdam'
const office: Calendar = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '08:00',
  to: '17:00',
  holidays: { NL: { liberationDay: true } },
}
const always: Calendar = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  from: '00:00',
  to: '24:00',
}
const night: Calendar = { days: ['fri', 'sat'], from: '22:00', to: '06:00' }
const at = (text: string): number => instantFromText(zone, text)!
const text = (instant: number): string => localText(zone, instant).slice(0, 16)

describe('public holidays', () => {
  const easters = ['2000-04-23', '2008-03-23', '2011-04-24', '2024-03-31', '2025-04-20', '2026-04-05', '2038-04-25']
  it.each(easters)('Easter Sunday %s', (date) => {
    expect(dayText(easterSunday(Number(date.slice(0, 4))))).toBe(date)
  })

  it('2026, with Liberation Day each year', () => {
    const days = dutchHolidays(2026, { liberationDay: true }).map(dayText).sort()
    expect(days).toEqual([
      ...['2026-01-01', '2026-04-05', '2026-04-06', '2026-04-27', '2026-05-05', '2026-05-14'],
      ...['2026-05-24', '2026-05-25', '2026-12-25', '2026-12-26'],
    ])
  })

  it('5 May is otherwise a holiday once in five years', () => {
    const hasFifthOfMay = (year: number) => dutchHolidays(year).includes(dayFromText(`${year}-05-05`))
    expect([2025, 2026, 2029, 2030].filter(hasFifthOfMay)).toEqual([2025, 2030])
  })

  it("King's Day moves to Saturday when it falls on a Sunday", () => {
    expect(dutchHolidays(2025).map(dayText)).toContain('2025-04-26')
    expect(dutchHolidays(2025).map(dayText)).not.toContain('2025-04-27')
  })
})

describe('opening hours', () => {
  const { isOpen, nextChange } = compileCalendar(office, zone)

  it.each([
    ['2026-03-27T07:59', false, '2026-03-27T08:00'],
    ['2026-03-27T08:00', true, '2026-03-27T17:00'],
    ['2026-03-27T16:59', true, '2026-03-27T17:00'],
    ['2026-03-27T17:00', false, '2026-03-30T08:00'],
    ['2026-04-03T18:00', false, '2026-04-07T08:00'], // over Easter
    ['2026-04-24T17:30', false, '2026-04-28T08:00'], // over King's Day, a Monday
  ])('%s', (moment, open, change) => {
    expect(isOpen(at(moment))).toBe(open)
    expect(text(nextChange(at(moment)))).toBe(change)
  })

  it('never changes when it never closes', () => {
    expect(compileCalendar(always, zone).nextChange(at('2026-03-28T12:00'))).toBe(Infinity)
  })

  it('hours that cross midnight belong to the day on which they began', () => {
    const { isOpen: isNight, nextChange: nextOfNight } = compileCalendar(night, zone)
    expect(isNight(at('2026-03-28T05:59'))).toBe(true)
    expect(isNight(at('2026-03-27T05:59'))).toBe(false)
    expect(text(nextOfNight(at('2026-03-29T00:00')))).toBe('2026-03-29T06:00')
  })
})

describe('deadlines that count in open time', () => {
  const { add } = compileCalendar(office, zone)

  it.each([
    ['2026-03-27T10:00', '1 day', '2026-03-30T10:00', 'over a weekend with a clock change'],
    ['2026-03-28T12:00', '1 day', '2026-03-31T08:00', 'from a Saturday'],
    ['2026-04-03T10:00', '1 day', '2026-04-07T10:00', 'over Easter'],
    ['2026-05-04T16:00', '1 day', '2026-05-06T16:00', 'over Liberation Day'],
    ['2026-03-26T09:30', '5 days', '2026-04-02T09:30', 'five days'],
    ['2026-03-27T16:45', '30 minutes', '2026-03-30T08:15', 'minutes over a weekend'],
    ['2026-03-27T16:30', '30 minutes', '2026-03-30T08:00', 'to the minute of closing'],
    ['2026-03-27T08:00', '9 hours', '2026-03-30T08:00', 'a whole day in hours'],
    ['2026-03-27T10:00', '1 week', '2026-04-03T10:00', 'a week is a calendar week'],
    ['2026-03-06T10:00', '1 month', '2026-04-07T08:00', 'a month that ends on Easter Monday'],
  ])('%s and %s is %s: %s', (from, duration, until) => {
    expect(text(add(at(from), parseDuration(duration)))).toBe(until)
  })

  it('a day over the clock change keeps the clock time', () => {
    const { add: addAlways } = compileCalendar(always, zone)
    const day = parseDuration('1 day')
    expect(addAlways(at('2026-03-28T10:00'), day) - at('2026-03-28T10:00')).toBe(23 * HOUR)
    expect(addAlways(at('2026-10-24T10:00'), day) - at('2026-10-24T10:00')).toBe(25 * HOUR)
  })
})

describe('a day that starts in the doubled hour', () => {
  it('ends no earlier than one that started before it', () => {
    const { add } = compileCalendar(always, zone)
    const [first, second] = [at('2026-10-25T02:50'), at('2026-10-25T02:50') + 20 * MINUTE]
    expect(localText(zone, second)).toBe('2026-10-25T02:10:00+01:00')
    expect([first, second].map((from) => text(add(from, parseDuration('1 day'))))).toEqual([
      '2026-10-26T02:50',
      '2026-10-26T03:00',
    ])
  })
})

/** Moments around the holidays and both clock changes of 2026, to the second. */
const moments = fc.oneof(
  fc.integer({ min: at('2026-03-25') / 1000, max: at('2026-05-16') / 1000 }),
  fc.integer({ min: at('2026-03-28T23:00') / 1000, max: at('2026-03-29T06:00') / 1000 }),
  fc.integer({ min: at('2026-10-24T23:00') / 1000, max: at('2026-10-25T06:00') / 1000 }),
  fc.integer({ min: at('2026-12-20') / 1000, max: at('2027-01-04') / 1000 }),
)
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const calendars = fc.record({
  days: fc.subarray([...always.days], { minLength: 1 }),
  from: fc.integer({ min: 0, max: 47 }).map((half) => clock(half * 30)),
  to: fc.integer({ min: 1, max: 48 }).map((half) => clock(half * 30)),
  holidays: fc.constantFrom({}, { NL: {} }, { NL: { liberationDay: true } }),
})
const durations: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 600 }), unit: fc.constant('minute' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 30 }), unit: fc.constant('hour' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 6 }), unit: fc.constant('day' as const) }),
)

describe('any calendar', () => {
  it('a deadline is never in closed time, and a later start never gives an earlier deadline', () => {
    const inMinutes = fc.integer({ min: 0, max: 3 * 24 * 60 })
    fc.assert(
      fc.property(calendars, durations, moments, inMinutes, (calendar, duration, second, later) => {
        const { add, isOpen } = compileCalendar(calendar, zone)
        const [first, other] = [add(second * 1000, duration), add(second * 1000 + later * MINUTE, duration)]
        expect(isOpen(first)).toBe(true)
        expect(first).toBeGreaterThan(second * 1000)
        expect(other).toBeGreaterThanOrEqual(first)
      }),
      { numRuns: runs(300) },
    )
  })

  it('is open, changes and counts as a walk from minute to minute says', () => {
    fc.assert(
      fc.property(calendars, durations, moments, (calendar, duration, second) => {
        // Without hours that cross midnight, or that begin or end inside the hour that the clock skips or repeats.
        fc.pre(calendar.from < calendar.to && calendar.from !== '02:30' && calendar.to !== '02:30')
        const minute = Math.floor(second / 60) * MINUTE
        const compiled = compileCalendar(calendar, zone)
        expect(compiled.isOpen(minute)).toBe(openByTheClock(calendar, minute))
        const change = compiled.nextChange(minute)
        if (change < Infinity) expect(openByTheClock(calendar, change)).toBe(!openByTheClock(calendar, change - MINUTE))
        if (inDoubledHour(minute)) return
        expect(text(compiled.add(minute, duration))).toBe(text(walk(calendar, minute, duration)))
      }),
      { numRuns: runs(40) },
    )
  })
})

/** Is this minute open, read from the local clock alone? */
function openByTheClock(calendar: Calendar, instant: number): boolean {
  const now = clock(minuteOf(zone, instant))
  return calendar.from <= now && now < calendar.to && isWorkingDay(calendar, dayOf(zone, instant))
}

function isWorkingDay(calendar: Calendar, day: number): boolean {
  if (!calendar.days.includes(weekday(day))) return false
  const options = calendar.holidays?.NL
  return !options || !dutchHolidays(Number(dayText(day).slice(0, 4)), options).includes(day)
}

function inDoubledHour(instant: number): boolean {
  return localText(zone, instant).startsWith('2026-10-25T02')
}

/** Counts open minutes one by one; a day is reached at the same clock time on the next open day. */
function walk(calendar: Calendar, from: number, { amount, unit }: Duration): number {
  let at = from
  while (!openByTheClock(calendar, at)) at += MINUTE
  if (unit !== 'day') {
    for (let left = amount * (unit === 'hour' ? 60 : 1); left > 0; at += MINUTE)
      if (openByTheClock(calendar, at)) left--
    while (!openByTheClock(calendar, at)) at += MINUTE
    return at
  }
  const started = clockOf(zone, at)
  for (let day = dayOf(zone, at), left = amount; left > 0;) {
    at += MINUTE
    if (dayOf(zone, at) === day || !openByTheClock(calendar, at)) continue
    day = dayOf(zone, at)
    left--
  }
  while (clockOf(zone, at) < started && openByTheClock(calendar, at)) at += MINUTE
  while (!openByTheClock(calendar, at)) at += MINUTE
  return at
}
