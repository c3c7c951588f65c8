/** Rule `invalid-code`: codes and units exist, as far as their form and check digit can tell. */
import { nearest } from '../nearest.ts'
import { below, keysOf, lastKeyOf, parentOf, partAt } from '../pointer.ts'
import type { BothLanguages } from '../problem.ts'
import { fill } from '../say.ts'
import { textOf } from '../sentences/names.ts'
import type { Text } from '../../../schemas/index.ts'
import { isConcept, isLoinc, measurementsByLoinc, otherLoinc } from './reasoning/codes.ts'
import { dimensionOf, unitMeant } from './reasoning/ucum.ts'
import { partsWritten } from './reasoning/walked.ts'
import { both } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  loinc: {
    nl: '“{code}” is geen LOINC-code: het laatste cijfer is een controlecijfer, en dat klopt niet. Zoek de code op in LOINC.',
    en: '“{code}” is no LOINC code: its last digit is a check digit, and it is wrong. Look the code up in LOINC.',
  },
  loincNear: {
    nl: '“{code}” is geen LOINC-code: het controlecijfer klopt niet. Bedoelt u “{meant}”?',
    en: '“{code}” is no LOINC code: its check digit is wrong. Do you mean “{meant}”?',
  },
  snomed: {
    nl: '“{code}” is geen code van een begrip in SNOMED CT: het controlecijfer of het soort code klopt niet. Zoek de code op.',
    en: '“{code}” is no code of a SNOMED CT concept: its check digit or kind is wrong. Look the code up.',
  },
  unit: {
    nl: '“{code}” is geen eenheid die Zorgpad kent. Schrijf haar als in UCUM, zoals mm[Hg], /min, Cel of kg.',
    en: '“{code}” is no unit that Zorgpad knows. Write it as in UCUM, such as mm[Hg], /min, Cel or kg.',
  },
  unitNear: {
    nl: '“{code}” is geen eenheid in UCUM. Bedoelt u “{meant}”?',
    en: '“{code}” is no unit of UCUM. Do you mean “{meant}”?',
  },
  codeExample: {
    nl: 'Stuurt het toestel van een patiënt een waarde met de juiste code, dan herkent Zorgpad haar niet als “{title}”.',
    en: 'When the device of a patient sends a value with the right code, Zorgpad does not recognise it as “{title}”.',
  },
  unitExample: {
    nl: 'Stuurt het toestel van een patiënt een waarde van “{title}”, dan is niet te zeggen hoeveel {code} dat is.',
    en: 'When the device of a patient sends a value of “{title}”, nobody can say how many {code} that is.',
  },
}

export const invalidCode: Rule = {
  code: 'invalid-code',
  check: (pathway) =>
    partsWritten(pathway).flatMap(({ path, value }) => {
      if (typeof value !== 'string' || pathway.broken(path)) return []
      return finding(pathway, path, value) ?? []
    }),
}

/** What is not written in the form of a code is reported by the reading. */
function finding(pathway: Examined, path: string, code: string): Draft | null {
  const key = lastKeyOf(path)
  const [section] = keysOf(path)
  if ((key === 'loinc' || key === 'panel') && !isLoinc(code)) return wrongLoinc(pathway, path, code)
  if (key === 'snomed' && !isConcept(code)) return draft(pathway, path, code, words.snomed, words.codeExample)
  if (key !== 'unit' || !['measurements', 'facts', 'scores'].includes(section ?? '') || dimensionOf(code)) return null
  return wrongUnit(pathway, path, code)
}

function wrongLoinc(pathway: Examined, path: string, code: string): Draft {
  const known = [...Object.keys(measurementsByLoinc), ...otherLoinc]
  // Only the check digit, or two neighbouring digits swapped: what differs more may be any code.
  const near = known.filter((other) => sameDigits(other, code))
  const meant = near.length === 1 ? nearest(code, near) : null
  if (meant === null) return draft(pathway, path, code, words.loinc, words.codeExample)
  const message = fill(words.loincNear, { meant })
  return { ...draft(pathway, path, code, message, words.codeExample), fix: pathway.replace(path, meant) }
}

const sameDigits = (one: string, other: string): boolean =>
  one.slice(0, -2) === other.slice(0, -2) || one.split('').toSorted().join('') === other.split('').toSorted().join('')

/** Zorgpad does not know every unit of UCUM: only of what people are known to write instead it is certain. */
function wrongUnit(pathway: Examined, path: string, code: string): Draft {
  const meant = unitMeant(code)
  if (meant === null) return { ...draft(pathway, path, code, words.unit, words.unitExample), severity: 'warning' }
  const message = fill(words.unitNear, { meant })
  const fix = pathway.replace(path, JSON.stringify(meant))
  return { ...draft(pathway, path, code, message, words.unitExample), fix }
}

function draft(pathway: Examined, path: string, code: string, message: BothLanguages, example: BothLanguages): Draft {
  const about = { code, title: titleAt(pathway, parentOf(path)) }
  return { path, message: fill(message, about), example: fill(example, about) }
}

/** The title of the part that has the code, of the pathway for the code of its condition. */
function titleAt({ raw }: Examined, path: string): BothLanguages {
  const part = partAt(raw, path === '/condition' ? '' : path) as { title?: Text; ask?: Text } | undefined
  return both((language) => textOf(part?.title ?? part?.ask, language) ?? lastKeyOf(below(path)))
}
