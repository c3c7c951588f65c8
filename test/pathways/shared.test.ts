/** The shared files of the library: each is sound by itself, and everything in them can be used in one pathway. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { examine } from '../../runtime/interpreter/examine.ts'
import { readShared, sharedSections } from '../../runtime/interpreter/reading/shared-file.ts'
import { sharedParts } from './library.ts'
import { unproven } from './numbers.ts'

const files = Object.entries(sharedParts).map(([name, text]) => ({ name, text, ...readShared(name, text) }))

/** A pathway that has of its own only what must be there. */
const bare = readFileSync(join(import.meta.dirname, '../interpreter/rules/base.yaml'), 'utf8')
  .replace(/^calendars:\n(?: .*\n)+/m, '')
  .replace(/^ {2}(local|age|gp|systolic|diastolic): .*\n/gm, '')

/** `use` with every name of every file. */
const everything = Object.fromEntries(
  files.map(({ name, value }) => [
    name,
    Object.fromEntries(
      sharedSections.flatMap((section) => (value?.[section] ? [[section, Object.keys(value[section])] as const] : [])),
    ),
  ]),
)

it('there are shared files', () => {
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['vital-signs', 'people', 'questionnaires']))
})

describe.each(files)('$name', ({ text, problems, value }) => {
  it('has no mistakes', () => {
    expect(problems).toEqual([])
  })

  it('says where each verified source can be read', () => {
    const sources = Object.values(value?.evidence ?? {})
    expect(sources.filter(({ certainty, source }) => certainty === 'verified' && !source)).toEqual([])
  })

  it('stays short enough to read', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(300)
  })
})

it('names one thing only once, in whatever file', () => {
  const named = files.flatMap(({ value }) =>
    sharedSections.flatMap((section) => Object.keys(value?.[section] ?? {}).map((key) => `${section}/${key}`)),
  )
  expect(named.filter((key, index) => named.indexOf(key) !== index)).toEqual([])
})

describe('a pathway that uses all of it', () => {
  const { document, problems } = examine(`${bare}use: ${JSON.stringify(everything)}\n`, sharedParts)

  it('has everything in its place', () => {
    expect(document!.sharedFrom('/scores/news2/inputs/pulse')).toBe('early-warning')
    expect(document!.sharedFrom('/routes/gp-urgent/0')).toBe('people')
    expect(Object.keys(document!.shared)).toEqual(Object.keys(sharedParts))
  })

  it('finds nothing wrong with what was shared', () => {
    const errors = problems.filter(({ severity, path }) => severity === 'error' && document!.sharedFrom(path) !== null)
    expect(errors.map(({ path, code, message }) => `${path} ${code} ${message.nl}`)).toEqual([])
  })

  it('knows where every number comes from', () => {
    expect(unproven(document!.value).filter((path) => document!.sharedFrom(path) !== null)).toEqual([])
  })
})
