import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDuration, addToDay, durationText, parseDuration } from '../../runtime/interpreter/time/duration.ts'
import {
  atClock,
  atLocal,
  clockOf,
  dayFromText,
  dayOf,
  dayText,
  instantFromText,
  localText,
  minuteOf,
  weekday,
} from '../../runtime/interpreter/time/zone.ts'
import { runs } from '../property.ts'
import { ZONE } from './patient.ts'

type Row = {
  localDate: string
  localTime?: string
  kind: string
  utcEarlier: string
  utcLater: string
  dayStartUtc?: string
  dayEndUtc?: string
}
const rows = readFileSync(new URL('../data/amsterdam-dst-schedule.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

describe('local time around the clock changes of 2024 to 2026', () => {
  const timed = rows.filter((row) => row.localTime !== undefined)

  it('agrees with two libraries on every time that exists, the first of two in the doubled hour', () => {
    const existing = timed.filter(({ kind }) => kind !== 'gap')
    const found = existing.map(({ localDate, localTime }) =>
      new Date(atLocal(ZONE, dayFromText(localDate), minutes(localTime!))).toISOString(),
    )
    expect(found).toEqual(existing.map(({ utcEarlier }) => new Date(utcEarlier).toISOString()))
    expect(existing.length).toBeGreaterThan(400)
  })

  it('moves a time inside the gap to the end of the gap', () => {
    const gaps = timed.filter(({ kind }) => kind === 'gap')
    expect(gaps.length).toBeGreaterThan(0)
    for (const { localDate, localTime } of gaps) {
      expect(localText(ZONE, atLocal(ZONE, dayFromText(localDate), minutes(localTime!)))).toBe(
        `${localDate}T03:00:00+02:00`,
      )
    }
  })

  it('knows where each day begins and ends', () => {
    for (const { localDate, dayStartUtc, dayEndUtc } of rows.filter((row) => row.dayStartUtc)) {
      const day = dayFromText(localDate)
      expect([atLocal(ZONE, day, 0), atLocal(ZONE, day, 1440)]).toEqual([
        Date.parse(dayStartUtc!),
        Date.parse(dayEndUtc!),
      ])
    }
  })

  it('finds the local day, minute and weekday back', () => {
    const at = instantFromText(ZONE, '2026-10-25T02:30:00+01:00')!
    expect([dayText(dayOf(ZONE, at)), minuteOf(ZONE, at), weekday(dayOf(ZONE, at))]).toEqual(['2026-10-25', 150, 'sun'])
    expect(localText(ZONE, at)).toBe('2026-10-25T02:30:00+01:00')
  })

  it.each(['2026-02-30', '2026-01-01T25:00', '2026-01-01T10:61', 'gisteren', '', '2026-1-1', '2026-01-01T10:00:99'])(
    'says that %j is no moment',
    (text) => {
      expect(instantFromText(ZONE, text)).toBeNull()
    },
  )

  it.each([
    ['2026-03-29', '2026-03-29T12:00:00+02:00'],
    ['2026-01-05T08:30', '2026-01-05T08:30:00+01:00'],
    ['2026-01-05 08:30:15', '2026-01-05T08:30:15+01:00'],
    ['2026-01-05T08:30:00Z', '2026-01-05T09:30:00+01:00'],
    ['2026-01-05T08:30:00.250+03:00', '2026-01-05T06:30:00.25+01:00'],
  ])('reads %s as %s', (text, expected) => {
    expect(localText(ZONE, instantFromText(ZONE, text)!)).toBe(expected)
  })
})

describe('durations', () => {
  const from = (text: string): number => instantFromText(ZONE, text)!

  it.each([
    ['2026-03-28T08:00', '1 day', '2026-03-29T08:00:00+02:00'],
    ['2026-03-28T08:00', '24 hours', '2026-03-29T09:00:00+02:00'],
    ['2026-10-24T08:00', '1 day', '2026-10-25T08:00:00+01:00'],
    ['2026-10-24T08:00', '24 hours', '2026-10-25T07:00:00+01:00'],
    ['2026-01-31T08:00', '1 month', '2026-02-28T08:00:00+01:00'],
    ['2026-03-22T02:30', '1 week', '2026-03-29T03:00:00+02:00'],
    ['2026-03-29T01:50', '15 minutes', '2026-03-29T03:05:00+02:00'],
  ])('%s and %s is %s', (start, duration, expected) => {
    expect(localText(ZONE, addDuration(ZONE, from(start), parseDuration(duration)))).toBe(expected)
  })

  it.each(['', '0 days', '1.5 hours', '7', 'days', '-1 day', '1 year', '100000 days', '1  day'])(
    'refuses %j',
    (text) => {
      expect(() => parseDuration(text)).toThrow(RangeError)
    },
  )

  it('reads as people say it', () => {
    expect([
      durationText(parseDuration('1 day'), 'nl'),
      durationText(parseDuration('4 weeks'), 'nl'),
      durationText(parseDuration('15 minutes'), 'en'),
    ]).toEqual(['1 dag', '4 weken', '15 minutes'])
  })
})

it('days that are added go the short way only where the clock does not change: the local day and clock come out the same', () => {
  const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) })
  const nearChange = fc
    .tuple(
      fc.constantFrom('2026-03-29T01:00', '2026-10-25T01:00'),
      fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 }),
    )
    .map(([change, away]) => Date.parse(`${change}Z`) + away)
  const durations = fc.record({
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('day' as const, 'week' as const),
  })
  const zones = fc.constantFrom('Europe/Amsterdam', 'America/Curacao', 'UTC')
  fc.assert(
    fc.property(
      fc.oneof(instants, nearChange),
      durations,
      fc.constantFrom(1 as const, -1 as const),
      zones,
      (from, duration, sign, zone) => {
        const there = atClock(zone, addToDay(dayOf(zone, from), duration, sign), clockOf(zone, from))
        expect(addDuration(zone, from, duration, sign)).toBe(there)
      },
    ),
    { numRuns: runs(500) },
  )
})
