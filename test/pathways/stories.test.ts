/** The stories beside each pathway hold, reach every part of it, and notice when one of its limits is changed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../runtime/interpreter/compile.ts'
import { examine } from '../../runtime/interpreter/examine.ts'
import type { Pathway } from '../../runtime/interpreter/pathway.ts'
import { CoverageWitness } from '../../runtime/simulation/coverage.ts'
import { playStories } from '../../runtime/simulation/stories/play.ts'
import { readStories } from '../../runtime/simulation/stories/read.ts'
import { runs } from '../property.ts'
import { pathwayFiles, pathwayText, sharedParts } from './library.ts'

function compiled(text: string): Pathway {
  const { document, problems } = examine(text, sharedParts)
  expect(problems).toEqual([])
  return compile(document!)
}

/** Plays the stories beside a pathway on this text of it. */
function played(file: string, text = pathwayText(file)) {
  const pathway = compiled(text)
  const { document, problems } = readStories(pathwayText(file.replace('.yaml', '.scenarios.yaml')), pathway.definition)
  expect(problems).toEqual([])
  const witness = new CoverageWitness(pathway)
  return { stories: playStories(pathway, document!, witness), coverage: witness.coverage }
}

describe.each(pathwayFiles)('the stories of %s', (file) => {
  const { stories, coverage } = played(file)

  it('all hold', () => {
    expect(stories.filter(({ passed }) => !passed)).toEqual([])
    expect(stories.length).toBeGreaterThanOrEqual(12)
  })

  it.each(Object.entries(coverage))('reach all %s', (_what, { hit, total, missed }) => {
    expect(missed).toEqual([])
    expect(hit).toBe(total)
  })
})

/** Places in the hypertension pathway where a number decides about a patient, with that number between bars. */
const limits = [
  '{ fact: age, atLeast: |18|',
  '{ fact: egfr, below: |30|',
  '{ fact: armCircumference, above: |42|',
  'default: |135|',
  'default: |85|',
  'default: |110|',
  'to: |150|',
  '{ measurement: systolic, above: |180| }',
  '{ measurement: diastolic, above: |110| }',
  '{ measurement: systolic, above: |200| }',
  '{ measurement: systolic, atLeast: |180| }',
  '{ measurement: diastolic, atLeast: |110| }',
  'together: |30| minutes',
  'plus: |-10|',
  'readings: |4|, below: { parameter: lowest }',
  '{ fact: age, above: |70| }',
  'over: 7 days, readings: |12|, below: 70',
  'readings: 12, below: |70| }',
  '{ missed: measuring-week, atLeast: |4|',
  '{ mean: systolic, over: 7 days, readings: |12|, atLeast: 160 }',
  '{ mean: systolic, over: 7 days, readings: 12, atLeast: |160| }',
  '{ mean: diastolic, over: 7 days, readings: 12, atLeast: |100| }',
  '{ mean: systolic, over: 7 days, readings: 3, atLeast: |160| }',
  '{ adherence: monthly-day, over: 24 weeks, atLeast: |80| }',
  '{ inState: |3| months }',
  '{ after: |4| weeks, to: measuring',
  'within: |15| minutes, during: centre',
  'within: |2| hours, during: office',
  'within: |4| hours, counting: centre',
  'within: |5| days, counting: office',
]

describe('a limit of hypertension.yaml that is changed by one', () => {
  const file = 'hypertension.yaml'
  const text = pathwayText(file)
  const changed = (limit: string, by: number): string => {
    const [before = '', number = '', after = ''] = limit.split('|')
    return text.replace(before + number + after, before + (Number(number) + by) + after)
  }

  it.each(limits)('stands in it: %s', (limit) => {
    expect(changed(limit, 0)).toBe(text)
    expect(changed(limit, 1)).not.toBe(text)
  })

  it('is noticed by a story', () => {
    const change = fc.tuple(fc.constantFrom(...limits), fc.constantFrom(-1, 1))
    fc.assert(
      fc.property(change, ([limit, by]) => played(file, changed(limit, by)).stories.some(({ passed }) => !passed)),
      { numRuns: Math.min(runs(4), 2 * limits.length) },
    )
  }, 300_000)
})
