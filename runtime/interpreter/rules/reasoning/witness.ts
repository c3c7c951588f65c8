/** A patient for whom several things are true at once, found by calculation and told in plain words. */
import type { Condition, PathwayDefinition } from '../../../../schemas/index.ts'
import type { BothLanguages } from '../../problem.ts'
import { present } from '../../reading/comparators.ts'
import { subjects } from '../../reading/condition.ts'
import { fill, listed, type Language } from '../../say.ts'
import { clauseIn } from '../../sentences/condition.ts'
import { domainOf } from './domain.ts'
import { alternatives, groupPossible, grouped, holds, personalLimits, possible, stretchesFor } from './satisfiable.ts'
import { hasValue, tidy, valueIn, type Literal, type PersonalLimits } from './stretches.ts'
import { valued, valueTitled } from './values.ts'
import { both, titled } from './wording.ts'

const words = {
  patient: { nl: 'een patiënt', en: 'a patient' },
  with: { nl: ' met {traits}', en: ' with {traits}' },
  forWhom: { nl: ' bij wie {clauses}', en: ' for whom {clauses}' },
  alsoWhom: { nl: ', bij wie {clauses}', en: ', for whom {clauses}' },
  value: { nl: '{title} {value}', en: '{title} {value}' },
  mean: { nl: 'een gemiddelde {title} van {value}', en: 'a mean {title} of {value}' },
  yes: { nl: 'het antwoord ja op “{title}”', en: 'the answer yes to “{title}”' },
  no: { nl: 'het antwoord nee op “{title}”', en: 'the answer no to “{title}”' },
  answer: { nl: 'het antwoord “{answer}” op “{title}”', en: 'the answer “{answer}” to “{title}”' },
  limit: { nl: 'de persoonlijke grens “{title}” op {value}', en: 'the personal limit “{title}” at {value}' },
}

/** The literals of one way, of those `allowed`, in which all of these conditions are true together; null when there is none, or too many to look at. */
export function wayFor(
  definition: PathwayDefinition,
  conditions: readonly Condition[],
  allowed: (way: readonly Literal[]) => boolean = () => true,
): Literal[] | null {
  const ways = alternatives({ all: [...conditions] })
  return ways?.find((way) => allowed(way) && possible(definition, way)) ?? null
}

/**
 * A patient for whom all of `literals` are true.
 *
 * @example een patiënt met Bovendruk 181 mmHg en het antwoord ja op “Klachten?”
 */
export function witness(definition: PathwayDefinition, literals: readonly Literal[]): BothLanguages {
  const groups = grouped(literals)
  const limits = personalLimits(definition, literals).find((some) =>
    groups.every((group) => groupPossible(definition, group, some)),
  )
  return both((language) => told(definition, groups, limits ?? new Map(), language))
}

function told(definition: PathwayDefinition, groups: Literal[][], limits: PersonalLimits, language: Language): string {
  const traits = [
    ...groups.flatMap((group) => traitOf(definition, group, limits) ?? []),
    ...unusual(definition, limits),
  ]
  const clauses = groups
    .filter((group) => traitOf(definition, group, limits) === null)
    .flatMap((group) => group.map((literal) => clauseIn(definition, spoken(literal), language)))
  const joined = (list: string[]): string => listed(list, language, 'and')
  const having = fill(words.with, { traits: joined(traits.map((trait) => trait[language])) })
  const whom = fill(traits.length > 0 ? words.alsoWhom : words.forWhom, { clauses: joined(clauses) })
  return [words.patient, ...(traits.length > 0 ? [having] : []), ...(clauses.length > 0 ? [whom] : [])]
    .map((part) => part[language])
    .join('')
}

const spoken = ({ condition, negated }: Literal): Condition => (negated ? { not: condition } : condition)

/** A value in words; null for what is better said as a clause, such as a count of missed windows. */
function traitOf(definition: PathwayDefinition, group: Literal[], limits: PersonalLimits): BothLanguages | null {
  const { condition } = group[0]!
  const subject = present(condition, subjects)[0]
  const name = subject && String(condition[subject as 'measurement'])
  const domain = domainOf(definition, condition)
  if (name === undefined || domain === null || !toldAsValue.includes(subject!)) return null
  const title = valueTitled(definition, name)
  if ('answers' in domain) {
    const answer = domain.answers.find((one) =>
      group.every(({ condition: each, negated }) => holds(each, one) !== negated),
    )
    return answer === undefined ? null : answered(title, answer)
  }
  const stretch = stretchesFor(domain, group, limits).find((one) => hasValue(one, domain.step))
  const value = stretch && valueIn(stretch, domain.step, stretch.from === domain.from ? 'to' : 'from')
  if (value === undefined || value === null) return null
  return fill(subject === 'mean' ? words.mean : words.value, { title, value: valued(definition, name, tidy(value)) })
}

const toldAsValue: readonly string[] = ['measurement', 'mean', 'answer', 'score']

const answered = (title: BothLanguages, answer: string | boolean): BothLanguages =>
  typeof answer === 'boolean' ? fill(answer ? words.yes : words.no, { title }) : fill(words.answer, { title, answer })

/** Personal limits that differ from the usual ones. */
export const unusual = (definition: PathwayDefinition, limits: PersonalLimits): BothLanguages[] =>
  [...limits]
    .filter(([name, value]) => definition.parameters?.[name]?.default !== value)
    .map(([name, value]) =>
      fill(words.limit, { title: titled(definition, 'parameters', name), value: limitText(definition, name, value) }),
    )

/** A personal limit with the unit of what it is about. */
const limitText = (definition: PathwayDefinition, parameter: string, value: number): BothLanguages =>
  valued(definition, definition.parameters?.[parameter]?.measurement ?? '', tidy(value))
