/** Example patients for whom a threshold does not fire, although its author meant it to. */
import type { Condition, PathwayDefinition } from '../../../../schemas/index.ts'
import type { BothLanguages } from '../../problem.ts'
import { comparators, present } from '../../reading/comparators.ts'
import { fill } from '../../say.ts'
import { domainOf } from './domain.ts'
import { examplePatient } from './patient.ts'
import { alternatives, possible, type Literal } from './satisfiable.ts'
import { valued, valueTitled } from './values.ts'
import { clause } from './wording.ts'

const words = {
  example: {
    nl: 'Er bestaat geen patiënt bij wie dit waar is: “{clause}”.',
    en: 'There is no patient for whom this is true: “{clause}”.',
  },
  highest: {
    nl: 'Ook bij een patiënt met de hoogste waarde die wordt beoordeeld ({title} {value}) gebeurt er niets.',
    en: 'Even for a patient with the highest value that is evaluated ({title} {value}), nothing happens.',
  },
  lowest: {
    nl: 'Ook bij een patiënt met de laagste waarde die wordt beoordeeld ({title} {value}) gebeurt er niets.',
    en: 'Even for a patient with the lowest value that is evaluated ({title} {value}), nothing happens.',
  },
  either: {
    nl: 'Bij {patient} gebeurt er niets, want dan is niet waar: “{clause}”.',
    en: 'For {patient} nothing happens, because this is not true then: “{clause}”.',
  },
  eitherNot: {
    nl: 'Bij {patient} gebeurt er niets, want dan is dit al waar: “{clause}”.',
    en: 'For {patient} nothing happens, because this is true already: “{clause}”.',
  },
}

/** The patient who comes nearest: the highest or lowest value that is still looked at. */
export function outOfReachExample(definition: PathwayDefinition, condition: Condition): BothLanguages {
  const domain = domainOf(definition, condition)
  const name = condition.measurement ?? condition.mean ?? condition.median ?? condition.score ?? condition.answer
  const about = { clause: clause(definition, condition) }
  if (domain === null || 'answers' in domain || name === undefined) return fill(words.example, about)
  if (condition.between || condition.is !== undefined || condition.oneOf) return fill(words.example, about)
  const downwards = present(condition, comparators).some((key) => key === 'below' || key === 'atMost')
  const nearest = downwards ? domain.from : domain.to
  const said = downwards ? words.lowest : words.highest
  return Number.isFinite(nearest)
    ? fill(said, { title: valueTitled(definition, name), value: valued(definition, name, nearest) })
    : fill(words.example, about)
}

/** A patient for whom the first part is true, and the first part that then cannot be. */
export function contradictionExample(definition: PathwayDefinition, condition: Condition): BothLanguages {
  const way: Literal[] = alternatives(condition)?.[0] ?? []
  const last = way.findIndex((_, index) => !possible(definition, way.slice(0, index + 1)))
  const against = way[last]
  const same = way.slice(0, Math.max(0, last)).find((earlier) => against && !possible(definition, [earlier, against]))
  if (against === undefined || same === undefined || same.negated)
    return fill(words.example, { clause: clause(definition, condition) })
  return fill(against.negated ? words.eitherNot : words.either, {
    patient: examplePatient(definition, same.condition),
    clause: clause(definition, against.condition),
  })
}
