/** What a schedule can deliver, held against the schedule as it really runs. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  mostReadings,
  mostWindows,
  shortestGap,
  weekdays,
} from '../../../runtime/interpreter/rules/reasoning/delivery.ts'
import { beginSchedule, compileSchedule, windowsAfter } from '../../../runtime/interpreter/time/schedule.ts'
import { atLocal, DAY, dayFromText, HOUR } from '../../../runtime/interpreter/time/zone.ts'
import type { Schedule } from '../../../schemas/index.ts'
import { runs } from '../../property.ts'

const zone = 'UTC' // days of 24 hours, as the rule counts
const start = atLocal(zone, dayFromText('2026-01-05'), 0)

type Span = { opens: number; closes: number }

/** The windows of the first year of a schedule that begins on this day; of weekdays it may begin on each of them. */
function windowsFrom(schedule: Schedule, begin: number): Span[] {
  const compiled = compileSchedule('x', schedule)
  const progress = beginSchedule(compiled, zone, begin)
  const windows: Span[] = []
  for (const window of windowsAfter(compiled, progress, zone, -Infinity)) {
    if (window.opens > begin + 366 * DAY) break
    windows.push(window)
  }
  return windows
}

const begins = ({ days }: Schedule): number[] => (days ? weekdays.map((_, day) => start + day * DAY) : [start])

/** The most windows together in any stretch, by trying each window of the first year as the last one. */
const together = (windows: Span[], fits: (one: Span, last: Span) => boolean): number =>
  Math.max(0, ...windows.map((last) => windows.filter((one) => one.opens <= last.opens && fits(one, last)).length))

/** The most readings in any stretch of `days`. */
function byTrying(schedule: Schedule, days: number): number {
  const discarded = Number(schedule.discard?.first.split(' ')[0] ?? 0)
  const most = begins(schedule).map((begin) => {
    const [first] = windowsFrom(schedule, begin)
    const kept = first ? Math.floor(first.opens / DAY) * DAY + discarded * DAY : 0
    const windows = windowsFrom(schedule, begin).filter(({ opens }) => opens >= kept)
    return together(windows, (one, last) => one.closes > last.opens - days * DAY)
  })
  return Math.max(...most) * (schedule.readings ?? 1)
}

/** The most windows that closed in any stretch of `days`. */
const closedByTrying = (schedule: Schedule, days: number): number =>
  Math.max(
    ...begins(schedule).map((begin) =>
      together(windowsFrom(schedule, begin), (one, last) => one.closes > last.closes - days * DAY),
    ),
  )

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
    on: fc.option(fc.subarray([...weekdays], { minLength: 1 })),
  })
  fc.assert(
    fc.property(
      schedule,
      fc.integer({ min: 1, max: 40 }),
      ({ every, windows: hours, readings, lasts, first, on }, days) => {
        const made: Schedule = {
          measure: ['x'],
          every: on ? '1 day' : `${every} days`,
          ...(on ? { days: on } : {}),
          windows: hours,
          readings,
          ...(lasts ? { for: `${lasts} days` } : {}),
          ...(first ? { discard: { first: `${first} days` } } : {}),
        }
        expect(mostReadings(made, `${days} days`)).toBe(byTrying(made, days))
        expect(mostWindows(made, `${days} days`)).toBe(closedByTrying(made, days))
      },
    ),
    { numRuns: runs(60) },
  )
})

it('counts all windows of a schedule that ends, and none of one that does not', () => {
  const schedule: Schedule = { measure: ['x'], every: '1 day', windows: ['06:00-10:00', '18:00-22:00'], for: '7 days' }
  expect(mostWindows(schedule, undefined)).toBe(14)
  expect(mostWindows({ ...schedule, for: undefined } as unknown as Schedule, undefined)).toBeNull()
})

it.each<[string, Partial<Schedule>, number]>([
  ['a night', { windows: ['06:00-10:00', '18:00-22:00'] }, 8],
  ['a day', { windows: ['06:00-10:00'] }, 20],
  ['almost a week', { windows: ['06:00-10:00'], every: '1 week' }, 164],
  ['nothing: two in one window', { windows: ['06:00-10:00'], readings: 2 }, 0],
])('the shortest time between two readings: %s', (_what, parts, hours) => {
  expect(shortestGap({ measure: ['x'], every: '1 day', windows: [], ...parts })).toBe(hours * HOUR)
})
