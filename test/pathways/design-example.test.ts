/** The example with which the language was designed: it says in full what the sketch said, has nothing wrong with it, and does what its stories tell. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { compile } from '../../runtime/interpreter/compile.ts'
import { examine } from '../../runtime/interpreter/examine.ts'
import { CoverageWitness } from '../../runtime/simulation/coverage.ts'
import { playStories } from '../../runtime/simulation/stories/play.ts'
import { readStories } from '../../runtime/simulation/stories/read.ts'

const read = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8')
const { document, problems } = examine(read('design-example.yaml'))

it('says everything that the sketch says, except for the titles that it left open', () => {
  const sketch = parseYaml(read('../data/example-pathway.yaml')) as { evidence: Record<string, { title: unknown }> }
  for (const source of Object.values(sketch.evidence)) if (source.title === '...') source.title = expect.any(String)
  expect(document!.value).toMatchObject(sketch)
})

it('has nothing wrong with it', () => {
  expect(problems).toEqual([])
})

it('does what its stories tell', () => {
  const { document: told, problems: slips } = readStories(read('design-example.scenarios.yaml'), document!.value)
  expect(slips).toEqual([])
  const pathway = compile(document!)
  const stories = playStories(pathway, told!, new CoverageWitness(pathway))
  expect(stories.length).toBeGreaterThanOrEqual(8)
  expect(stories.flatMap(({ failures }) => failures)).toEqual([])
})
