/** What an Observation means for a pathway: values, units, times, marks, identifiers, and what is refused. */
import { describe, expect, test } from 'vitest'
import { readObservation } from '../../runtime/fhir/index.ts'
import { MEASUREMENTS, ZONE, accepted, bloodPressure, mistakes, quantity, read, weight } from './samples.ts'

const at = Date.parse('2026-03-27T07:00:00Z')
const noon = Date.parse('2026-03-27T11:00:00Z')
const readings = (text: string): unknown => accepted(text).readings

describe('values', () => {
  test('a plain value', () => {
    expect(readings(weight())).toEqual([{ measurement: 'weight', value: 81.4, unit: 'kg', at }])
  })

  test('the components of a panel are one submission', () => {
    expect(readings(bloodPressure())).toEqual([
      { measurement: 'systolic', value: 142, unit: 'mm[Hg]', at },
      { measurement: 'diastolic', value: 88, unit: 'mm[Hg]', at },
    ])
  })

  test('a measurement that two pathways of the patient share is one reading', () => {
    const result = readObservation(weight(), [...MEASUREMENTS, ...MEASUREMENTS], ZONE)
    expect(result).toMatchObject({ ok: true, observation: { readings: [{ measurement: 'weight', value: 81.4 }] } })
    expect(result.ok && result.observation.readings.length).toBe(1)
  })

  test('a component of another panel is not taken for a blood pressure', () => {
    expect(readings(bloodPressure({ code: { coding: [{ system: 'http://loinc.org', code: '96607-7' }] } }))).toEqual([])
  })

  test('a code without its system, or of another system, says nothing', () => {
    expect(readings(weight({ code: { coding: [{ code: '29463-7' }] } }))).toEqual([])
    expect(readings(weight({ code: { coding: [{ system: 'http://snomed.info/sct', code: '29463-7' }] } }))).toEqual([])
  })

  test('breathing in a component under a SNOMED code, as the Dutch standard sends it', () => {
    const code = { coding: [{ system: 'http://snomed.info/sct', code: '422834003' }] }
    const rate = { coding: [{ system: 'http://loinc.org', code: '9279-1' }] }
    const component = [{ code: rate, valueQuantity: quantity(16, '{breaths}/min') }]
    expect(readings(weight({ code, component, valueQuantity: undefined }))).toMatchObject([
      { measurement: 'breathing', value: 16, unit: '/min' },
    ])
  })

  test('yes or no', () => {
    const code = {
      coding: [{ system: 'https://zorgpad.example/fhir/CodeSystem/measurement', code: 'hypertension-complaints' }],
    }
    expect(readings(weight({ code, valueQuantity: undefined, valueBoolean: true }))).toEqual([
      { measurement: 'complaints', value: true, at },
    ])
    expect(mistakes(weight({ code }))).toEqual(['value-type at Observation.valueQuantity'])
  })

  test('a score may be an integer, a weight may not', () => {
    const code = { coding: [{ system: 'http://loinc.org', code: '72514-3' }] }
    expect(readings(weight({ code, valueQuantity: undefined, valueInteger: 4 }))).toMatchObject([{ value: 4 }])
    expect(mistakes(weight({ valueQuantity: undefined, valueInteger: 81 }))).toEqual([
      'value-type at Observation.valueInteger',
    ])
  })

  test('the same measurement twice in one Observation is refused', () => {
    const { component } = JSON.parse(bloodPressure()) as { component: unknown[] }
    expect(mistakes(bloodPressure({ component: [...component, component[0]] }))).toEqual([
      'repeated at Observation.component[2]',
    ])
  })
})

describe('units', () => {
  const saturation = { coding: [{ system: 'http://loinc.org', code: '59408-5' }] }
  const temperature = { coding: [{ system: 'http://loinc.org', code: '8310-5' }] }
  const glucose = { coding: [{ system: 'http://loinc.org', code: '14743-9' }] }
  const hba1c = { coding: [{ system: 'http://loinc.org', code: '59261-8' }] }

  test.each([
    ['pounds', { valueQuantity: quantity(180, '[lb_av]') }, 81.6466266, { value: 180, unit: '[lb_av]' }],
    ['grams', { valueQuantity: quantity(81400, 'g') }, 81.4, { value: 81400, unit: 'g' }],
    [
      'saturation as a fraction',
      { code: saturation, valueQuantity: quantity(0.97, '1') },
      97,
      { value: 0.97, unit: '1' },
    ],
    [
      'Fahrenheit',
      { code: temperature, valueQuantity: quantity(99.5, '[degF]') },
      37.5,
      { value: 99.5, unit: '[degF]' },
    ],
    [
      'glucose in mg/dL',
      { code: glucose, valueQuantity: quantity(100, 'mg/dL') },
      5.55074490997,
      { value: 100, unit: 'mg/dL' },
    ],
  ])('%s are converted, and what was sent is kept', (_, change, value, sent) => {
    expect(readings(weight(change))).toMatchObject([{ value, sent }])
  })

  test('mmHg is fine as the text beside the code, and as the only text', () => {
    const component = (valueQuantity: object): Record<string, unknown> => ({
      component: [{ code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] }, valueQuantity }],
    })
    const both = { value: 142, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' }
    expect(readings(bloodPressure(component(both)))).toMatchObject([{ value: 142, unit: 'mm[Hg]' }])
    expect(readings(bloodPressure(component({ value: 142, unit: 'mmHg' })))).toMatchObject([{ value: 142 }])
  })

  test.each([
    ['mmHg as code', quantity(142, 'mmHg'), 'unit-unknown at Observation.valueQuantity.code'],
    ['no unit', { value: 81.4 }, 'unit-missing at Observation.valueQuantity'],
    ['an unknown text', { value: 81.4, unit: 'kilootje' }, 'unit-unknown at Observation.valueQuantity.unit'],
    [
      'another code system',
      { ...quantity(81, 'kg'), system: 'http://example.org' },
      'unit-system at Observation.valueQuantity.system',
    ],
    ['another dimension', quantity(81, 'cm'), 'unit-incompatible at Observation.valueQuantity.code'],
    ['a word of JavaScript', quantity(81, 'constructor'), 'unit-unknown at Observation.valueQuantity.code'],
  ])('%s is refused', (_, valueQuantity, mistake) => {
    expect(mistakes(weight({ valueQuantity }))).toEqual([mistake])
  })

  test('HbA1c in mmol/mol is refused rather than calculated wrongly, and the right code is named', () => {
    const result = read(weight({ code: hba1c, valueQuantity: quantity(53, 'mmol/mol') }))
    expect(result).toMatchObject({
      status: 422,
      outcome: { issue: [{ code: 'value', diagnostics: expect.stringContaining('Send %') }] },
    })
  })

  test('saturation without a unit is refused: 97 or 0.97?', () => {
    expect(mistakes(weight({ code: saturation, valueQuantity: { value: 0.97 } }))).toEqual([
      'unit-missing at Observation.valueQuantity',
    ])
  })
})

describe('times', () => {
  test.each([
    ['effectiveDateTime with a zone', { effectiveDateTime: '2026-03-27T08:00:00+01:00' }, at, undefined],
    ['effectiveInstant', { effectiveDateTime: undefined, effectiveInstant: '2026-03-27T07:00:00.000Z' }, at, undefined],
    [
      'a period from its start',
      { effectiveDateTime: undefined, effectivePeriod: { start: '2026-03-27T07:00:00Z', end: '2026-03-28' } },
      at,
      undefined,
    ],
    ['a date alone is noon', { effectiveDateTime: '2026-03-27' }, noon, ['date-only']],
    [
      'a date alone, in summer time',
      { effectiveDateTime: '2026-03-29' },
      Date.parse('2026-03-29T10:00:00Z'),
      ['date-only'],
    ],
  ])('%s', (_, change, instant, marks) => {
    expect(accepted(weight(change)).at).toBe(instant)
    expect(accepted(weight(change)).readings[0]?.marks).toEqual(marks)
  })

  test.each([
    ['a month', { effectiveDateTime: '2026-03' }, 'time-coarse at Observation.effectiveDateTime'],
    ['a year', { effectiveDateTime: '2026' }, 'time-coarse at Observation.effectiveDateTime'],
    ['nothing', { effectiveDateTime: undefined }, 'time-missing at Observation.effective'],
    [
      'a period without a start',
      { effectiveDateTime: undefined, effectivePeriod: { end: '2026-03-28' } },
      'time-missing at Observation.effectivePeriod',
    ],
    ['30 February', { effectiveDateTime: '2026-02-30' }, 'date at Observation.effectiveDateTime'],
    ['a time without a zone', { effectiveDateTime: '2026-03-27T08:00:00' }, 'format at Observation.effectiveDateTime'],
  ])('%s is refused', (_, change, mistake) => {
    expect(mistakes(weight(change))).toEqual([mistake])
  })
})

describe('what must not drive a decision is kept, and marked', () => {
  test.each(['final', 'amended', 'corrected'])('status %s is evaluated', (status) => {
    expect(accepted(weight({ status })).readings[0]).not.toHaveProperty('marks')
  })

  test.each(['entered-in-error', 'cancelled', 'unknown', 'preliminary', 'registered'])('status %s is not', (status) => {
    expect(accepted(weight({ status })).readings[0]?.marks).toEqual(['withdrawn'])
  })

  test('a comparator', () => {
    expect(readings(weight({ valueQuantity: { ...quantity(20, 'kg'), comparator: '<' } }))).toMatchObject([
      { value: 20, marks: ['withdrawn'] },
    ])
  })

  test('an absent value is no reading, but it is no unknown measurement either', () => {
    const dataAbsentReason = { coding: [{ code: 'not-performed' }] }
    expect(accepted(weight({ valueQuantity: undefined, dataAbsentReason }))).toMatchObject({
      readings: [],
      absent: ['weight'],
    })
    const [systolic, diastolic] = (JSON.parse(bloodPressure()) as { component: [object, { code: object }] }).component
    const half = bloodPressure({ component: [systolic, { code: diastolic.code, dataAbsentReason }] })
    expect(accepted(half)).toMatchObject({ readings: [{ measurement: 'systolic' }], absent: ['diastolic'] })
  })
})

describe('whose, and which', () => {
  test.each([
    ['Patient/p1', { id: 'p1' }],
    ['https://elsewhere.example/fhir/Patient/p1', null],
    ['Group/g1', null],
    ['urn:uuid:6a1f0f2e-0000-4000-8000-000000000000', null],
  ])('a reference to %s', (reference, subject) => {
    const text = weight({ subject: { reference } })
    if (subject) expect(accepted(text).subject).toEqual(subject)
    else expect(mistakes(text)).toEqual(['subject at Observation.subject'])
  })

  test('an identifier of the patient, also beside a reference to elsewhere', () => {
    const identifier = { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '900000012' }
    expect(accepted(weight({ subject: { identifier } })).subject).toEqual(identifier)
    expect(accepted(weight({ subject: { reference: 'https://x.example/Patient/1', identifier } })).subject).toEqual(
      identifier,
    )
    expect(mistakes(weight({ subject: undefined }))).toEqual(['subject at Observation.subject'])
  })

  test("the sender's identifier is kept; without one the content makes one", () => {
    expect(accepted(weight({ identifier: [{ system: 'urn:device', value: '7' }] })).identifier).toBe('urn:device|7')
    const made = accepted(weight())
    expect(made.identifier).toBe(`https://zorgpad.example/fhir/NamingSystem/content|${made.fingerprint}`)
  })

  test('the fingerprint sees content, not the way it was written down', () => {
    const plain = accepted(weight()).fingerprint
    const turned = JSON.stringify(
      Object.fromEntries(Object.entries(JSON.parse(weight()) as object).toReversed()),
      null,
      2,
    )
    expect(accepted(turned).fingerprint).toBe(plain)
    expect(accepted(weight({ id: 'x', meta: { versionId: '3' } })).fingerprint).toBe(plain)
    expect(accepted(weight().replace('81.4', '81.40')).fingerprint).toBe(plain)
    expect(accepted(weight({ valueQuantity: quantity(81.5, 'kg') })).fingerprint).not.toBe(plain)
    expect(accepted(weight({ meta: { profile: ['http://example.org/p'] } })).fingerprint).not.toBe(plain)
  })
})
