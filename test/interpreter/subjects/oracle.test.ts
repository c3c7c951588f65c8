import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../../../runtime/interpreter/enrolment.ts'
import type { Condition } from '../../../schemas/index.ts'
import { runs } from '../../property.ts'
import { pathwayOf } from '../patient.ts'
import { guard, HOUR, reading, recordOf, T, truth } from './readings.ts'

const pathway = pathwayOf({ measurements: { weight: { unit: 'kg', precision: 0.1, stale: '90 days' } } })

/** Tenths, so that the oracle counts in whole numbers; hours before and after T; some left out of averages. */
const readings: fc.Arbitrary<{ tenths: number; hours: number; leftOut: boolean }[]> = fc.array(
  fc.record({
    tenths: fc.integer({ min: -50, max: 50 }),
    hours: fc.integer({ min: -100, max: 4 }),
    leftOut: fc.boolean(),
  }),
  { maxLength: 12 },
)
const limits = fc.integer({ min: -60, max: 60 })

type Sent = { tenths: number; hours: number; leftOut: boolean }

const kept = (all: Sent[]): Reading[] =>
  all.map(({ tenths, hours, leftOut }) => reading(tenths / 10, hours, leftOut ? { marks: ['discarded'] } : {}))

/** What counts in the 72 hours up to T. */
const inWindow = (all: Sent[]): Sent[] => all.filter((one) => one.hours > -72 && one.hours <= 0 && !one.leftOut)

/**
 * Tries a subject at a limit in every direction. The oracle gives the value in tenths as a fraction `top / bottom`, or null
 * where it is unknown.
 */
function holdsTo(about: Condition, oracle: (all: Sent[]) => { top: number; bottom: number } | null): void {
  fc.assert(
    fc.property(readings, limits, (all, limit) => {
      const situation = guard(recordOf(pathway, kept(all)))
      const expected = oracle(all)
      const difference = expected && expected.top - limit * expected.bottom
      const is = (comparison: Condition) => truth(pathway, { ...about, ...comparison }, situation)
      expect(is({ above: limit / 10 })).toBe(difference === null ? null : difference > 0)
      expect(is({ atLeast: limit / 10 })).toBe(difference === null ? null : difference >= 0)
      expect(is({ below: limit / 10 })).toBe(difference === null ? null : difference < 0)
      expect(is({ atMost: limit / 10 })).toBe(difference === null ? null : difference <= 0)
      expect(is({ is: limit / 10 })).toBe(difference === null ? null : difference === 0)
      expect(is({ between: { from: limit / 10, to: limit / 10 } })).toBe(difference === null ? null : difference === 0)
    }),
    { numRuns: runs(200) },
  )
}

const values = (all: Sent[]): number[] => all.map(({ tenths }) => tenths).toSorted((one, other) => one - other)
const whole = (top: number | undefined) => (top === undefined ? null : { top, bottom: 1 })

/** The newest that counts, of several at once the one that went furthest; and those before it, from 72 hours ago. */
function changeOf(all: Sent[], direction: 1 | -1): number | undefined {
  const counting = all.filter((one) => one.hours <= 0 && !one.leftOut)
  if (counting.length === 0) return undefined
  const last = Math.max(...counting.map(({ hours }) => hours))
  const newest = counting.filter(({ hours }) => hours === last).map(({ tenths }) => tenths * direction)
  const before = counting.filter(({ hours }) => hours >= -72 && hours < last).map(({ tenths }) => tenths * direction)
  return before.length === 0 ? undefined : Math.max(...newest) - Math.min(...before)
}

describe('against an oracle that counts by hand, at the very limit', () => {
  it('mean', () => {
    holdsTo({ mean: 'weight', over: '3 days' }, (all) => {
      const window = values(inWindow(all))
      return window.length === 0 ? null : { top: window.reduce((sum, one) => sum + one, 0), bottom: window.length }
    })
  })

  it('median, with at least three readings', () => {
    holdsTo({ median: 'weight', over: '3 days', readings: 3 }, (all) => {
      const window = values(inWindow(all))
      if (window.length < 3) return null
      const half = window.length / 2
      return { top: window[Math.ceil(half) - 1]! + window[Math.floor(half)]!, bottom: 2 }
    })
  })

  it('min and max', () => {
    holdsTo({ min: 'weight', over: '72 hours' }, (all) => whole(values(inWindow(all))[0]))
    holdsTo({ max: 'weight', over: '72 hours' }, (all) => whole(values(inWindow(all)).at(-1)))
  })

  it('rise and fall', () => {
    holdsTo({ rise: 'weight', over: '3 days' }, (all) => whole(changeOf(all, 1)))
    holdsTo({ fall: 'weight', over: '3 days' }, (all) => whole(changeOf(all, -1)))
  })

  it('slope: the change per day of the line with the least squares', () => {
    holdsTo({ slope: 'weight', over: '3 days' }, (all) => {
      const window = inWindow(all)
      const sum = (part: (one: Sent) => number): number => window.reduce((total, one) => total + part(one), 0)
      const [x, y] = [sum(({ hours }) => hours), sum(({ tenths }) => tenths)]
      const xy = sum(({ hours, tenths }) => hours * tenths)
      const spread = window.length * sum(({ hours }) => hours * hours) - x * x
      return window.length < 2 || spread === 0 ? null : { top: 24 * (window.length * xy - x * y), bottom: spread }
    })
  })

  it('deviation from a baseline that moves along, in kilograms and in percent', () => {
    const moving = pathwayOf({
      measurements: { weight: { unit: 'kg', precision: 0.1, stale: '90 days' } },
      baselines: { usual: { of: 'weight', statistic: 'mean', over: '72 hours', readings: 2 } },
    })
    const usualOf = (all: Sent[]) => {
      const last = Math.max(...all.map(({ hours }) => hours))
      const before = all.filter(({ hours, leftOut }) => hours >= last - 72 && hours < last && !leftOut)
      return { newest: all.findLast(({ hours }) => hours === last)!, before }
    }
    const sent = fc.uniqueArray(
      fc.record({
        tenths: fc.integer({ min: 500, max: 700 }),
        hours: fc.integer({ min: -90, max: 0 }),
        leftOut: fc.boolean(),
      }),
      { minLength: 1, maxLength: 10, selector: ({ hours }) => hours },
    )
    fc.assert(
      fc.property(sent, fc.integer({ min: -150, max: 150 }), (all, limit) => {
        const { newest, before } = usualOf(all)
        const situation = guard(recordOf(moving, kept(all)))
        const sum = before.reduce((total, { tenths }) => total + tenths, 0)
        const atLeast = (percent: boolean) =>
          truth(moving, { deviation: 'weight', from: 'usual', percent, atLeast: limit / 10 }, situation)
        const known = before.length >= 2
        expect(atLeast(false)).toBe(known ? newest.tenths * before.length - sum >= limit * before.length : null)
        expect(atLeast(true)).toBe(known ? 1000 * (newest.tenths * before.length - sum) >= limit * sum : null)
      }),
      { numRuns: runs(300) },
    )
  })

  it('count of the last readings, and over a period, each rounded to its precision', () => {
    const hundredths = fc.array(
      fc.record({
        value: fc.integer({ min: 690, max: 710 }),
        hours: fc.integer({ min: -100, max: 4 }),
        leftOut: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(hundredths, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 }), (all, most, limit) => {
        const sorted = all.toSorted((one, other) => one.hours - other.hours)
        const list = sorted.map((one) =>
          reading(one.value / 100, one.hours, one.leftOut ? { marks: ['discarded'] } : {}),
        )
        const situation = guard(recordOf(pathway, list))
        const high = ({ value }: { value: number }): boolean => Math.round(value / 10) >= 70
        const past = sorted.filter(({ hours, leftOut }) => hours <= 0 && !leftOut)
        const tried: [Condition, typeof sorted][] = [
          [{ last: `${most} readings` }, past.slice(-most)],
          [{ over: '3 days' }, past.filter(({ hours }) => hours > -72)],
        ]
        for (const [how, looked] of tried)
          expect(truth(pathway, { count: 'weight', where: { atLeast: 7 }, ...how, atLeast: limit }, situation)).toBe(
            looked.length === 0 ? null : looked.filter(high).length >= limit,
          )
      }),
      { numRuns: runs(300) },
    )
  })

  it('since: hours since the newest reading, to the millisecond', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 * HOUR }), { maxLength: 5 }),
        fc.integer({ min: 0, max: 50 }),
        (ages, tenths) => {
          const list = ages.map((age) => ({ ...reading(1, 0), at: T - age }))
          const situation = guard(recordOf(pathway, list))
          const youngest = Math.min(...ages)
          const expected = ages.length === 0 ? null : youngest * 10 > tenths * HOUR
          expect(truth(pathway, { since: 'weight', above: tenths / 10 }, situation)).toBe(expected)
          const least = ages.length === 0 ? null : youngest * 10 >= tenths * HOUR
          expect(truth(pathway, { since: 'weight', atLeast: tenths / 10 }, situation)).toBe(least)
        },
      ),
      { numRuns: runs(300) },
    )
  })
})

it('a reading of something else never changes an answer', () => {
  const both = pathwayOf({ measurements: { weight: { stale: '90 days' }, pulse: {} } })
  const abouts: Condition[] = [
    { median: 'weight', over: '3 days' },
    { rise: 'weight', over: '3 days' },
    { slope: 'weight', over: '3 days' },
    { count: 'weight', where: { above: 0 }, last: '3 readings' },
    { since: 'weight' },
  ]
  fc.assert(
    fc.property(readings, readings, limits, fc.constantFrom(...abouts), (all, others, limit, about) => {
      const [own, foreign] = [kept(all), kept(others).map((one) => ({ ...one, measurement: 'pulse' }))]
      const condition = { ...about, above: limit / 10 }
      expect(truth(both, condition, guard(recordOf(both, [...own, ...foreign])))).toBe(
        truth(both, condition, guard(recordOf(both, own))),
      )
    }),
    { numRuns: runs(100) },
  )
})
