/** Units by UCUM, against UCUM's own functional tests and clinical values. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { convertUnit, isUnit, unitWritten } from '../../runtime/fhir/units.ts'

function lines<T>(file: string): T[] {
  const text = readFileSync(join(import.meta.dirname, '../data/units', file), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

describe('what is a unit', () => {
  const cases = lines<{ id: string; unit: string; valid: string }>('ucum-validation.jsonl')

  test('all 529 functional tests of UCUM agree', () => {
    const wrong = cases.filter(({ unit, valid }) => isUnit(unit) !== (valid === 'true'))
    expect(cases).toHaveLength(529)
    expect(wrong).toEqual([])
  })

  const inherited = ['constructor', '__proto__', 'm.toString', 'kconstructor', '(valueOf)']
  test.each(['mmHg', 'lbs', 'kilo', 'kilogram', '', ' kg', 'KG', 'kg'.repeat(500), ...inherited])(
    '%j is none',
    (unit) => {
      expect(isUnit(unit)).toBe(false)
    },
  )

  test.each([
    ['mmHg', 'mm[Hg]'],
    ['°C', 'Cel'],
    ['kg', 'kg'],
    ['toString', null],
    ['streepjes', null],
  ])('%j, as people write it, is %j', (written, unit) => {
    expect(unitWritten(written)).toBe(unit)
  })
})

describe('conversions', () => {
  const ours = lines<{
    value: number
    from: string
    to: string
    result: number | null
    analyte?: string
    expect?: string
  }>('clinical-conversions.jsonl')
  test.each(ours)('$value $from to $to', ({ value, from, to, result, analyte }) => {
    const loinc = analyte?.startsWith('glucose') ? { loinc: '14743-9' } : {}
    const converted = convertUnit(value, from, to, loinc)
    if (result === null) expect(converted).toHaveProperty('refused')
    else expect(converted).toEqual({ value: Number(result.toPrecision(12)) })
  })

  // UCUM rounds its outcomes to the digits that went in.
  const theirs = lines<{ id: string; value: string; srcUnit: string; dstUnit: string; outcome: string }>(
    'ucum-conversion.jsonl',
  )
  test.each(theirs)('UCUM $id: $value $srcUnit is $outcome $dstUnit', ({ value, srcUnit, dstUnit, outcome }) => {
    const conversion = convertUnit(Number(value), srcUnit, dstUnit)
    const converted = 'value' in conversion ? conversion.value : Number.NaN
    const digits = outcome
      .replace(/e.*$/, '')
      .replace(/^0\.0*/, '')
      .replace('.', '')
      .replace(/0+$/, '').length
    expect(Number(converted.toPrecision(Math.min(12, digits)))).toBeCloseTo(Number(Number(outcome).toPrecision(12)), 10)
  })

  test.each([
    [37.5, 'Cel', '[degF]', 99.5],
    [180, '[lb_av]', 'kg', 81.6466266],
    [0.97, '1', '%', 97],
    [16, '{breaths}/min', '/min', 16],
    [16, 'kPa', 'mm[Hg]', 120.010200867],
    [120, 'mm[Hg]', 'mm[Hg]', 120],
  ])('%d %s is %s %d', (value, from, to, expected) => {
    expect(convertUnit(value, from, to)).toEqual({ value: expected })
  })

  test.each([
    [53, 'mmol/mol', '%', 'unit-ratio'], // HbA1c: UCUM says 5.3, the clinic 7.0
    [7, '%', 'mmol/mol', 'unit-ratio'],
    [120, 'mmHg', 'mm[Hg]', 'unit-unknown'],
    [1, 'kg', 'mm[Hg]', 'unit-incompatible'],
    [100, 'mg/dL', 'mmol/L', 'unit-incompatible'], // of what?
  ])('%d %s to %s is refused: %s', (value, from, to, refused) => {
    expect(convertUnit(value, from, to)).toEqual({ refused })
  })
})
