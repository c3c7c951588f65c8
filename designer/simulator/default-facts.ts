/** A patient to begin with: facts with which the pathway includes somebody, so that playing can start at once. */
import type { Value } from '../../runtime/interpreter/enrolment.ts'
import type { Pathway } from '../../runtime/interpreter/index.ts'
import { include } from '../../runtime/interpreter/index.ts'
import type { Fact } from '../../schemas/index.ts'

/** More yes-or-no facts than this are not tried in every combination: the answers then start as "yes". */
const mostTried = 10

/** Facts that give the answer "included" when some combination of yes and no does; else the first guess. */
export function defaultFacts(pathway: Pathway): Record<string, Value> {
  const facts = Object.entries(pathway.definition.facts ?? {})
  const guess = Object.fromEntries(facts.map(([name, fact]) => [name, firstGuess(fact)]))
  const yesNo = facts.filter(([, fact]) => fact.type === 'boolean').map(([name]) => name)
  const candidates = yesNo.length > mostTried ? [guess] : combinations(guess, yesNo)
  return candidates.find((candidate) => include(pathway, candidate).answer === 'included') ?? guess
}

/** The middle of the range is an adult wherever a pathway asks for an age. */
function firstGuess(fact: Fact): Value {
  if (fact.type === 'boolean') return true
  if (fact.type === 'choice') return fact.options?.[0] ?? ''
  return Math.round(((fact.from ?? 0) + (fact.to ?? fact.from ?? 0)) / 2)
}

function combinations(guess: Record<string, Value>, names: string[]): Record<string, Value>[] {
  const none = [guess]
  return names.reduce((known, name) => [...known, ...known.map((facts) => ({ ...facts, [name]: false }))], none)
}
