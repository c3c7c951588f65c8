/** What a schedule can deliver, held against the schedule as it really runs. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mostReadings } from '../../../runtime/interpreter/rules/reasoning/delivery.ts'
import { beginSchedule, compileSchedule, windowsAfter } from '../../../runtime/interpreter/time/schedule.ts'
import { atLocal, DAY, dayFromText } from '../../../runtime/interpreter/time/zone.ts'
import type { Schedule } from '../../../schemas/index.ts'
import { runs } from '../../property.ts'

const zone = 'UTC' // days of 24 hours, as the rule counts
const start = atLocal(zone, dayFromText('2026-01-05'), 0)

/** The most readings in any stretch of `days`, by trying each window of the first year as the last one. */
function byTrying(schedule: Schedule, days: number): number {
  const compiled = compileSchedule('x', schedule)
  const progress = beginSchedule(compiled, zone, start)
  const discarded = Number(schedule.discard?.first.split(' ')[0] ?? 0)
  const windows: { opens: number; closes: number }[] = []
  for (const window of windowsAfter(compiled, progress, zone, -Infinity)) {
    if (window.opens > start + 366 * DAY) break
    if (window.opens >= start + discarded * DAY) windows.push(window)
  }
  const inStretch = windows.map(
    (last) => windows.filter(({ opens, closes }) => opens <= last.opens && closes > last.opens - days * DAY).length,
  )
  return Math.max(0, ...inStretch) * (schedule.readings ?? 1)
}

it.each<[string, Schedule, string, number]>([
  [
    'a week without its first day',
    {
      measure: ['x'],
      every: '1 day',
      windows: ['06:00-10:00', '18:00-22:00'],
      readings: 2,
      for: '7 days',
      discard: { first: '1 day' },
    },
    '7 days',
    24,
  ],
  [
    'one day in four weeks',
    { measure: ['x'], every: '4 weeks', windows: ['06:00-10:00', '18:00-22:00'], readings: 2 },
    '7 days',
    4,
  ],
  [
    'twelve weeks of those, and a window',
    { measure: ['x'], every: '4 weeks', windows: ['06:00-10:00', '18:00-22:00'], readings: 2 },
    '12 weeks',
    14,
  ],
  [
    'half a day',
    { measure: ['x'], every: '1 day', windows: ['06:00-10:00', '18:00-22:00'], readings: 2 },
    '12 hours',
    4,
  ],
  [
    'a quarter of an hour',
    { measure: ['x'], every: '1 day', windows: ['06:00-10:00', '18:00-22:00'], readings: 2 },
    '15 minutes',
    2,
  ],
])('%s', (_what, schedule, over, most) => {
  expect(mostReadings(schedule, over)).toBe(most)
})

it('agrees with the schedule as it runs', { timeout: 300_000 }, () => {
  const hour = fc.integer({ min: 0, max: 22 })
  const clock = (hours: number): string => `${String(hours).padStart(2, '0')}:00`
  const windows = fc
    .uniqueArray(hour, { minLength: 1, maxLength: 4 })
    .map((hours) => hours.map((at) => `${clock(at)}-${clock(at + 1)}`))
  const schedule = fc.record({
    every: fc.integer({ min: 1, max: 9 }),
    windows,
    readings: fc.integer({ min: 1, max: 3 }),
    lasts: fc.option(fc.integer({ min: 2, max: 30 })),
    first: fc.option(fc.integer({ min: 1, max: 3 })),
  })
  fc.assert(
    fc.property(
      schedule,
      fc.integer({ min: 1, max: 40 }),
      ({ every, windows: hours, readings, lasts, first }, days) => {
        const made: Schedule = {
          measure: ['x'],
          every: `${every} days`,
          windows: hours,
          readings,
          ...(lasts ? { for: `${lasts} days` } : {}),
          ...(first ? { discard: { first: `${first} days` } } : {}),
        }
        expect(mostReadings(made, `${days} days`)).toBe(byTrying(made, days))
      },
    ),
    { numRuns: runs(60) },
  )
})
