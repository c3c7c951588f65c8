/** Zooming, fitting and travelling are plain calculations. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fit, reveal, zoomAt } from '../../../designer/drawing/view.ts'
import { wrap } from '../../../designer/drawing/wrap.ts'
import { runs } from '../../property.ts'

const size = fc.record({ width: fc.integer({ min: 50, max: 4000 }), height: fc.integer({ min: 50, max: 4000 }) })

describe('the view', () => {
  it('keeps the point under the pointer where it is', () => {
    const property = fc.property(
      fc.integer(),
      fc.integer(),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      (x, y, factor) => {
        const view = { x: 30, y: 40, scale: 1 }
        const point = { x: x % 1000, y: y % 1000 }
        const next = zoomAt(view, factor, point)
        expect((point.x - next.x) / next.scale).toBeCloseTo((point.x - view.x) / view.scale, 6)
        expect((point.y - next.y) / next.scale).toBeCloseTo((point.y - view.y) / view.scale, 6)
      },
    )
    fc.assert(property, { numRuns: runs(100) })
  })

  it('fits everything that can be fitted', () => {
    const property = fc.property(size, size, (content, frame) => {
      const { x, y, scale } = fit(content, { width: frame.width + 100, height: frame.height + 100 })
      expect(scale).toBeLessThanOrEqual(1)
      if (scale > 0.2) {
        expect(x + content.width * scale).toBeLessThanOrEqual(frame.width + 100 - 19)
        expect(y + content.height * scale).toBeLessThanOrEqual(frame.height + 100 - 19)
      }
    })
    fc.assert(property, { numRuns: runs(100) })
  })

  it('moves only when the box is out of sight', () => {
    const view = { x: 0, y: 0, scale: 1 }
    const frame = { width: 400, height: 300 }
    expect(reveal(view, { x: 100, y: 100, width: 50, height: 50 }, frame)).toBe(view)
    expect(reveal(view, { x: 500, y: 100, width: 50, height: 50 }, frame)).toEqual({ x: -174, y: 0, scale: 1 })
  })
})

describe('wrap', () => {
  const measure = (words: string): number => words.length
  it.each([
    ['een twee drie', 8, 3, ['een twee', 'drie']],
    ['een twee drie vier', 4, 2, ['een', 'twee …']],
    ['', 8, 3, []],
    ['bloeddrukmonitoring', 5, 2, ['bloeddrukmonitoring']],
  ])('“%s” on %d', (words, width, most, lines) => {
    expect(wrap(words, width, most, measure)).toEqual(lines)
  })
})
