/** `score: news2`: the total of a score, or the outcome that it has. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import type { Finding, Found } from '../condition/found.ts'
import { singleValue } from '../condition/single.ts'
import { domainOfValue } from '../condition/value-domain.ts'
import { precisionOf, staleOf, valueNamed } from '../condition/values.ts'
import { textOf } from '../sentences/names.ts'
import { comparedTo, valueTitle, valueUnit, wordsIn } from '../sentences/parts.ts'
import { objectsIn } from '../walk.ts'
import type { ComparedSubject } from './subject.ts'

const words = {
  total: { nl: 'de score {name}', en: 'the score {name}' },
  outcome: { nl: 'de uitkomst van {name}', en: 'the outcome of {name}' },
}

export const score = {
  key: 'score',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'scores',
      title: 'Score',
      description: 'Het totaal of de uitkomst van een score.',
      en: { title: 'Score', description: 'The total or the outcome of a score.' },
    },
    takes: [],
    requires: [],
  },
  compile: (condition, { definition, zone }) => {
    const name = condition.score!
    const total = singleValue(name, staleOf(definition, name), zone)
    return {
      find: isOutcome(condition) ? (situation) => outcomes(total(situation)) : total,
      measurements: [name],
      window: false,
      single: true,
      steady: true, // a value that goes stale makes it unknown, and that changes nothing
      precision: precisionOf(definition, name),
    }
  },
  domain: (definition, condition) => {
    const name = String(condition.score)
    if (!isOutcome(condition)) return domainOfValue(definition, name)
    return { answers: outcomesOf(definition, name).map(({ outcome }) => outcome) }
  },
  sentence: ({ definition, condition, language }, comparison) => {
    const name = valueTitle(definition, String(condition.score), language)
    return comparedTo(
      language,
      wordsIn(language, isOutcome(condition) ? words.outcome : words.total, { name }),
      comparison,
    )
  },
  unit: ({ definition, condition, language }) => valueUnit(definition, String(condition.score), language),
  literal: ({ definition, condition, language }, value) => {
    const outcome = outcomesOf(definition, String(condition.score)).find((one) => one.outcome === value)
    const title = textOf(outcome?.title, language)
    return title === undefined ? null : `“${title}”`
  },
} as const satisfies ComparedSubject

/** Compared with a name it is about the outcome, with a number about the total. */
const isOutcome = ({ is, oneOf }: Condition): boolean =>
  typeof is === 'string' || (Array.isArray(oneOf) && oneOf.some((one) => typeof one === 'string'))

function outcomesOf(definition: PathwayDefinition, name: string) {
  const value = valueNamed(definition, name)
  return value?.kind === 'score' ? objectsIn(value.part.outcomes).map(([, outcome]) => outcome) : []
}

function outcomes(finding: Finding): Finding {
  if (Array.isArray(finding)) return finding.map(outcomeOf)
  return finding.kind === 'missing' ? finding : outcomeOf(finding)
}

/** A total that no outcome fits has none: it is none of those that a condition can name. */
const outcomeOf = ({ reading }: Found): Found => ({ kind: 'literal', value: reading?.outcome ?? '', reading })
