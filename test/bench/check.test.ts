import { expect, it } from 'vitest'
import { costOf, costPerRule, largestPathway } from './check.ts'

it('checking the largest pathway costs about as much as reading it, never many times more', () => {
  const { parse, check, ratio } = costOf(largestPathway(), 10)
  expect(parse).toBeGreaterThan(0)
  expect(check).toBeGreaterThan(0)
  // The bound is 10; a busy machine may double either. Only a rule that walks the pathway again and again comes here.
  expect(ratio).toBeLessThan(25)
})

it('no rule takes more than a tenth of a second by itself', () => {
  const [slowest] = costPerRule(largestPathway(), 5)
  expect(slowest?.[1]).toBeLessThan(100)
})
