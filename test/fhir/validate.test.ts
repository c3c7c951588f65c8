/** What is refused before anybody looks at its meaning, and how the sender is told. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LARGEST } from '../../runtime/fhir/index.ts'
import { runs } from '../property.ts'
import { bloodPressure, mistakes, read, weight } from './samples.ts'

describe('text that is no usable JSON', () => {
  test.each([
    ['empty', '', 'not-json at nothing'],
    ['cut off', weight().slice(0, 40), 'not-json at nothing'],
    ['a key twice', weight().replace('"status"', '"status":"final","status"'), 'duplicate-key at Observation.status'],
    [
      'a key twice, deep, and once with an escape',
      bloodPressure().replace('"unit":', '"value":1,"\\u0075nit":"x","unit":'),
      'duplicate-key at Observation.component[0].valueQuantity.value',
    ],
    ['no object', '[]', 'not-observation at Observation.resourceType'],
    ['null', 'null', 'not-observation at Observation.resourceType'],
    ['another resource', '{"resourceType":"Patient"}', 'not-observation at Observation.resourceType'],
    ['too deep', '['.repeat(100), 'too-deep at nothing'],
    ['too large', `"${'x'.repeat(LARGEST)}"`, 'too-large at nothing'],
  ])('%s', (_, text, mistake) => {
    expect(mistakes(text)).toEqual([mistake])
  })

  test.each([
    ['{"naam": "Jan Jansen" 1}', '1:23'],
    ['{\n  "status":', '2:12'],
    ['Jan Jansen', '?'],
  ])('%j is placed without being quoted', (text, place) => {
    const result = read(text)
    const said = JSON.stringify(result.ok || result.outcome)
    expect(said).toContain(place)
    expect(said).not.toContain('Jan')
  })

  const folder = join(import.meta.dirname, '../data/bad-json')
  test.each(readdirSync(folder))('%s is refused quickly and harms nobody', (file) => {
    const start = performance.now()
    expect(read(readFileSync(join(folder, file), 'utf8'))).toMatchObject({ ok: false })
    expect(performance.now() - start).toBeLessThan(1000)
    expect({}).not.toHaveProperty('polluted')
  })

  test('a prototype key in an otherwise good Observation is an unknown element', () => {
    const text = weight().replace('{', '{"__proto__":{"polluted":true},')
    expect(mistakes(text)).toEqual(['unknown-element at Observation.__proto__'])
    expect({}).not.toHaveProperty('polluted')
  })

  test('quotes and backslashes without end take no time', () => {
    const start = performance.now()
    for (const text of [`{"${'\\"'.repeat(400_000)}`, '{"a":"'.repeat(40), `{${'"a":'.repeat(100_000)}`]) read(text)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('every mistake is named by its element', () => {
  test.each([
    ['unknown element', weight({ colour: 'red' }), ['unknown-element at Observation.colour']],
    [
      'unknown element inside',
      weight({ code: { coding: [{ systeem: 'x' }] } }),
      ['unknown-element at Observation.code.coding[0].systeem'],
    ],
    [
      'text for a number',
      weight({ valueQuantity: { value: '81' } }),
      ['wrong-type at Observation.valueQuantity.value'],
    ],
    ['one for a list', weight({ category: {} }), ['wrong-type at Observation.category']],
    ['list for one', weight({ code: [] }), ['empty at Observation.code']],
    ['empty text', weight({ status: '' }), ['empty at Observation.status']],
    ['null', weight({ status: null }), ['empty at Observation.status']],
    ['a status that does not exist', weight({ status: 'finished' }), ['code-invalid at Observation.status']],
    ['two values', weight({ valueString: 'x' }), ['one-choice at Observation.valueString']],
    ['no code', weight({ code: undefined }), ['required at Observation.code']],
    [
      'a comparator that does not exist',
      weight({ valueQuantity: { value: 1, comparator: '~' } }),
      ['code-invalid at Observation.valueQuantity.comparator'],
    ],
    ['an infinite number', weight().replace('81.4', '1e999'), ['wrong-type at Observation.valueQuantity.value']],
    [
      'an empty contained resource',
      weight({ contained: [{ resourceType: 'Device', udiCarrier: [] }] }),
      ['empty at Observation.contained[0].udiCarrier'],
    ],
  ])('%s', (_, text, expected) => {
    expect(mistakes(text)).toEqual(expected)
  })

  test('several mistakes are all told', () => {
    const text = weight({ status: 'finished', colour: 1, issued: 'yesterday', category: [] })
    expect(mistakes(text).toSorted()).toEqual([
      'code-invalid at Observation.status',
      'empty at Observation.category',
      'format at Observation.issued',
      'unknown-element at Observation.colour',
    ])
  })

  test('in Dutch, and in English for who does not read it', () => {
    expect(read(weight({ status: 'finished' }))).toMatchObject({
      ok: false,
      status: 422,
      outcome: {
        resourceType: 'OperationOutcome',
        issue: [
          {
            severity: 'error',
            code: 'code-invalid',
            details: { text: expect.stringContaining('Toegestaan: registered, preliminary, final') },
            diagnostics: expect.stringContaining('is not allowed here'),
            expression: ['Observation.status'],
          },
        ],
      },
    })
  })

  test('an extension in the place of a value is no mistake', () => {
    const extension = [{ url: 'http://example.org/why', valueString: 'onbekend' }]
    expect(mistakes(weight({ _issued: { extension }, issued: undefined }))).toEqual([])
    expect(mistakes(weight({ _colour: { extension } }))).toEqual(['unknown-element at Observation._colour'])
  })
})

test('whatever is put in the place of an element, there is an answer', () => {
  const keys = Object.keys(JSON.parse(bloodPressure()) as object)
  const property = fc.property(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 4 }), (key, value) => {
    const result = read(bloodPressure({ [key]: value }))
    if (!result.ok) expect(result.outcome.issue?.length).toBeGreaterThan(0)
  })
  fc.assert(property, { numRuns: runs(200) })
})

test('a code that is no text is a mistake of shape', () => {
  const result = read(bloodPressure({ status: { toString: false, '': [] } }))
  expect(result).toMatchObject({ ok: false, status: 422 })
})

test('any text gets an answer', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(read(text)).toHaveProperty('outcome')
    }),
    { numRuns: runs(200) },
  )
})
