/** Where running patients of an older version go, asked when a newer one is published. */
import { expect, it } from 'vitest'
import { parse } from '../../../../runtime/interpreter/parse.ts'
import {
  covers,
  firstCovered,
  isRange,
  olderThan,
  overlapping,
} from '../../../../runtime/interpreter/rules/reasoning/versions.ts'
import { upgradeProblems } from '../../../../runtime/interpreter/rules/upgrade-without-target.ts'
import { merged } from '../cases.ts'

const states = (review: string): string => `states:
  measuring: { title: { nl: Meten }, schedules: [ week ], transitions: [ { completed: week, to: ${review} } ] }
  ${review}:
    title: { nl: Beoordelen }
    initial: waiting
    states: { waiting: { title: { nl: Wachten }, transitions: [ { after: 4 weeks, to: ended } ] } }
  ended: { exit: finished }
`
const version = (number: string, fragment: string) => parse(merged(`version: ${number}\n${fragment}`)).document!.value

it.each<[string, string, (string | null)[]]>([
  ['no entry', 'upgrade: []', [null]],
  ['an entry for another version', 'upgrade: [ { from: "2.x" } ]', [null]],
  ['a state that is gone', 'upgrade: [ { from: "1.x" } ]', ['review.waiting']],
  ['a state that has a new name', 'upgrade: [ { from: "1.x", states: { review.waiting: assess.waiting } } ]', []],
  ['a phase, in its initial sub-state', 'upgrade: [ { from: "1.x", states: { review.waiting: assess } } ]', []],
  ['an end', 'upgrade: [ { from: "1.x", states: { review.waiting: ended } } ]', ['review.waiting']],
])('%s', (_what, upgrade, expected) => {
  const older = version('1.4.2', states('review'))
  const newer = version('3.0.0', `${states('assess')}${upgrade}\n`)
  const problems = upgradeProblems(older, newer)
  expect(problems.map(({ state }) => state)).toEqual(expected)
  for (const { message, example } of problems)
    for (const text of [message.nl, message.en, example.nl, example.en]) expect(text).toMatch(/^[^{}]+$/)
})

it('says who cannot move, and where to', () => {
  const [problem] = upgradeProblems(
    version('1.4.2', states('review')),
    version('3.0.0', `${states('assess')}upgrade: [ { from: "1.x" } ]\n`),
  )
  expect(problem?.example.nl).toBe(
    'Een patiënt die nu in “Beoordelen: Wachten” zit, kan niet over naar versie 3.0.0: die fase is er niet. Er is wel: “Meten” en “Beoordelen: Wachten”.',
  )
})

it.each<[string, boolean]>([
  ['1.x', true],
  ['1.2.x', true],
  ['1.2.3', true],
  ['1', false],
  ['1.2', false],
  ['x.1.2', false],
  ['1.x.3', false],
  ['01.x', false],
])('%s is a range: %s', (text, expected) => {
  expect(isRange(text)).toBe(expected)
})

it('knows what a range covers, and which version came first', () => {
  expect(covers('1.x', '1.10.3')).toBe(true)
  expect(covers('1.1.x', '1.10.3')).toBe(false)
  expect(covers('1', '1.10.3')).toBe(false)
  expect(firstCovered('1.2.x')).toBe('1.2.0')
  expect(overlapping('1.x', '1.2.x')).toBe(true)
  expect(overlapping('1.1.x', '1.2.x')).toBe(false)
  expect(olderThan('1.9.0', '1.10.0')).toBe(true)
  expect(olderThan('1.10.0', '1.10.0')).toBe(false)
})
