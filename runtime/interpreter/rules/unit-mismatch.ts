/** Rule `unit-mismatch`: what is compared or received in numbers is in the same unit. */
import type { Condition, Limit, PathwayDefinition } from '../../../schemas/index.ts'
import { unitOfValue } from '../condition/values.ts'
import { below } from '../pointer.ts'
import { present } from '../reading/comparators.ts'
import { fill } from '../say.ts'
import { unitIn } from '../sentences/names.ts'
import { objectsIn } from '../walk.ts'
import { measurementsByLoinc } from './reasoning/codes.ts'
import { dimensionOf, sameDimension } from './reasoning/ucum.ts'
import { valued, valueTitled } from './reasoning/values.ts'
import { allConditionsOf } from './reasoning/walked.ts'
import { both, titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  loinc: {
    nl: 'LOINC {loinc} is {meaning}, en dat wordt niet in {unit} gemeten. Gebruik een eenheid zoals {expected}, of een andere code.',
    en: 'LOINC {loinc} is {meaning}, which is not measured in {unit}. Use a unit such as {expected}, or another code.',
  },
  loincExample: {
    nl: 'Stuurt het toestel van een patiënt {meaning} in {expected}, dan is dat niet om te rekenen naar {unit}, en wordt de waarde geweigerd.',
    en: 'When the device of a patient sends {meaning} in {expected}, it cannot be converted to {unit}, and the value is refused.',
  },
  twice: {
    nl: '“{one}” en “{other}” hebben dezelfde code ({loinc}) en verschillende eenheden ({oneUnit} en {otherUnit}). Maak er één meting van, of geef elk een eigen code.',
    en: '“{one}” and “{other}” have the same code ({loinc}) and different units ({oneUnit} and {otherUnit}). Make them one measurement, or give each a code of its own.',
  },
  twiceExample: {
    nl: 'Van een patiënt die een waarde met code {loinc} stuurt, is niet te zeggen of zij in {oneUnit} of in {otherUnit} bewaard moet worden.',
    en: 'For a patient who sends a value with code {loinc}, nobody can say whether to keep it in {oneUnit} or in {otherUnit}.',
  },
  limit: {
    nl: '{title} (in {unit}) wordt hier vergeleken met “{other}”, die in {otherUnit} is. Gebruik een grens bij dezelfde meting.',
    en: '{title} (in {unit}) is compared here with “{other}”, which is in {otherUnit}. Use a limit that belongs to the same measurement.',
  },
  limitExample: {
    nl: 'Bij een patiënt met “{other}” op {usual} wordt {title} met datzelfde getal vergeleken, in {unit}.',
    en: 'For a patient with “{other}” at {usual}, {title} is compared with that same number, in {unit}.',
  },
  noUnit: { nl: 'geen eenheid', en: 'no unit' },
}

export const unitMismatch: Rule = {
  code: 'unit-mismatch',
  check: (pathway) => [...againstLoinc(pathway), ...amongMeasurements(pathway), ...againstLimits(pathway)],
}

const againstLoinc = ({ definition, replace, broken }: Examined): Draft[] =>
  objectsIn(definition.measurements).flatMap(([name, { loinc, unit }]) => {
    const known = Object.hasOwn(measurementsByLoinc, loinc ?? '') ? measurementsByLoinc[loinc!]! : null
    const path = below('/measurements', name, 'unit')
    const [measured, expected] = [dimensionOf(unit ?? ''), dimensionOf(known?.unit ?? '')]
    if (!known || !measured || !expected || sameDimension(measured, expected) || broken(path)) return []
    const about = { loinc: loinc!, meaning: known, unit: told(unit), expected: told(known.unit) }
    const fix = replace(path, JSON.stringify(known.unit))
    return [{ path, message: fill(words.loinc, about), example: fill(words.loincExample, about), fix }]
  })

/** The second of two measurements with one code. */
function amongMeasurements({ definition }: Examined): Draft[] {
  const first = new Map<string, string>()
  return objectsIn(definition.measurements).flatMap(([name, { loinc, unit }]) => {
    const before = first.get(loinc ?? '')
    if (loinc === undefined || before === undefined) {
      if (loinc !== undefined) first.set(loinc, name)
      return []
    }
    const other = definition.measurements[before]?.unit
    if (other === unit) return []
    const about = {
      loinc,
      one: valueTitled(definition, before),
      other: valueTitled(definition, name),
      oneUnit: told(other),
      otherUnit: told(unit),
    }
    const path = below('/measurements', name, ...(unit === undefined ? [] : ['unit']))
    return [{ path, message: fill(words.twice, about), example: fill(words.twiceExample, about) }]
  })
}

/** Subjects that are in the unit of their value. */
const inUnit = ['measurement', 'mean', 'median', 'min', 'max', 'rise', 'fall', 'deviation'] as const

const againstLimits = (pathway: Examined): Draft[] =>
  allConditionsOf(pathway).flatMap(({ path, condition }) => {
    const subject = present(condition, inUnit)[0]
    if (subject === undefined || condition.percent) return []
    return comparedWith(condition).flatMap(([key, limit]) =>
      against(pathway, below(path, key), String(condition[subject]), limit),
    )
  })

/** The personal limits that a value is compared with, by the key under which they stand. */
const comparedWith = (condition: Condition): [key: string, limit: Limit][] => [
  ...present(condition, ['above', 'atLeast', 'below', 'atMost']).map((key): [string, Limit] => [key, condition[key]!]),
  ...(typeof condition.from === 'object' ? [['from', condition.from] satisfies [string, Limit]] : []),
]

function against({ definition }: Examined, path: string, value: string, limit: Limit): Draft[] {
  const name = typeof limit === 'object' ? limit.parameter : ''
  const parameter = definition.parameters?.[name]
  if (parameter?.measurement === undefined || !differ(definition, value, parameter.measurement)) return []
  const about = {
    title: valueTitled(definition, value),
    unit: told(unitOfValue(definition, value)),
    other: titled(definition, 'parameters', name),
    otherUnit: told(unitOfValue(definition, parameter.measurement)),
    usual: valued(definition, parameter.measurement, parameter.default),
  }
  return [{ path, message: fill(words.limit, about), example: fill(words.limitExample, about) }]
}

/** Of what has no unit nothing is said. */
function differ(definition: PathwayDefinition, one: string, other: string): boolean {
  const [unit, otherUnit] = [one, other].map((name) => unitOfValue(definition, name))
  return unit !== undefined && otherUnit !== undefined && unit !== otherUnit
}

const told = (unit: string | undefined) =>
  unit === undefined ? words.noUnit : both((language) => unitIn(unit, language) || unit.replaceAll(/[{}]/g, ''))
