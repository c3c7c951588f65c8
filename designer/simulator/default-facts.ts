/** A patient to begin with: facts with which the pathway includes somebody, so that playing can start at once. */
import type { Value } from '../../runtime/interpreter/enrolment.ts'
import type { Pathway } from '../../runtime/interpreter/index.ts'
import { include } from '../../runtime/interpreter/index.ts'
import type { Condition, Fact } from '../../schemas/index.ts'

/** Facts that give the answer "included" where they can be found; else the nearest that was. */
export function defaultFacts(pathway: Pathway): Record<string, Value> {
  const entries = Object.entries(pathway.definition.facts ?? {})
  let facts: Record<string, Value> = Object.fromEntries(entries.map(([name, fact]) => [name, firstGuess(fact)]))
  for (let tries = 0; tries < entries.length; tries++) facts = improved(pathway, facts) ?? facts
  return facts
}

/** The middle of the range is an adult wherever a pathway asks for an age. */
function firstGuess(fact: Fact): Value {
  if (fact.type === 'boolean') return true
  if (fact.type === 'choice') return fact.options?.[0] ?? ''
  return Math.round(((fact.from ?? 0) + (fact.to ?? fact.from ?? 0)) / 2)
}

/** The facts with one changed, so that one reason against this patient is gone; null when none can be taken away. */
function improved(pathway: Pathway, facts: Record<string, Value>): Record<string, Value> | null {
  for (const { path, condition } of include(pathway, facts).reasons) {
    for (const { fact, value } of factsIn(condition).flatMap(alternatives)) {
      const tried = { ...facts, [fact]: value }
      if (!include(pathway, tried).reasons.some((reason) => reason.path === path)) return tried
    }
  }
  return null
}

/** The comparisons of facts inside a condition. */
function factsIn(condition: Condition): Condition[] {
  const inside = [...(condition.all ?? []), ...(condition.any ?? []), ...(condition.not ? [condition.not] : [])]
  return condition.fact === undefined ? inside.flatMap(factsIn) : [condition]
}

/** Values that may turn a comparison around: yes and no, and the numbers on and next to its limit. */
function alternatives(condition: Condition): { fact: string; value: Value }[] {
  const { fact = '', above, atLeast, below, atMost, is, oneOf } = condition
  const limits = [above, atLeast, below, atMost].filter((limit) => typeof limit === 'number')
  const around = limits.flatMap((limit) => [limit, limit + 1, limit - 1])
  const answers = typeof is === 'boolean' ? [is, !is] : [is, oneOf?.[0]].filter((answer) => answer !== undefined)
  return [...answers, ...around].map((value) => ({ fact, value }))
}
