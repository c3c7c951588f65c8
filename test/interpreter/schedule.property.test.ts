/** Schedules: what is found quickly is what going through all windows finds. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  beginSchedule,
  compileSchedule,
  completionOf,
  nextScheduleInstant,
  windowsAfter,
  windowsBetween,
  type PlannedWindow,
} from '../../runtime/interpreter/time/schedule.ts'
import { atLocal, DAY, dayFromText, dayText, HOUR, MINUTE, weekday } from '../../runtime/interpreter/time/zone.ts'
import type { Schedule } from '../../schemas/index.ts'
import { runs } from '../property.ts'

const zone = 'Europe/Amsterdam'
/** A spring and an autumn, both with their clock change. */
const begin = fc
  .constantFrom('2026-03-20', '2026-10-17')
  .chain((day) => fc.nat(14 * 24 * 60).map((minutes) => atLocal(zone, dayFromText(day), 0) + minutes * MINUTE))
const days = fc.option(fc.subarray(['mon', 'tue', 'sat', 'sun'] as const, { minLength: 1 }), { nil: undefined })
const schedule: fc.Arbitrary<Schedule> = fc
  .record({
    every: fc.constantFrom('1 day', '1 day', '2 days', '1 week', '4 weeks', '1 month'),
    windows: fc.subarray(['02:10-02:50', '06:00-10:00', '18:00-22:00', '22:30-01:30'], { minLength: 1 }),
    for: fc.constantFrom(undefined, '1 day', '7 days', '3 months'),
    remind: fc.constantFrom(undefined, '1 hour', '5 hours'),
    missedAfter: fc.constantFrom(undefined, '2 hours', '2 days'),
    days,
  })
  .map(
    (parts) =>
      ({
        ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)),
        measure: ['x'],
      }) as Schedule,
  )

/** Every window of the first sixteen months. */
function all(written: Schedule, now: number): PlannedWindow[] {
  const compiled = compileSchedule('x', written)
  const windows: PlannedWindow[] = []
  for (const window of windowsAfter(compiled, beginSchedule(compiled, zone, now), zone, -Infinity)) {
    if (window.opens > now + 500 * DAY) break
    windows.push(window)
  }
  return windows
}

it('the windows between two instants are those of all that open in time and are not over', () => {
  fc.assert(
    fc.property(schedule, begin, fc.nat(90 * 24), fc.nat(20 * 24), (written, now, hours, more) => {
      const compiled = compileSchedule('x', written)
      const progress = beginSchedule(compiled, zone, now)
      const [after, until] = [now + hours * HOUR, now + (hours + more) * HOUR]
      const expected = all(written, now).filter(({ opens, over }) => over > after && opens <= until)
      expect(windowsBetween(compiled, progress, zone, after, until)).toEqual(expected)
    }),
    { numRuns: runs(60) },
  )
})

it('the next instant is the earliest reminder or end of all', () => {
  fc.assert(
    fc.property(schedule, begin, fc.nat(60 * 24), (written, now, hours) => {
      const compiled = compileSchedule('x', written)
      const after = now + hours * HOUR
      const instants = all(written, now)
        .filter(({ over }) => over > after)
        .flatMap(({ over, remindAt = over }) => [over, remindAt].filter((instant) => instant > after))
      const expected = instants.length === 0 ? null : Math.min(...instants)
      expect(nextScheduleInstant(compiled, beginSchedule(compiled, zone, now), zone, after)).toBe(expected)
    }),
    { numRuns: runs(60) },
  )
})

it('a schedule with an end is completed when its last window is over', () => {
  fc.assert(
    fc.property(schedule, begin, (written, now) => {
      const compiled = compileSchedule('x', written)
      const found = completionOf(compiled, beginSchedule(compiled, zone, now), zone)
      const expected = written.for ? Math.max(...all(written, now).map(({ over }) => over)) : Infinity
      expect(found).toBe(expected)
    }),
    { numRuns: runs(60) },
  )
})

it('with days of the week only those have windows, and day 1 is one of them', () => {
  const compiled = compileSchedule('x', {
    measure: ['x'],
    every: '1 day',
    windows: ['08:00-10:00'],
    days: ['mon', 'thu'],
    for: '14 days',
  })
  const wednesday = atLocal(zone, dayFromText('2026-03-25'), 12 * 60)
  const progress = beginSchedule(compiled, zone, wednesday)
  expect(progress.firstDay).toBe('2026-03-26')
  const opened = [...windowsAfter(compiled, progress, zone, -Infinity)].map(({ opens }) => Math.floor(opens / DAY))
  expect(opened.map((day) => `${weekday(day)} ${dayText(day)}`)).toEqual([
    'thu 2026-03-26',
    'mon 2026-03-30',
    'thu 2026-04-02',
    'mon 2026-04-06',
  ])
})

it('days that never come round are not looked for until the end of time', () => {
  const written: Schedule = { measure: ['x'], every: '1 week', windows: ['08:00-10:00'], days: ['mon'] }
  const progress = { entered: 0, firstDay: '2026-03-25', completed: false, closed: [] }
  expect(nextScheduleInstant(compileSchedule('x', written), progress, zone, Date.UTC(2026, 3, 1))).toBeNull()
})
