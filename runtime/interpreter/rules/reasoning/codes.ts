/** Check digits of codes, and what the codes of measurements at home mean. */

/**
 * Whether the digit after the hyphen belongs to the number before it: the Luhn algorithm (modulo 10).
 * Source: LOINC Users' Guide, Appendix C, "Calculating Mod 10 Check Digits".
 */
export function isLoinc(code: string): boolean {
  const [, number, check] = /^(\d{1,7})-(\d)$/.exec(code) ?? []
  if (number === undefined) return false
  const sum = number
    .split('')
    .toReversed()
    .reduce((total, digit, place) => {
      const value = place % 2 === 0 ? Number(digit) * 2 : Number(digit)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return (10 - (sum % 10)) % 10 === Number(check)
}

/** Multiplication in the dihedral group D5, and the permutation for each place: Verhoeff's scheme. */
const product = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
]
const permutation = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
]

/**
 * Whether these digits are the identifier of a SNOMED CT concept: Verhoeff's check digit, and a partition (the two digits before
 * it) of a concept, 00 or, from an extension, 10. Source: SNOMED CT Release File Specification, § 6 "SCTID".
 */
export function isConcept(code: string): boolean {
  if (!/^[1-9]\d{5,17}$/.test(code)) return false
  const partition = code.slice(-3, -1)
  return (partition === '00' || (partition === '10' && code.length >= 11)) && verhoeff(code)
}

const verhoeff = (code: string): boolean =>
  code
    .split('')
    .toReversed()
    .reduce((check, digit, place) => {
      const moved = permutation[place % 8]![Number(digit)]!
      return Number(product[check]![Number(moved)])
    }, 0) === 0

/** Measurements at home by their LOINC code, with a unit of the kind that they are expressed in. Source: clinical facts § 1.1. */
export const measurementsByLoinc: Record<string, { unit: string; nl: string; en: string }> = {
  '8480-6': { unit: 'mm[Hg]', nl: 'bovendruk', en: 'systolic blood pressure' },
  '8462-4': { unit: 'mm[Hg]', nl: 'onderdruk', en: 'diastolic blood pressure' },
  '96608-5': { unit: 'mm[Hg]', nl: 'gemiddelde bovendruk', en: 'mean systolic blood pressure' },
  '96609-3': { unit: 'mm[Hg]', nl: 'gemiddelde onderdruk', en: 'mean diastolic blood pressure' },
  '8867-4': { unit: '/min', nl: 'hartslag', en: 'heart rate' },
  '8893-0': { unit: '/min', nl: 'pols', en: 'pulse rate' },
  '9279-1': { unit: '/min', nl: 'ademhaling', en: 'respiratory rate' },
  '59408-5': { unit: '%', nl: 'zuurstofsaturatie', en: 'oxygen saturation' },
  '2708-6': { unit: '%', nl: 'zuurstofsaturatie', en: 'oxygen saturation' },
  '3151-8': { unit: 'L/min', nl: 'zuurstof per minuut', en: 'oxygen flow' },
  '8310-5': { unit: 'Cel', nl: 'lichaamstemperatuur', en: 'body temperature' },
  '29463-7': { unit: 'kg', nl: 'lichaamsgewicht', en: 'body weight' },
  '8302-2': { unit: 'cm', nl: 'lichaamslengte', en: 'body height' },
  '39156-5': { unit: 'kg/m2', nl: 'BMI', en: 'body mass index' },
  '14743-9': { unit: 'mmol/L', nl: 'bloedglucose', en: 'blood glucose' },
  '14770-2': { unit: 'mmol/L', nl: 'nuchtere bloedglucose', en: 'fasting blood glucose' },
  '14760-3': { unit: 'mmol/L', nl: 'bloedglucose na de maaltijd', en: 'blood glucose after a meal' },
  '33452-4': { unit: 'L/min', nl: 'piekstroom', en: 'peak expiratory flow' },
  '20150-9': { unit: 'L', nl: 'FEV1', en: 'FEV1' },
  '38445-3': { unit: 'ug/g', nl: 'calprotectine', en: 'faecal calprotectin' },
  '1988-5': { unit: 'mg/L', nl: 'CRP', en: 'CRP' },
}

/** Codes of groups and instruments, to recognise a slip in them. */
export const otherLoinc = [
  '85354-9',
  '96607-7',
  '44969-4',
  '72514-3',
  '35088-4',
  '88020-3',
  '88330-6',
  '59261-8',
  '41950-7',
]
