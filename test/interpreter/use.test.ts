/** Shared parts: a pathway that uses them reads as if they stood in it, and says what is wrong where it names them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examine } from '../../runtime/interpreter/examine.ts'
import { parse } from '../../runtime/interpreter/parse.ts'
import { readShared } from '../../runtime/interpreter/reading/shared-file.ts'
import { runs } from '../property.ts'

const base = readFileSync(join(import.meta.dirname, 'rules/base.yaml'), 'utf8')

const vitals = `shared: vitals
title: { nl: Vitale waarden }
evidence:
  table: { title: Tabel, certainty: verified }
  unneeded: { title: Anders, certainty: verified }
measurements:
  pulse: { title: { nl: Polsslag }, unit: /min, precision: 1, plausible: { from: 20, to: 250 }, evidence: table }
  weight: { title: { nl: Gewicht }, unit: kg, precision: 0.1, plausible: { from: 20, to: 350 }, evidence: table }
`
const people = `shared: people
title: { nl: Wie }
evidence:
  hours: { title: Uren, certainty: proposal }
calendars:
  week: { days: [ mon, tue ], from: "08:00", to: "17:00" }
parties:
  doctor: { title: { nl: Arts }, kind: hospital, hours: week }
routes:
  doctors: [ { to: doctor, by: phone, within: 15 minutes, repeat: true, evidence: hours } ]
messages:
  hello: { to: doctor, text: { nl: Dag. } }
`
const shared = { vitals, people }

const using = (use: string, text = base): string => `${text}use: ${use}\n`

/** What is said of `use` and of what it brings. */
function said(text: string, parts: Record<string, string> = shared): string[] {
  const { problems } = parse(text, parts)
  return problems.map(({ code, line, column, path }) => `${line}:${column} ${code} ${path}`)
}

const lineOfUse = base.split('\n').length

describe('what a pathway uses', () => {
  const { document, problems } = parse(using('{ vitals: { measurements: [ weight ] } }'), shared)

  it('stands in the definition as if it were written there, with its sources, and nothing else comes along', () => {
    expect(problems).toEqual([])
    expect(Object.keys(document!.value.measurements)).toEqual(['weight', 'systolic', 'diastolic', 'complaints'])
    expect(document!.value.measurements.weight).toEqual({
      title: { nl: 'Gewicht' },
      unit: 'kg',
      precision: 0.1,
      plausible: { from: 20, to: 350 },
      evidence: 'table',
    })
    expect(Object.keys(document!.value.evidence!)).toEqual(['table', 'local'])
  })

  it('leaves the author’s text alone', () => {
    expect(document!.text).toBe(using('{ vitals: { measurements: [ weight ] } }'))
    expect(document!.shared).toEqual({ vitals })
  })

  it('has its place where the pathway names it', () => {
    const named = using('{ vitals: { measurements: [ weight ] } }').indexOf('weight ]')
    for (const path of ['/measurements/weight', '/measurements/weight/plausible/to', '/evidence/table/title'])
      expect(document!.place(path).offset, path).toBe(named)
    expect(document!.sharedFrom('/measurements/weight/unit')).toBe('vitals')
    expect(document!.sharedFrom('/evidence/table')).toBe('vitals')
    expect(document!.sharedFrom('/measurements/systolic')).toBeNull()
    expect(document!.sharedFrom('/measurements')).toBeNull()
  })

  it('makes a section that the text does not have', () => {
    const { document: whole, problems: found } = parse(
      using('{ vitals: { measurements: [ pulse ] } }', base.replace(/^measurements:\n(?: .*\n)+/m, '')),
      shared,
    )
    expect(found.filter(({ code }) => code === 'missing-key')).toEqual([])
    expect(Object.keys(whole!.value.measurements)).toEqual(['pulse'])
    expect(whole!.place('/measurements').line).toBe(lineOfUse - 4)
  })

  it('brings along what it points at in its own file: a route its parties, their hours and its sources', () => {
    const { document: whole, problems: found } = parse(using('{ people: { routes: [ doctors ] } }'), shared)
    expect(found).toEqual([])
    expect(Object.keys(whole!.value.parties)).toEqual(['doctor', 'nurse', 'gp'])
    expect(Object.keys(whole!.value.calendars!)).toEqual(['week', 'office'])
    expect(Object.keys(whole!.value.evidence!)).toEqual(['hours', 'local'])
    expect(whole!.sharedFrom('/calendars/week')).toBe('people')
  })

  it('what the pathway has itself goes before what only comes along', () => {
    const own = base.replace('parties:\n', 'parties:\n  doctor: { title: { nl: Eigen arts }, kind: practice }\n')
    const { document: whole, problems: found } = parse(using('{ people: { messages: [ hello ] } }', own), shared)
    expect(found).toEqual([])
    expect(whole!.value.parties.doctor).toEqual({ title: { nl: 'Eigen arts' }, kind: 'practice' })
    expect(whole!.value.calendars).not.toHaveProperty('week')
  })

  it('a score brings no measurements: they are used too, or unknown', () => {
    const scores = `shared: scores\ntitle: { nl: Scores }\nscores:\n  total: { title: { nl: Totaal }, combine: sum, inputs: { pulse: { measurement: pulse } } }\n`
    const text = using('{ scores: { scores: [ total ] } }')
    const unknown = examine(text, { ...shared, scores }).problems.filter(({ code }) => code === 'unknown-name')
    expect(unknown.map(({ path, line }) => [path, line])).toEqual([
      ['/scores/total/inputs/pulse/measurement', lineOfUse],
    ])
    const whole = using('{ scores: { scores: [ total ] }, vitals: { measurements: [ pulse ] } }')
    expect(examine(whole, { ...shared, scores }).problems.filter(({ code }) => code === 'unknown-name')).toEqual([])
  })
})

describe('what can be wrong with use', () => {
  it('a file that does not exist, with the nearest one', () => {
    const { problems } = parse(using('{ vitls: { measurements: [ weight ] } }'), shared)
    expect(problems).toMatchObject([
      { code: 'unknown-shared-file', line: lineOfUse, column: 8, fix: { edits: [{ insert: 'vitals', length: 5 }] } },
    ])
    expect(problems[0]!.message.nl).toContain('Bedoelt u “vitals”?')
    expect(parse(using('{ zzzzzzzz: { measurements: [ weight ] } }')).problems[0]!.message.nl).toContain('“shared”')
  })

  it('a part that is not in the file, with the nearest one', () => {
    const { problems } = parse(using('{ vitals: { measurements: [ weigth, temperature ] } }'), shared)
    expect(problems.map(({ code, path, fix }) => [code, path, fix?.edits[0]?.insert])).toEqual([
      ['unknown-shared-part', '/use/vitals/measurements/0', 'weight'],
      ['unknown-shared-part', '/use/vitals/measurements/1', undefined],
    ])
    expect(problems[1]!.message.nl).toContain('pulse, weight')
    expect(said(using('{ vitals: { scores: [ weight ] } }'))).toEqual([
      `${lineOfUse}:28 unknown-shared-part /use/vitals/scores/0`,
    ])
  })

  it('a name that stands in the pathway as well, or comes from two files', () => {
    const other = { ...shared, other: vitals.replace('vitals', 'other') }
    const text = using('{ vitals: { measurements: [ pulse ] }, other: { measurements: [ pulse ] } }')
    expect(said(text, other)).toEqual([`${lineOfUse}:70 shared-twice /use/other/measurements/0`])
    const own = base.replace('measurements:\n', 'measurements:\n  pulse: { title: { nl: Eigen }, type: boolean }\n')
    const found = parse(using('{ vitals: { measurements: [ pulse ] } }', own), shared)
    expect(found.problems.map(({ code }) => code)).toEqual(['shared-twice'])
    expect(found.document!.value.measurements.pulse!.title!.nl).toBe('Eigen')
  })

  it('a file with a mistake: its own problem, with its name and line', () => {
    const broken = { vitals: vitals.replace('unit: kg', 'unitt: kg') }
    const { problems, document } = parse(using('{ vitals: { measurements: [ weight ] } }'), broken)
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['broken-shared-file', lineOfUse]])
    expect(problems[0]!.message.nl).toMatch(/vitals\.yaml.*regel 8.*unitt/)
    expect(document!.value.measurements).toHaveProperty('weight')
  })

  it('what is wrong between a shared part and the rest stands at its name under use, without a fix that would change use', () => {
    const wrong = { vitals: vitals.replace('{ from: 20, to: 350 }', '{ from: 350, to: 20 }') }
    const { problems } = parse(using('{ vitals: { measurements: [ weight ] } }'), wrong)
    expect(problems).toMatchObject([{ code: 'order', path: '/measurements/weight/plausible/to', line: lineOfUse }])
    expect(problems[0]!.message.nl).toMatch(/^In het gedeelde bestand vitals\.yaml: /)
    const stray = { vitals: vitals.replace('evidence: table }\n  weight', 'evidence: tabel }\n  weight') }
    const unknown = examine(using('{ vitals: { measurements: [ pulse, weight ] } }'), stray).problems.filter(
      ({ code }) => code === 'unknown-name',
    )
    expect(unknown).toMatchObject([{ path: '/measurements/pulse/evidence', line: lineOfUse }])
    expect(unknown[0]).not.toHaveProperty('fix')
  })

  it.each([
    '[]',
    '1',
    'vitals',
    '{ vitals: [ weight ] }',
    '{ vitals: { measurements: weight } }',
    '{ vitals: { measurements: { weight: 1 } } }',
    '{ vitals: { measurements: [ [ weight ], { a: 1 }, 1, ~ ] } }',
    '{ vitals: { states: [ weight ] } }',
    '{ toString: { measurements: [ weight ] } }',
    '{ vitals: { measurements: [ toString, hasOwnProperty ] } }',
    '{ constructor: { measurements: [ weight ] } }',
    '~',
  ])('another shape: %s', (use) => {
    const { problems, document } = examine(using(use), shared)
    expect(problems.filter(({ severity }) => severity === 'error')).not.toEqual([])
    expect(document!.value.measurements).toHaveProperty('systolic')
    expect(Object.keys(document!.value.measurements)).not.toContain('toString')
  })

  it('a section of the wrong shape is left alone and reported', () => {
    const text = using(
      '{ vitals: { measurements: [ pulse ] } }',
      base.replace(/^measurements:\n(?: .*\n)+/m, 'measurements: [ a ]\n'),
    )
    expect(said(text)).toContain(`15:15 wrong-type /measurements`)
  })

  it('a section that becomes too large is refused', () => {
    const many = Array.from({ length: 399 }, (_, index) => `m${index}`)
    const parts = {
      many: `shared: many\ntitle: { nl: Veel }\nmeasurements:\n${many.map((name) => `  ${name}: {}\n`).join('')}`,
    }
    const { problems, document } = parse(using(`{ many: { measurements: [ ${many.join(', ')} ] } }`), parts)
    expect(problems.map(({ code }) => code)).toEqual(['too-large'])
    expect(Object.keys(document!.value.measurements)).toHaveLength(3)
  })
})

describe('a shared file by itself', () => {
  const codes = (text: string): string[] =>
    readShared('vitals', text).problems.map(({ code, line }) => `${line} ${code}`)

  it('may hold parts, and nothing of a pathway beside them', () => {
    expect(codes(vitals)).toEqual([])
    expect(codes(`${vitals}states: { a: {} }\n`)).toEqual(['9 unknown-key'])
    expect(codes(`${vitals}use: { vitals: { measurements: [ pulse ] } }\n`)).toEqual(['9 unknown-key'])
    expect(codes(`${vitals}measurement: {}\n`)[0]).toBe('9 unknown-key')
  })

  it('is read with the same care as a pathway', () => {
    expect(codes('')).toEqual(['1 no-shared'])
    expect(codes('- a')).toEqual(['1 no-shared'])
    expect(codes('title: { nl: Iets }')).toEqual(['1 missing-key'])
    expect(codes(vitals.replace('shared: vitals', 'shared: others'))).toEqual(['1 shared-name'])
    expect(codes(vitals.replace('unit: kg', 'unit: [ kg'))).toEqual(['8 yaml-unclosed'])
    expect(codes(vitals.replace('  pulse:', '  __proto__:'))).toEqual(['7 forbidden-key'])
    expect(codes(`shared: vitals\ntitle: { nl: x }\nmeasurements: ${'{ a: '.repeat(5_000)}`)).toEqual(['3 too-deep'])
    expect(codes(`${vitals}${'#'.repeat(300_000)}`)).toEqual(['1 too-large'])
  })
})

it(
  'whatever a shared file holds, a pathway that uses it gets an answer inside its own text',
  { timeout: 900_000 },
  () => {
    const change = fc.record({ at: fc.nat(vitals.length - 1), length: fc.nat(30), put: fc.string({ maxLength: 12 }) })
    fc.assert(
      fc.property(change, ({ at, length, put }) => {
        const text = using('{ vitals: { measurements: [ weight, pulse ] } }')
        const changed = vitals.slice(0, at) + put + vitals.slice(at + length)
        for (const { offset, length: long, fix } of examine(text, { vitals: changed }).problems) {
          expect(offset + long).toBeLessThanOrEqual(text.length)
          for (const edit of fix?.edits ?? []) expect(edit.offset + edit.length).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: runs(100) },
    )
  },
)
