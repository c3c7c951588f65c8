/** Somebody who may take part: facts with which the registration answers `included`. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import type { Value } from '../../interpreter/enrolment.ts'
import { include } from '../../interpreter/include.ts'
import type { Pathway } from '../../interpreter/pathway.ts'
import { conditionsIn, partsOf } from '../../interpreter/walk.ts'
import { tidy, turnsOf } from './values.ts'

type Facts = Record<string, Value>

/** First one with no other wish than to take part; then one for each fact that thresholds or transitions look at, at each of its limits. */
export function registrationsFor(pathway: Pathway): Facts[] {
  const { definition } = pathway
  const plain = admitted(pathway, {})
  const looked = conditionsIn(definition)
    .filter(({ use }) => use === 'threshold' || use === 'guard')
    .flatMap(partsOf)
    .flatMap(({ condition }) => condition.fact ?? [])
  const others = [...new Set(looked)].flatMap((name) =>
    choicesOf(definition, name).map((value) => admitted(pathway, { [name]: value })),
  )
  const known = new Set<string>()
  return [plain, ...others].filter((facts): facts is Facts => {
    const text = JSON.stringify(facts)
    return facts !== null && !known.has(text) && Boolean(known.add(text))
  })
}

/** Changes one fact at a time until the registration has no objection left; null when that does not work out. */
function admitted(pathway: Pathway, fixed: Facts): Facts | null {
  const names = Object.keys(pathway.definition.facts ?? {}).filter((name) => !Object.hasOwn(fixed, name))
  let facts: Facts = { ...fixed }
  for (const name of names) facts = best(pathway, facts, name)
  for (let round = 0; round < 3 && objections(pathway, facts) > 0; round++)
    for (const name of names) facts = best(pathway, facts, name)
  return objections(pathway, facts) === 0 ? facts : null
}

function best(pathway: Pathway, facts: Facts, name: string): Facts {
  const choices = choicesOf(pathway.definition, name).map((value) => ({ ...facts, [name]: value }))
  const weighed = choices.map((choice) => ({ choice, weight: objections(pathway, choice) }))
  return weighed.toSorted((one, other) => one.weight - other.weight)[0]?.choice ?? facts
}

function objections(pathway: Pathway, facts: Facts): number {
  const { answer, reasons } = include(pathway, facts)
  if (answer === 'included') return 0
  return reasons.length + (answer === 'excluded' ? 1000 : 1)
}

/** What a fact can be: its answers, or its limits and one step beside them. */
function choicesOf(definition: PathwayDefinition, name: string): Value[] {
  const { type, options = [], from, to } = definition.facts![name]!
  if (type === 'boolean') return [false, true]
  if (type === 'choice') return options
  const asking = (condition: Condition) => condition.fact === name
  const turns = conditionsIn(definition)
    .flatMap(partsOf)
    .flatMap(({ condition }) => (asking(condition) ? turnsOf(definition, condition) : []))
  const near = turns.flatMap((turn) => [turn, tidy(turn - 1), tidy(turn + 1)])
  const numbers = [...near, ...[from, to].filter((one) => one !== undefined), ...(near.length > 0 ? [] : [1])]
  return [...new Set(numbers)].filter((one) => one >= (from ?? -Infinity) && one <= (to ?? Infinity))
}
