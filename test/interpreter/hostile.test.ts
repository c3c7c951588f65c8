/** Text that was made to hurt, or by accident: `examine` answers in time, with problems that lie inside the text. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examine } from '../../runtime/interpreter/examine.ts'
import { runs } from '../property.ts'

const data = join(import.meta.dirname, '../data')
const bad = join(data, 'bad-input')
const real = readFileSync(join(import.meta.dirname, '../../pathways/hypertension.yaml'), 'utf8')

/** Texts that are about the parts of a pathway that count, measure or come from elsewhere. */
const whole = (parts: [what: string, text: string][]): [what: string, text: string][] =>
  parts.map(([what, text]) => [what, `pathway: x\n${text}`])

/** Examines and holds every answer against what is promised of it. */
function examined(text: string, milliseconds = 1_000) {
  const begin = process.cpuUsage()
  const answer = examine(text)
  const { user, system } = process.cpuUsage(begin) // not the clock: other tests run beside this one
  expect((user + system) / 1_000).toBeLessThan(milliseconds)
  const lines = text.split('\n')
  for (const { line, column, offset, length, message, fix } of answer.problems) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines.length)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1)
    expect(offset + length).toBeLessThanOrEqual(text.length)
    expect(message.nl.length && message.en.length).toBeGreaterThan(0)
    for (const edit of fix?.edits ?? []) expect(edit.offset + edit.length).toBeLessThanOrEqual(text.length)
  }
  if (answer.document === null) expect(answer.problems).not.toEqual([])
  return answer
}

const codes = (text: string, milliseconds?: number): string[] => [
  ...new Set(examined(text, milliseconds).problems.map(({ code }) => code)),
]

describe('files that were made to hurt', () => {
  const expected: Record<string, string[]> = {
    'billion-laughs.yaml': ['yaml-alias'],
    'bom-utf8.yaml': ['no-pathway'],
    'dup-keys.yaml': ['missing-key', 'duplicate-key'],
    'empty.yaml': ['no-pathway'],
    'norway.yaml': ['no-pathway'],
    'proto-key.yaml': ['forbidden-key'],
    'scalar-root.yaml': ['no-pathway'],
    'special-floats.yaml': ['no-pathway'],
    'tags.yaml': ['yaml-tag'],
    'unclosed.yaml': ['yaml-unclosed'],
  }

  it.each(readdirSync(bad).filter((file) => file.endsWith('.yaml')))('%s', (file) => {
    expect(codes(readFileSync(join(bad, file), 'utf8'))).toEqual(expected[file])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('a double key names the second one', () => {
    expect(examine('pathway: a\npathway: b\n').problems.find(({ code }) => code === 'duplicate-key')).toMatchObject({
      line: 2,
      column: 1,
    })
  })
})

describe('too much of anything is refused at once', () => {
  const many = (count: number, piece: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => piece(index)).join('')

  it.each<[what: string, text: string, code: string]>([
    ['5 MB', `pathway: ${'a'.repeat(5_000_000)}`, 'too-large'],
    ['20,000 keys', many(20_000, (index) => `k${index}: 1\n`), 'too-large'],
    ['20,000 keys on one line', `pathway: { ${many(20_001, (index) => `k${index}: 1, `)} }`, 'too-large'],
    ['401 states', `pathway: x\nstates:\n${many(401, (index) => `  s${index}: { exit: x }\n`)}`, 'too-large'],
    ['20,000 items', `pathway: [${many(20_001, () => 'a,')}]`, 'too-large'],
    ['ten thousand brackets', `pathway: ${'['.repeat(10_000)}`, 'too-deep'],
    ['ten thousand braces', `pathway: ${'{a: '.repeat(10_000)}`, 'too-deep'],
    ['a staircase of lists', `pathway: x\nstates:\n  ${'- '.repeat(10_000)}a`, 'too-deep'],
    ['a staircase of keys', `? ${'? '.repeat(10_000)}a`, 'too-deep'],
    [
      'a staircase of lines',
      `pathway: x\nstates:\n${many(300, (index) => `${' '.repeat(index + 1)}a:\n`)}`,
      'too-deep',
    ],
    ['three-byte letters', `pathway: ${'€'.repeat(100_000)}`, 'too-large'],
  ])('%s', (_what, text, code) => {
    expect(codes(text, 500)).toEqual([code])
  })

  it.each<[what: string, text: string]>([
    ['states', `pathway: x\nstates:\n${many(400, (index) => `  s${index}: { exit: x }\n`)}`],
    ['unknown keys', `pathway: x\nstates: { ${many(400, (index) => `s${index}: 1, `)} }`],
    ['nesting', `pathway: x\ninclude: ${'{ not: '.repeat(30)}{}${'}'.repeat(30)}`],
    [
      'transitions everywhere',
      `pathway: x\ninitial: s0\nstates:\n${many(400, (index) => `  s${index}: { title: { nl: x } }\n`)}always:\n${many(400, (index) => `  - { after: 1 day, to: s${index} }\n`)}`,
    ],
    [
      'unknown names',
      `pathway: x\ninitial: s0\nstates:\n${many(400, (index) => `  ${'s'.repeat(50)}${index}: { transitions: [ ${many(5, (each) => `{ after: 1 day, to: ${'z'.repeat(50)}${index}${each} }, `)} ] }\n`)}`,
    ],
    [
      'alternatives',
      `pathway: x\nmeasurements: { m: {} }\nthresholds:\n  t: { level: red, when: { all: [ ${many(200, () => '{ any: [ { measurement: m, above: 1 }, { measurement: m, below: 5 } ] }, ')} ] } }\n`,
    ],
    ...whole([
      ['items', `questionnaires:\n  q: { items: { ${many(400, (index) => `i${index}: { ask: { nl: x } }, `)} } }\n`],
      [
        'answers',
        `questionnaires:\n${many(100, (index) => `  q${index}: { items: { i${index}: { ask: { nl: x }, options: [ ${many(30, (each) => `{ answer: a${each % 2} }, `)} ] } } }\n`)}`,
      ],
      [
        'a circle of scores',
        `scores:\n${many(400, (index) => `  s${index}: { combine: sum, inputs: { x: { score: s${(index + 1) % 400} } } }\n`)}`,
      ],
      [
        'scores made of all other scores',
        `scores:\n${many(60, (index) => `  s${index}: { combine: sum, inputs: { ${many(60, (each) => `x${each}: { score: s${each} }, `)} } }\n`)}`,
      ],
      [
        'bands with conditions',
        `facts: { f: { type: boolean } }\nmeasurements: { m: { plausible: { from: 0, to: 1e9 }, precision: 0.001 } }\nscores:\n${many(20, (index) => `  s${index}: { combine: sum, inputs: { x: { measurement: m, bands: [ ${many(60, (each) => `{ atMost: ${each}, points: 1, if: { all: [ { fact: f, is: true }, { not: { measurement: m, below: ${each} } } ] } }, `)} ] } } }\n`)}`,
      ],
      [
        'baselines',
        `measurements: { m: {} }\nbaselines:\n${many(400, (index) => `  b${index}: { of: m, statistic: mean, over: 99999 months }\n`)}`,
      ],
      [
        'phases',
        `initial: p0\nstates:\n${many(20, (index) => `  p${index}: { initial: a0, states: { ${many(100, (each) => `a${each}: { transitions: [ { after: 1 day, to: p${index}.a${(each + 1) % 100} } ] }, `)} } }\n`)}`,
      ],
      ['events', `events: { ${many(400, (index) => `e${index}: {}, `)} }\n`],
      ['upgrades', `upgrade: [ ${many(400, (index) => `{ from: ${index}.x }, `)} ]\n`],
      [
        'guards on one value',
        `measurements: { m: { plausible: { from: 0, to: 9999 }, precision: 1 } }\nalways:\n${many(39, (index) => `  - { if: { any: [ { measurement: m, between: { from: ${index * 10}, to: ${index * 10 + 5} } }, { mean: m, over: ${index + 1} days, above: ${index} } ] }, to: s${index} }\n`)}initial: s0\nstates:\n${many(300, (index) => `  s${index}: {}\n`)}`,
      ],
      [
        'thresholds on one value',
        `measurements: { m: { plausible: { from: 0, to: 9999 }, precision: 1 } }\nparameters:\n${many(8, (index) => `  q${index}: { default: 50, from: 1, to: 99, setBy: [ p ] }\n`)}thresholds:\n${many(59, (index) => `  t${index}: { level: ${['red', 'amber'][index % 2]}, when: { measurement: m, above: { parameter: q${index % 8}, plus: ${index} } } }\n`)}states:\n${many(100, (index) => `  s${index}: { thresholds: [ ${many(40, (each) => `t${(index + each) % 59}, `)} ] }\n`)}`,
      ],
      [
        'a threshold on scores made of all other scores',
        `thresholds: { t: { level: red, when: { score: s0, above: 1 } } }\nstates: { a: {} }\nscores:\n${many(60, (index) => `  s${index}: { combine: sum, inputs: { ${many(60, (each) => `x${each}: { score: s${each} }, `)} } }\n`)}`,
      ],
      [
        'names to use',
        `use: { ${many(40, (index) => `f${index}: { measurements: [ ${many(100, (each) => `m${each}, `)} ] }, `)} }\n`,
      ],
    ]),
  ])('as much as the bounds allow is read in time: %s', (_what, text) => {
    examined(text, 4_000)
  })
})

it('the YAML test suite: every case gets an answer, and what is not YAML gets a problem', () => {
  const cases = readFileSync(join(bad, 'yaml-test-suite.jsonl'), 'utf8').trim().split('\n')
  expect(cases.length).toBe(121)
  for (const line of cases) {
    const { id, yaml, error } = JSON.parse(line) as { id: string; yaml: string; error: boolean }
    const { document, problems } = examined(yaml)
    expect(problems.length, id).toBeGreaterThan(0) // none of them is a pathway
    if (error) expect(document, id).toBeNull()
  }
})

// With REPEATS=full these take minutes.
describe('whatever is typed', { timeout: 900_000 }, () => {
  const bytes = fc.string({ unit: 'binary', maxLength: 400 })
  const yamlish = fc
    .array(fc.constantFrom(...'{}[]:,-?!&*#|>%@`"\'\t \n\\ab1~'.split('')), { maxLength: 200 })
    .map((signs) => signs.join(''))

  it('any text gets an answer', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, yamlish), (text) => void examined(text)),
      { numRuns: runs(400) },
    )
  })

  it('any text after a good beginning gets an answer', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, yamlish), (text) => void examined(`pathway: x\nstates:\n  a: ${text}`)),
      { numRuns: runs(300) },
    )
  })

  it('a real pathway with a stretch replaced, removed or doubled gets an answer', () => {
    const change = fc.record({
      at: fc.nat(real.length - 1),
      length: fc.nat(60),
      text: fc.oneof(fc.constant(''), yamlish, bytes),
      twice: fc.boolean(),
    })
    const mutate = (
      text: string,
      { at, length, text: put, twice }: { at: number; length: number; text: string; twice: boolean },
    ): string => text.slice(0, at) + (twice ? text.slice(at, at + length).repeat(2) : put) + text.slice(at + length)
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (changes) => void examined(changes.reduce(mutate, real), 2_000),
      ),
      { numRuns: runs(60) },
    )
  })

  it('a schedule of which no window can be read is none that a rule trips over', () => {
    const without = real.replaceAll(/windows: \[.*\]/g, 'windows: [ { to: x } ]')
    expect(without).not.toBe(real)
    expect(codes(without, 2_000)).toContain('wrong-type')
  })

  it('a real pathway with any value replaced by any other gets an answer', () => {
    const lines = real.split('\n')
    const anything = fc.constantFrom(
      '',
      '~',
      '1',
      '-1e9',
      'true',
      'text',
      '[]',
      '[ 1 ]',
      '{}',
      '{ a: 1 }',
      '"1 day"',
      '[ { to: x } ]',
      '.nan',
    )
    const change = fc.record({ line: fc.nat(lines.length - 1), value: anything })
    const mutate = (before: string[], { line, value }: { line: number; value: string }): string[] =>
      before.with(line, before[line]!.replace(/: .*$|:$/, `: ${value}`))
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (changes) => void examined(changes.reduce(mutate, lines).join('\n'), 2_000),
      ),
      { numRuns: runs(120) },
    )
  })
})
