/** Every number of every pathway points at a source, and every source is used: a number from nowhere cannot slip in. */
import { describe, expect, it } from 'vitest'
import type { PathwayDefinition } from '../../schemas/index.ts'
import { pathwayFiles, readPathway } from './library.ts'
import { evidenceOf, partsOf, unproven } from './numbers.ts'

describe.each(pathwayFiles)('%s', (file) => {
  const pathway = readPathway(file)
  const known = Object.keys(pathway.evidence ?? {})
  const used = partsOf(pathway).flatMap((part) => evidenceOf(part))

  it('names the evidence of every number', () => {
    expect(unproven(pathway)).toEqual([])
  })

  it('names only evidence that it describes', () => {
    expect(used.filter((name) => !known.includes(name))).toEqual([])
  })

  it('uses all the evidence that it describes', () => {
    expect(known.filter((name) => !used.includes(name))).toEqual([])
  })

  it('says where each verified source can be read', () => {
    const nowhere = Object.entries(pathway.evidence ?? {}).filter(
      ([, { certainty, source }]) => certainty === 'verified' && !source,
    )
    expect(nowhere).toEqual([])
  })
})

/** The same pathway with one part changed, to show that the search above would find it. */
function without(file: string, change: (pathway: PathwayDefinition) => void): string[] {
  const pathway = structuredClone(readPathway(file))
  change(pathway)
  return unproven(pathway)
}

describe('a number whose evidence is taken away', () => {
  const file = 'hypertension.yaml'

  it.each([
    ['/thresholds/crisis', (pathway: PathwayDefinition) => delete pathway.thresholds?.['crisis']?.evidence],
    [
      '/schedules/measuring-week',
      (pathway: PathwayDefinition) => delete pathway.schedules?.['measuring-week']?.evidence,
    ],
    ['/parameters/target', (pathway: PathwayDefinition) => delete pathway.parameters?.['target']?.evidence],
    ['/measurements/systolic', (pathway: PathwayDefinition) => delete pathway.measurements['systolic']?.evidence],
    ['/routes/urgent/1', (pathway: PathwayDefinition) => delete pathway.routes['urgent']?.[1]?.evidence],
    [
      '/states/stable/transitions/0',
      (pathway: PathwayDefinition) => delete pathway.states['stable']?.transitions?.[0]?.evidence,
    ],
    ['/include/all/0', (pathway: PathwayDefinition) => delete pathway.include?.all?.[0]?.evidence],
    ['/budget', (pathway: PathwayDefinition) => delete pathway.budget?.evidence],
  ])('is found at %s', (path, change) => {
    expect(without(file, change)).toEqual([path])
  })
})

describe('a number of a score, baseline or sub-state whose evidence is taken away', () => {
  it.each([
    ['/scores/complaints', (pathway: PathwayDefinition) => delete pathway.scores?.['complaints']?.evidence],
    [
      '/baselines/previous-systolic',
      (pathway: PathwayDefinition) => delete pathway.baselines?.['previous-systolic']?.evidence,
    ],
    [
      '/states/pregnant/states/closer-watch/transitions/2',
      (pathway: PathwayDefinition) =>
        delete pathway.states['pregnant']?.states?.['closer-watch']?.transitions?.[2]?.evidence,
    ],
  ])('is found at %s', (path, change) => {
    expect(without('pregnancy-hypertension.yaml', change)).toEqual([path])
  })
})
