import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertUnit, isUnit } from '../../../../runtime/fhir/units.ts'
import {
  isConcept,
  isLoinc,
  measurementsByLoinc,
  otherLoinc,
} from '../../../../runtime/interpreter/rules/reasoning/codes.ts'
import { dimensionOf, sameDimension, unitMeant } from '../../../../runtime/interpreter/rules/reasoning/ucum.ts'
import { runs } from '../../../property.ts'

const units = [
  'mm[Hg]',
  'kPa',
  '/min',
  '{beats}/min',
  '%',
  'Cel',
  '[degF]',
  'K',
  'kg',
  'g',
  '[lb_av]',
  '[oz_av]',
  'cm',
  'm',
  '[in_i]',
  'mmol/L',
  'mg/dL',
  'ug/g',
  'mg/kg',
  'L/min',
  'mL',
  'L',
  'mL/min/{1.73_m2}',
  'mL/min',
  'kg/m2',
  '{score}',
  '{steps}/(24.h)',
  'h',
  'min',
  's',
  'd',
  'wk',
  'mo',
  'a',
  'mmol/mol',
  'U/L',
  '[iU]/L',
  'pmol/L',
  '10*9/L',
  '10*3/uL',
  'g/L',
  'ug/L',
  'm/s2',
  'kcal',
  'W',
  'mV',
  'meq/L',
  'cm[H2O]',
  'deg',
  '1',
  'kg.m-2',
  '/(24.h)',
  'mg/(24.h)',
  'mosm/kg',
  'nmol/L',
  'L/s',
  'mSv',
  '[pH]',
]

describe('units', () => {
  it.each(units)('%s is a unit, as the whole of UCUM says', (unit) => {
    expect(isUnit(unit)).toBe(true)
    expect(dimensionOf(unit)).not.toBeNull()
  })

  it.each([
    'mmHg',
    'bpm',
    '°C',
    'lbs',
    'kgg',
    'mm[Hg',
    'kg/',
    '/',
    'mmol\\L',
    'kilo',
    '',
    '{score',
    'kg m',
    'toString',

    'constructor',
  ])('%s is none', (unit) => {
    expect(isUnit(unit)).toBe(false)
    expect(dimensionOf(unit)).toBeNull()
  })

  it('two units are of one kind when UCUM can convert them, apart from what only a molar mass connects', () => {
    const measured = units.filter((unit) => !/mol|eq|osm|U\/|iU|10\*|pH|deg$|Sv|cal|\{score\}|^1$|%/.test(unit))
    fc.assert(
      fc.property(fc.constantFrom(...measured), fc.constantFrom(...measured), (one, other) => {
        const converts = 'value' in convertUnit(1, one, other)
        expect(sameDimension(dimensionOf(one)!, dimensionOf(other)!)).toBe(converts)
      }),
      { numRuns: runs(300) },
    )
  })

  it('what people write stands for a unit', () => {
    const meant = ['mmHg', 'mm Hg', '°C', 'bpm', 'slagen/min', 'Kg', 'procent', 'jaar', 'µg/g'].map(unitMeant)
    expect(meant).toEqual(['mm[Hg]', 'mm[Hg]', 'Cel', '/min', '/min', 'kg', '%', 'a', 'ug/g'])
    expect(unitMeant('constructor')).toBeNull()
    for (const unit of meant) expect(isUnit(unit!)).toBe(true)
  })
})

describe('check digits', () => {
  it('every LOINC code that is known here has its digit, and a unit', () => {
    for (const code of [...Object.keys(measurementsByLoinc), ...otherLoinc])
      expect([code, isLoinc(code)]).toEqual([code, true])
    for (const { unit } of Object.values(measurementsByLoinc)) expect(isUnit(unit)).toBe(true)
  })

  it('one digit of a LOINC code that changes is noticed', () => {
    const codes = [...Object.keys(measurementsByLoinc), ...otherLoinc]
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.nat(7), fc.integer({ min: 1, max: 9 }), (code, place, more) => {
        const at = place % code.length
        fc.pre(code[at] !== '-')
        const changed = code.slice(0, at) + ((Number(code[at]) + more) % 10) + code.slice(at + 1)
        expect(isLoinc(changed)).toBe(false)
      }),
      { numRuns: runs(300) },
    )
  })

  const concepts = [
    '38341003',
    '271649006',
    '271650006',
    '364075005',
    '431314004',
    '386725007',
    '27113001',
    '1104051000000101',
    '1104441000000107',
    '6797001',
  ]

  it.each(concepts)('%s is a concept', (code) => expect(isConcept(code)).toBe(true))

  it('a description, a short code and a long one without an extension are none', () => {
    for (const code of ['751689013', '38341', '038341003', 'x8341003']) expect(isConcept(code)).toBe(false)
  })

  it('a digit that changes, or two neighbours that swap, are noticed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...concepts), fc.nat(15), fc.integer({ min: 1, max: 9 }), (code, place, more) => {
        const at = place % (code.length - 1)
        const changed = code.slice(0, at) + ((Number(code[at]) + more) % 10) + code.slice(at + 1)
        const swapped = code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2)
        expect(isConcept(changed)).toBe(false)
        if (code[at] !== code[at + 1]) expect(isConcept(swapped)).toBe(false)
      }),
      { numRuns: runs(300) },
    )
  })
})
