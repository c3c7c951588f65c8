/** What is forgotten is never missed: with all that ever was a pathway decides as it does with what it keeps. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pathway } from '../../runtime/interpreter/pathway.ts'
import { runs } from '../property.ts'
import { pathwayOf } from './patient.ts'
import { anyLife, anyParts, live } from './any-pathway.ts'

/** The same pathway, forgetting nothing. */
function remembering(pathway: Pathway): Pathway {
  const kept = new Map([...pathway.kept.keys()].map((name) => [name, { keep: Infinity, keepNewest: 0 }]))
  const schedules = new Map(
    [...pathway.schedules].map(([id, one]) => [id, { ...one, keep: Infinity, keepInARow: Infinity }]),
  )
  return { ...pathway, kept, schedules, keepAlerts: Infinity, keepPauses: Infinity }
}

describe('what is forgotten', () => {
  it('is never missed: by any rule, in any life', () => {
    fc.assert(
      fc.property(anyParts, anyLife, (parts, life) => {
        const pathway = pathwayOf(parts)
        expect(live(pathway, life)).toEqual(live(remembering(pathway), life))
      }),
      { numRuns: runs(300) },
    )
  })
})
