/** Whether the facts of a registration are answers to what the pathway asks. What is not known may be left out. */
import type { Fact } from '../../schemas/index.ts'
import type { Value } from '../interpreter/enrolment.ts'
import type { Pathway } from '../interpreter/index.ts'
import { refuse } from './refused.ts'

/** Throws `Refused` `unknown-fact` or `wrong-fact`, with the place in the body. */
export function verifyFacts({ definition }: Pathway, facts: Record<string, Value>): void {
  const known = definition.facts ?? {}
  for (const [name, value] of Object.entries(facts)) {
    const path = `/facts/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const fact = Object.hasOwn(known, name) ? known[name] : undefined
    if (!fact) throw refuse('unknown-fact', { fact: name, known: Object.keys(known).join(', ') }, { path })
    if (!fits(fact, value)) throw refuse('wrong-fact', { fact: name, expected: expected(fact) }, { path })
  }
}

function fits(fact: Fact, value: Value): boolean {
  if (fact.type === 'boolean') return typeof value === 'boolean'
  if (fact.type === 'choice') return (fact.options ?? []).some((option) => option === value)
  if (typeof value !== 'number' || !Number.isFinite(value)) return false
  const whole = fact.type === 'decimal' || Number.isInteger(value)
  return whole && value >= (fact.from ?? -Infinity) && value <= (fact.to ?? Infinity)
}

/** What is expected, the same in both languages: `true / false`, `0–120`, `a / b`. */
function expected({ type, options, from, to }: Fact): string {
  if (type === 'boolean') return 'true / false'
  if (type === 'choice') return (options ?? []).join(' / ')
  return `${type === 'integer' ? '0, 1, 2, …' : '0.0, 0.1, …'} (${from ?? '−∞'} – ${to ?? '∞'})`
}
