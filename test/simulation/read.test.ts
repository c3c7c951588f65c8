/** Files of stories: every mistake with its line, and what was probably meant. */
import { describe, expect, it } from 'vitest'
import { readStories } from '../../runtime/simulation/stories/read.ts'
import { begin, smallPathway } from './small-pathway.ts'

const problemsIn = (text: string) => readStories(text, smallPathway.definition).problems
const codes = (text: string) => problemsIn(text).map(({ code, line, path }) => `${line} ${code} ${path}`)
const step = (text: string) => `${begin}    - { ${text} }\n`

describe('mistakes in stories', () => {
  it.each([
    ['', '1 no-stories '],
    ['story: x', '1 no-stories '],
    ['[]', '1 wrong-shape '],
    ['- { story: x }', '1 missing-key /0'],
    ['- { story: x, start: gisteren }', '1 wrong-shape /0/start'],
    ['- { story: x, start: 2026-02-30T08:00 }', '1 bad-date /0/start'],
    ['- { story: x, story: y, start: 2026-02-20T08:00 }', '1 duplicate-key /0/story'],
    [
      '- { story: x, start: 2026-02-20T08:00, registration: excluded, steps: [ { at: +1 day } ] }',
      '1 no-steps /0/steps',
    ],
    [step('at: half negen'), '5 wrong-shape /0/steps/0/at'],
    [step('at: day 2 24:30'), '5 wrong-shape /0/steps/0/at'],
    [step('at: +99999 months'), '5 too-far /0/steps/0/at'],
    [step('at: 9999-01-01T08:00'), '5 too-far /0/steps/0/at'],
    [step('days: 1-9999, each: reading, send: { systolic: 1 }'), '5 too-far /0/steps/0/days'],
    [step('at: 2026-02-30T08:00'), '5 bad-date /0/steps/0/at'],
    [step('sent: { systolic: 1 }'), '5 unknown-key /0/steps/0/sent'],
    [step('send: { systolc: 1 }'), '5 unknown-name /0/steps/0/send/systolc'],
    [step('send: { systolic: 1 }, decide: keep, by: gp'), '5 one-act /0/steps/0'],
    [step('decide: keep'), '5 needs-key /0/steps/0'],
    [step('resolve: fever'), '5 needs-key /0/steps/0'],
    [step('days: 3-2, each: reading, send: { systolic: 1 }'), '5 days-order /0/steps/0/days'],
    [step('days: 2, at: +1 day, each: reading, send: { systolic: 1 }'), '5 days-and-at /0/steps/0/at'],
    [step('expect: { state: revieuw }'), '5 unknown-name /0/steps/0/expect/state'],
    [step('expect: { alerts: [ { threshold: fever, at: nobody } ] }'), '5 unknown-name /0/steps/0/expect/alerts/0/at'],
    [step('expect: { told: [ nurse, gpp ] }'), '5 unknown-name /0/steps/0/expect/told/1'],
  ])('%j', (text, problem) => {
    expect(codes(text)).toEqual([problem])
  })

  it('names the nearest known name, in both languages', () => {
    const [problem] = problemsIn(step('expect: { state: revieuw }'))
    expect(problem).toMatchObject({
      line: 5,
      column: 26,
      message: {
        nl: expect.stringContaining('Bedoelt u `review`?'),
        en: expect.stringContaining('Do you mean `review`?'),
      },
    })
  })

  it('ten mistakes are ten problems', () => {
    const steps = Array.from({ length: 10 }, (_, index) => `    - { expect: { state: nowhere${index} } }\n`).join('')
    expect(problemsIn(begin + steps)).toHaveLength(10)
  })

  it.each([
    'a'.repeat(300_000),
    '['.repeat(20_000),
    '\u0000',
    '- &a [*a]',
    '? [a]: b',
    '- !!binary aGk=',
    '%YAML 1.1\n---\n- no',
  ])('survives hostile text %#', (text) => {
    expect(problemsIn(text).length).toBeGreaterThan(0)
  })
})
