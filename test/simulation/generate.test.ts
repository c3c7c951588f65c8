/** Stories that are derived from a pathway take its transitions, and can be read back. */
import { describe, expect, it } from 'vitest'
import { waysThrough } from '../../runtime/interpreter/graph.ts'
import { compile } from '../../runtime/interpreter/compile.ts'
import { parse } from '../../runtime/interpreter/parse.ts'
import { CoverageWitness } from '../../runtime/simulation/coverage.ts'
import { generateStories } from '../../runtime/simulation/generate/generate.ts'
import { storiesAsYaml } from '../../runtime/simulation/generate/write.ts'
import { playStories } from '../../runtime/simulation/stories/play.ts'
import { readStories } from '../../runtime/simulation/stories/read.ts'
import { richPathway } from './rich-pathway.ts'
import { smallPathway, smallText } from './small-pathway.ts'

describe.each([smallPathway, richPathway])('of $id', (pathway) => {
  const { stories, taken, missed } = generateStories(pathway)

  it('take every transition', () => {
    expect(missed).toEqual([])
    expect(taken).toEqual(pathway.transitions.map(({ id }) => id))
  })

  it('are written as YAML that reads back as the same stories, which hold', () => {
    const { document, problems } = readStories(storiesAsYaml(stories), pathway.definition)
    expect(problems).toEqual([])
    expect(document!.stories).toEqual(JSON.parse(JSON.stringify(stories)))
    const witness = new CoverageWitness(pathway)
    const results = playStories(pathway, document!, witness)
    expect(results.every(({ passed, generated }) => passed && generated)).toBe(true)
    expect(witness.coverage.states.hit).toBe(0)
  })

  it('are the same every time', () => {
    expect(generateStories(pathway).stories).toEqual(stories)
  })
})

describe('at a limit', () => {
  it('the value is on it, and one step less does not do it', () => {
    const titles = generateStories(smallPathway).stories.map(({ story }) => story)
    expect(titles).toContain('Overgang measuring/0 op de grens: { systolic: 135 }')
    expect(titles).toContain('Overgang measuring/0 net niet: { systolic: 134 }')
  })
})

describe('what cannot be taken', () => {
  it('is listed with the reason', () => {
    const text = smallText.replace(
      'to: stable }\n  review',
      'to: stable }\n      - { completed: two-days, to: withdrawn }\n  review',
    )
    const { missed } = generateStories(compile(parse(text).document!))
    expect(missed).toEqual([
      {
        transition: 'measuring/2',
        reason: expect.objectContaining({ nl: 'Overgang `measuring/1` ging steeds voor.' }),
      },
    ])
  })
})

describe('the ways through a pathway', () => {
  it('lead to every state by the fewest transitions, also within a phase', () => {
    const ways = new Map(waysThrough(richPathway).map(({ state, transitions }) => [state, transitions]))
    expect(ways.get('home.first')).toEqual([])
    expect(ways.get('home.later')).toEqual(['home.first/0'])
    expect(ways.get('hospital')).toEqual(['home/0'])
    expect(ways.get('withdrawn')).toEqual(['always/0'])
  })
})
