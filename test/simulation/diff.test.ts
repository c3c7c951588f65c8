/** A story that no longer matches reads like a diff; and one that is played fast fails all the same. */
import { describe, expect, it } from 'vitest'
import { playAll } from '../../runtime/simulation/stories/play-all.ts'
import { readStories } from '../../runtime/simulation/stories/read.ts'
import { begin, played, smallPathway } from './small-pathway.ts'

const step = (text: string) => `${begin}    - { ${text} }\n`
const linesOf = (text: string) =>
  played(text).results[0]!.diffs.flatMap(({ lines }) =>
    lines.map(({ sign, text: line, line: number = 0 }) => `${number} ${sign}${line}`),
  )

describe('a step that differs', () => {
  it('shows itself, what held, and what was expected above what was found', () => {
    expect(linesOf(step('at: +1 minute, expect: { state: review, messages: [ welcome ] }'))).toEqual([
      '5  - { at: +1 minute }',
      '5 -    state: review',
      '0 +    state: measuring',
      '5      messages: [ welcome ]',
    ])
  })

  it('shows alerts one by one', () => {
    const sent = 'send: { systolic: 190, complaints: true, temperature: 39 }'
    const expected = '{ threshold: urgent, level: amber, under: [ fever ] }'
    expect(linesOf(step(`${sent}, expect: { alerts: [ ${expected} ] }`)).slice(1)).toEqual([
      '5      alerts:',
      `5 -      - ${expected}`,
      '0 +      - { threshold: urgent, level: red, under: [ fever ] }',
    ])
  })

  it('shows a refusal that nobody spoke of, and another answer to the registration', () => {
    expect(linesOf(step('decide: keep, by: gp'))).toEqual([
      '5  - { decide: keep, by: gp }',
      '0 +    refused: unknown-decision',
    ])
    expect(linesOf('- { story: x, start: 2026-03-27T05:00, facts: { age: 17 } }')).toEqual([
      '0 -registration: included',
      '0 +registration: excluded',
    ])
  })

  it('is not there when all is well', () => {
    expect(linesOf(step('expect: { state: measuring }'))).toEqual([])
  })
})

describe('played fast', () => {
  const { document } = readStories(
    step('expect: { state: review }') + step('expect: { state: measuring }') + step('expect: { state: done }'),
    smallPathway.definition,
  )
  const { stories } = document!

  it('gives the same answer', () => {
    expect(playAll(smallPathway, stories)).toEqual({ passed: 1, failed: [0, 2] })
  })

  it('in another order, up to the first that fails', () => {
    expect(playAll(smallPathway, stories, { order: [1, 2, 0], stopAtFirst: true })).toEqual({ passed: 1, failed: [2] })
  })
})
