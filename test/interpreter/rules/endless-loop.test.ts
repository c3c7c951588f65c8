/** A round that the rule finds is one that the interpreter cannot come to rest in, and the other way round. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compile } from '../../../runtime/interpreter/compile.ts'
import { examine } from '../../../runtime/interpreter/examine.ts'
import { runs } from '../../property.ts'
import { Patient } from '../patient.ts'
import { merged } from './cases.ts'

type Guard = { comparator: 'above' | 'below'; limit: number }
const guard: fc.Arbitrary<Guard> = fc.record({
  comparator: fc.constantFrom('above', 'below'),
  limit: fc.integer({ min: 100, max: 130 }),
})

const written = ({ comparator, limit }: Guard, to: string): string =>
  `{ if: { measurement: systolic, ${comparator}: ${limit} }, to: ${to} }`

const pathwayWith = ([there, further, back, self]: readonly [Guard, Guard, Guard, Guard]): string =>
  merged(`states:
  measuring: { title: { nl: Meten }, schedules: [ week ], transitions: [ ${written(there, 'resting')}, { completed: week, to: ended } ] }
  resting: { title: { nl: Rusten }, schedules: [ week ], transitions: [ ${written(further, 'waiting')}, ${written(self, 'resting')} ] }
  waiting: { title: { nl: Wachten }, schedules: [ week ], transitions: [ ${written(back, 'measuring')} ] }
  ended: { exit: finished }
`)

/** Whether some value of the range keeps the pathway going. */
function neverRests(text: string): boolean {
  const pathway = compile(examine(text).document!)
  return Array.from({ length: 35 }, (_, index) => 98 + index).some((systolic) => {
    const patient = new Patient(pathway, '2026-03-02T05:00')
    try {
      patient.send('2026-03-02T07:00', { systolic })
      return false
    } catch {
      return true
    }
  })
}

it('finds the rounds that really go on, and no others', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(fc.tuple(guard, guard, guard, guard), (guards) => {
      const text = pathwayWith(guards)
      const found = examine(text).problems.some(({ code }) => code === 'endless-loop')
      expect(found).toBe(neverRests(text))
    }),
    { numRuns: runs(40) },
  )
})
