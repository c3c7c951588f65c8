/** The stories beside each pathway hold, and those written by hand reach every part of it. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../runtime/interpreter/compile.ts'
import { CoverageWitness } from '../../runtime/simulation/coverage.ts'
import { playStories } from '../../runtime/simulation/stories/play.ts'
import { openSubject } from './mutation/subject.ts'
import { pathwayFiles } from './library.ts'

const folder = join(import.meta.dirname, '../../pathways')

/** What hand-written stories must reach, as a share; of conditions, true and false together. */
const REQUIRED = { conditions: 0.95 } as Record<string, number>

describe.each(pathwayFiles)('the stories of %s', (file) => {
  const { document, stories, place, first, others } = openSubject(join(folder, file))
  const pathway = compile(document)
  const witness = new CoverageWitness(pathway)
  const results = playStories(pathway, { stories, place, first }, witness, others)

  it('all hold', () => {
    expect(results.flatMap(({ failures }) => failures)).toEqual([])
    expect(results.filter(({ generated }) => !generated).length).toBeGreaterThanOrEqual(12)
  })

  it.each(Object.entries(witness.coverage))('reach all %s', (kind, { hit, total, missed }) => {
    if (hit < total * (REQUIRED[kind] ?? 1)) expect(missed).toEqual([])
  })
})
