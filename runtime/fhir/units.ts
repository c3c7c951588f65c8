/** Units by UCUM: what a value is in another unit, or why that cannot, or must not, be calculated. */
import { createRequire } from 'node:module'

/** The part of the UCUM library that we use; it has no types, and is CommonJS. */
type Ucum = {
  validateUnitString(unit: string): { status: 'valid' | 'invalid' | 'error'; ucumCode: string | null }
  convertUnitTo(
    from: string,
    value: number,
    to: string,
    options: { suggest?: boolean; molecularWeight?: number },
  ): { status: 'succeeded' | 'failed' | 'error'; toVal: number | null }
}

const library = createRequire(import.meta.url)('@lhncbc/ucum-lhc') as { UcumLhcUtils: { getInstance(): Ucum } }
const ucum = library.UcumLhcUtils.getInstance()

/** Grams per mole, by LOINC: without it an amount of substance cannot become a mass. Glucose, by meter: any, fasting, after a meal. */
const MOLAR_MASS: Record<string, number> = { '14743-9': 180.156, '14770-2': 180.156, '14760-3': 180.156 }

/** What people write for a unit where UCUM writes something else; only for texts that are shown, never for codes. */
const WRITTEN: Record<string, string> = { mmHg: 'mm[Hg]', 'mm Hg': 'mm[Hg]', '°C': 'Cel', bpm: '/min', lbs: '[lb_av]' }

/** As many digits as a double holds for certain: 37.5 Cel is 99.5 [degF], not 99.49999999999994. */
const DIGITS = 12

export type UnitRefusal =
  | 'unit-unknown' // `from` is no UCUM unit
  | 'unit-incompatible' // of another dimension: kg to mm[Hg]
  | 'unit-ratio' // UCUM calculates it, the clinic does not: HbA1c of 53 mmol/mol is 7.0 %, not 5.3 %

export type Conversion = { value: number } | { refused: UnitRefusal }

/** UCUM is written in visible ASCII; the longest unit in clinical use is a fraction of this. */
const FORM = /^[!-~]{1,80}$/

/** The library looks units up in plain objects: `constructor` would be a unit, and bring a conversion down. */
const INHERITED = new RegExp(Object.getOwnPropertyNames(Object.prototype).join('|'))

/** True for a UCUM code such as `mm[Hg]`; false for `mmHg`, `lbs` and the empty text. */
export function isUnit(code: string): boolean {
  return FORM.test(code) && !INHERITED.test(code) && ucum.validateUnitString(code).status === 'valid'
}

/** The UCUM code that a written unit stands for (`mmHg` for `mm[Hg]`), or null. */
export function unitWritten(text: string): string | null {
  const known = Object.hasOwn(WRITTEN, text) ? WRITTEN[text]! : text
  return isUnit(known) ? known : null
}

/**
 * A value in another unit. `loinc` says what was measured, which a conversion between mass and substance needs.
 * @example convertUnit(180, '[lb_av]', 'kg') // { value: 81.6466266 }
 */
export function convertUnit(value: number, from: string, to: string, { loinc }: { loinc?: string } = {}): Conversion {
  if (!isUnit(from) || !isUnit(to)) return { refused: 'unit-unknown' }
  if (from === to) return { value }
  if (isSubstance(from) !== isSubstance(to) && isBareRatio(from) && isBareRatio(to)) return { refused: 'unit-ratio' }
  const molecularWeight = loinc === undefined ? undefined : MOLAR_MASS[loinc]
  const options = molecularWeight === undefined ? {} : { molecularWeight }
  const { status, toVal } = ucum.convertUnitTo(from, value, to, options)
  if (status !== 'succeeded' || toVal === null || !Number.isFinite(toVal)) return { refused: 'unit-incompatible' }
  return { value: Number(toVal.toPrecision(DIGITS)) }
}

function isSubstance(unit: string): boolean {
  return /mol(?![a-z])|\[?eq\]?(?![a-z])/.test(unit)
}

/** A unit that UCUM takes for a plain number: %, 1, mmol/mol. */
function isBareRatio(unit: string): boolean {
  return ucum.convertUnitTo(unit, 1, '1', {}).status === 'succeeded'
}
