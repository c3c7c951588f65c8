/** The places in a plot: everything fits, higher is higher, later is further, and the lines are round. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scaleOf } from '../../../designer/monitoring/plot-scale.ts'
import { runs } from '../../property.ts'

const frame = { width: 700, height: 220, left: 40, right: 10, top: 10, bottom: 20 }
const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 1e9 }), fc.double({ min: 0, max: 300, noNaN: true })), {
  minLength: 1,
})

describe('the scale of a plot', () => {
  it('puts every reading inside the frame', () => {
    fc.assert(
      fc.property(points, (readings) => {
        const scale = scaleOf(
          readings.map(([at]) => at),
          readings.map(([, value]) => value),
          frame,
        )
        for (const [at, value] of readings) {
          expect(scale.x(at)).toBeGreaterThanOrEqual(frame.left)
          expect(scale.x(at)).toBeLessThanOrEqual(frame.width - frame.right)
          expect(scale.y(value)).toBeGreaterThanOrEqual(frame.top - 1e-6)
          expect(scale.y(value)).toBeLessThanOrEqual(frame.height - frame.bottom + 1e-6)
        }
      }),
      { numRuns: runs(100) },
    )
  })

  it('draws a blood pressure between round lines', () => {
    expect(scaleOf([0, 1], [128, 176, 79], frame).lines).toEqual([50, 100, 150, 200])
  })

  it('puts a single reading in the middle, without dividing by nothing', () => {
    expect(scaleOf([5], [120], frame).x(5)).toBe(365)
  })
})
