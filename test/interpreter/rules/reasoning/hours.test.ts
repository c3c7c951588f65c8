/** The hours in which somebody is there, held against a look at every quarter of an hour. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  bothThere,
  either,
  longestOf,
  outside,
  type Hours,
} from '../../../../runtime/interpreter/rules/reasoning/hours.ts'
import { runs } from '../../../property.ts'

const whole = { from: 0, to: 100 }
const hours: fc.Arbitrary<Hours> = fc
  .uniqueArray(fc.integer({ min: whole.from, max: whole.to }), { maxLength: 12 })
  .map((edges) => edges.toSorted((one, other) => one - other))
  .map((edges) =>
    edges.flatMap((from, index) =>
      index % 2 === 0 && edges[index + 1] !== undefined ? [{ from, to: edges[index + 1]! }] : [],
    ),
  )

const there = (some: Hours, at: number): boolean => some.some(({ from, to }) => from <= at && at < to)

it('together, apart and outside are what each moment says', () => {
  fc.assert(
    fc.property(hours, hours, (one, other) => {
      const [any, both, none] = [either(one, other), bothThere(one, other), outside(either(one, other), whole)]
      for (let at = whole.from; at < whole.to; at++) {
        expect(there(any, at)).toBe(there(one, at) || there(other, at))
        expect(there(both, at)).toBe(there(one, at) && there(other, at))
        expect(there(none, at)).toBe(!there(any, at))
      }
    }),
    { numRuns: runs(200) },
  )
})

it('the longest is the first of those that last longest', () => {
  expect(
    longestOf([
      { from: 0, to: 2 },
      { from: 5, to: 9 },
      { from: 10, to: 14 },
    ]),
  ).toEqual({ from: 5, to: 9 })
  expect(longestOf([])).toBeNull()
})
