import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { examine } from '../../runtime/interpreter/examine.ts'
import { parse } from '../../runtime/interpreter/parse.ts'
import { partAt } from '../../runtime/interpreter/pointer.ts'
import { partsIn } from '../../runtime/interpreter/reading/references.ts'
import { apply } from './edit.ts'
import { merged } from './rules/cases.ts'

const data = join(import.meta.dirname, '../data')
const example = readFileSync(join(data, 'example-pathway.yaml'), 'utf8')
const said = (text: string): string[] =>
  examine(text).problems.map(({ line, column, code }) => `${line}:${column} ${code}`)

/** The small pathway with one stretch of its text replaced. */
function changed(from: string, to: string): string {
  const text = merged('')
  expect(text).toContain(from)
  return text.replace(from, to)
}

/** The one problem of the small pathway after one change. */
function onlyProblem(from: string, to: string) {
  const { problems } = examine(changed(from, to))
  expect(problems.map(({ path, code }) => `${path} ${code}`)).toHaveLength(1)
  return problems[0]!
}

it('reads the example of the language', () => {
  const { document, problems } = parse(example)
  expect(problems).toEqual([])
  expect(document?.value.thresholds?.['crisis']?.when.any).toHaveLength(2)
})

describe('one slip is one problem, in its place', () => {
  const cases: [what: string, from: string, to: string, code: string, meant: string | null][] = [
    ['a key', 'initial: measuring', 'inital: measuring', 'unknown-key', 'initial'],
    ['a Dutch key', 'initial: measuring', 'initial: measuring\ndrempels: {}', 'unknown-key', null],
    ['a key inside', 'above: 180', 'abov: 180', 'unknown-key', 'above'],
    ['a section', '\nparties:', '\npartys:', 'unknown-key', 'parties'],
    ['the states', '\nstates:', '\nstatess:', 'unknown-key', 'states'],
    ['the routes', '\nroutes:', '\nrouts:', 'unknown-key', 'routes'],
    [
      'a section of the wrong kind',
      'messages:\n  welcome: { to: patient, text: { nl: Meet deze week twee keer per dag. } }',
      'messages: geen',
      'wrong-type',
      null,
    ],
    ['a level', 'level: red', 'level: rde', 'unknown-value', 'red'],
    ['a Dutch level', 'level: red', 'level: rood', 'unknown-value', 'red'],
    ['a Dutch duration', 'for: 7 days', 'for: 7 dagen', 'wrong-form', '7 days'],
    ['hours where days belong', 'for: 7 days', 'for: 7 hours', 'wrong-form', null],
    ['a number in quotes', 'above: 180', 'above: "180"', 'wrong-type', '180'],
    ['a decimal comma', 'above: 180', 'above: "180,5"', 'wrong-type', '180.5'],
    ['no number at all', 'above: 180', 'above: hoog', 'wrong-type', null],
    ['not a number', 'above: 180', 'above: .nan', 'wrong-type', null],
    ['endless', 'above: 180', 'above: .inf', 'wrong-type', null],
    ['too large a number', 'above: 180', 'above: 1e400', 'wrong-type', null],
    ['nothing', 'above: 180', 'above:', 'empty-value', null],
    ['a number where text belongs', 'nl: Huisarts', 'nl: 112', 'wrong-type', '"112"'],
    ['a bare title', '{ nl: Huisarts }', 'Huisarts', 'wrong-type', '{ nl: "Huisarts" }'],
    ['one thing where a list belongs', 'setBy: [ gp ]', 'setBy: gp', 'wrong-type', '[ gp ]'],
    ['a Dutch yes', 'repeat: true', 'repeat: ja', 'wrong-type', 'true'],
    ['something missing', ', windows: [ "06:00-10:00", "18:00-22:00" ]', '', 'missing-key', null],
    ['a window without time', '"18:00-22:00"', '"18:00-18:00"', 'order', null],
    ['a range the wrong way', 'from: 40, to: 300', 'from: 300, to: 40', 'order', null],
    ['a default outside', 'default: 135', 'default: 155', 'order', null],
    ['no readings', 'readings: 2', 'readings: 0', 'out-of-range', null],
    ['a part of a reading', 'readings: 2', 'readings: 1.5', 'wrong-type', null],
    [
      'a measurement twice',
      '[ systolic, diastolic, complaints ]',
      '[ systolic, diastolic, complaints, systolic ]',
      'twice',
      null,
    ],
    ['an empty list', 'setBy: [ gp ]', 'setBy: []', 'too-few', null],
    ['a name with a capital', '  urgent:', '  Urgent:', 'wrong-name', 'urgent'],
    ['a double key', 'initial: measuring', 'initial: measuring\ninitial: measuring', 'duplicate-key', null],
    ['a special key', 'initial: measuring', 'initial: measuring\n__proto__: { polluted: true }', 'forbidden-key', null],
    ['a tag', 'above: 180', 'above: !!python/int 180', 'yaml-tag', null],
    ['an alias', 'nl: Huisarts', 'nl: *name', 'yaml-alias', null],
    [
      'a mean without its period',
      '{ measurement: systolic, above: 180 }',
      '{ mean: systolic, above: 180 }',
      'missing-key',
      null,
    ],
    ['no subject', '{ measurement: systolic, above: 180 }', '{ above: 180 }', 'condition-subject', null],
    [
      'two subjects',
      '{ measurement: systolic, above: 180 }',
      '{ measurement: systolic, fact: age, above: 180 }',
      'condition-subject',
      null,
    ],
    [
      'no comparator',
      '{ measurement: systolic, above: 180 }',
      '{ measurement: systolic }',
      'condition-comparator',
      null,
    ],
    [
      'two comparators',
      '{ measurement: systolic, above: 180 }',
      '{ measurement: systolic, above: 180, below: 200 }',
      'condition-comparator',
      null,
    ],
    [
      'a comparator too many',
      '{ measurement: systolic, above: 180 }',
      '{ inState: 2 days, above: 180 }',
      'condition-comparator',
      null,
    ],
    [
      'a stray modifier',
      '{ measurement: systolic, above: 180 }',
      '{ measurement: systolic, over: 7 days, above: 180 }',
      'condition-modifier',
      null,
    ],
    [
      'in a row of readings',
      '{ measurement: systolic, above: 180 }',
      '{ mean: systolic, over: 7 days, inARow: true, above: 180 }',
      'condition-modifier',
      null,
    ],
    [
      'a question compared',
      '{ measurement: systolic, above: 180 }',
      '{ measurement: complaints, above: 180 }',
      'comparator-fit',
      null,
    ],
    [
      'a number answered',
      '{ measurement: systolic, above: 180 }',
      '{ measurement: systolic, is: true }',
      'comparator-fit',
      null,
    ],
    [
      'the mean of a question',
      '{ measurement: systolic, above: 180 }',
      '{ mean: complaints, over: 7 days, above: 180 }',
      'comparator-fit',
      null,
    ],
    ['two triggers', 'completed: week, to', 'completed: week, after: 2 days, to', 'transition-trigger', null],
    ['a decision by nobody', ', by: [ patient, gp ]', '', 'missing-key', null],
    ['a transition that always happens', '{ completed: week, to', '{ to', 'transition-cause', null],
    [
      'an end that goes on',
      'ended: { exit: finished }',
      'ended: { exit: finished, schedules: [ week ] }',
      'exit-goes-on',
      null,
    ],
  ]

  it.each(cases)('%s', (_what, from, to, code, meant) => {
    const problem = onlyProblem(from, to)
    expect(problem.code).toBe(code)
    expect(problem.message.nl).toMatch(/^[“A-Z\d].*\.$|\?$|naam-van-het-zorgpad$/s)
    expect(problem.message.nl + problem.message.en).not.toMatch(/[{}]|undefined|\[object/)
    if (meant === null) return
    expect(problem.fix?.edits.map(({ insert }) => insert)).toEqual([meant])
    expect(examine(apply(changed(from, to), problem.fix!)).problems).toEqual([])
  })

  it('says in plain words what belongs and what is there', () => {
    expect(onlyProblem('above: 180', 'above: hoog').message).toMatchObject({
      nl: expect.stringMatching(/^Hier hoort een getal of een onderdeel met eigen regels; er staat tekst\./),
      en: expect.stringMatching(/^A number or a part with lines of its own belongs here; there is text\./),
    })
  })

  it('a version that YAML would read as a number stays what was written', () => {
    expect(onlyProblem('version: 1.0.0', 'version: 1.10').fix?.edits[0]?.insert).toBe('"1.10"')
  })
})

it('ten mistakes of every kind are ten problems', () => {
  const text = readFileSync(join(data, 'ten-mistakes.yaml'), 'utf8')
  const marked = text.split('\n').flatMap((line, index) => (line.includes('# mistake') ? [index + 1] : []))
  const problems = examine(text).problems.filter(({ severity }) => severity === 'error')
  expect(marked).toHaveLength(10)
  expect(problems.map(({ line, code }) => `${line} ${code}`)).toHaveLength(10)
  expect(problems.map(({ line }) => line)).toEqual(marked)
})

describe('the writing', () => {
  it.each([
    ['', '1:1 no-pathway'],
    ['   \n# only a remark\n', '1:1 no-pathway'],
    ['just text', '1:1 no-pathway'],
    ['- a\n- b', '1:1 no-pathway'],
    ['name: x', '1:1 no-pathway'],
    ['pathway: a\n\tversion: 1', '2:1 yaml-tab'],
    ['pathway: "a\nversion: 1', '2:11 yaml-unclosed'],
    ['pathway: [ a\nversion: 1', '2:1 yaml-unclosed'],
    ['pathway: a\n---\npathway: b', '2:1 yaml-documents'],
    ['%YAML 1.1\n---\npathway: a', '1:1 yaml-version'],
    ['pathway: a\u0000b', '1:11 not-text'],
    ['pathway: a\nstates: b: c', '2:9 yaml-colon'],
  ])('%j', (text, expected) => {
    expect(said(text)).toEqual([expected])
    expect(parse(text).document).toBeNull()
  })

  it('accepts a byte order mark, Windows line ends and a comment at the end', () => {
    const text = `\uFEFF${merged('').replaceAll('\n', '\r\n')}# the end`
    expect(examine(text).problems).toEqual([])
  })
})

describe('the place of a part', () => {
  const { document } = parse(example)
  const place = document!.place

  it('of every part, by its JSON Pointer, is where the text has it', () => {
    const parts = partsIn(document!.value)
    expect(parts.length).toBeGreaterThan(300)
    for (const { path, value } of parts) {
      const { offset, length, line, column } = place(path)
      const written = example.slice(offset, offset + length)
      if (typeof value === 'string') expect(written.replaceAll(/^["']|["']$/g, '')).toBe(value)
      else if (typeof value === 'number' || typeof value === 'boolean') expect(written).toBe(`${value}`)
      const before = example.slice(0, offset).split('\n')
      expect([line, column]).toEqual([before.length, before.at(-1)!.length + 1])
    }
  })

  it('of a key is the key', () => {
    for (const { path } of partsIn(document!.value).filter(({ path }) => /\/[a-z][^/]*$/i.test(path))) {
      const { offset, length } = place(path, 'key')
      expect(example.slice(offset, offset + length)).toBe(path.split('/').at(-1))
    }
  })

  it('of a part that is not there is its nearest parent', () => {
    expect(place('/thresholds/crisis/nothing/at/all')).toEqual(place('/thresholds/crisis'))
    expect(place('/nothing')).toEqual(place(''))
    expect(partAt(document!.value, '/thresholds/crisis/nothing/at/all')).toBeUndefined()
  })
})
