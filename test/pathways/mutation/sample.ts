/** A seeded sample of mutants of a pathway, and what became of them. */
import fc from 'fast-check'
import type { Mutation } from './mutant.ts'
import { operators } from './operators.ts'
import { openSubject, type Subject } from './subject.ts'
import { tryOut, type Verdict } from './trial.ts'

export type Outcome = { pathway: string; operator: string; mutation: Mutation; verdict: Verdict }

type Site = { operator: string; mutation: Mutation }

/** Every mutant that there is. */
export const allOf = ({ document }: Subject): Site[] =>
  operators.flatMap(({ name, mutations }) =>
    mutations(document.value).map((mutation) => ({ operator: name, mutation })),
  )

/** So many mutants, each operator as likely as another, then each place as likely as another. */
function sampleOf(subject: Subject, count: number, seed: number): Site[] {
  const sites = allOf(subject)
  const groups = operators
    .map(({ name }) => sites.filter(({ operator }) => operator === name))
    .filter((group) => group.length > 0)
  const site = fc.constantFrom(...groups).chain((group) => fc.constantFrom(...group))
  return fc.sample(site, { numRuns: count, seed })
}

/** Tries so many mutants of the pathway in `file`; without a number all of them. One that comes twice is tried once. */
export function tryFile(file: string, seed: number, count?: number): Outcome[] {
  const subject = openSubject(file)
  const verdicts = new Map<Mutation, Verdict>()
  const sites = count === undefined ? allOf(subject) : sampleOf(subject, count, seed)
  return sites.map(({ operator, mutation }) => {
    const verdict = verdicts.get(mutation) ?? tryOut(subject, mutation)
    verdicts.set(mutation, verdict)
    return { pathway: subject.name, operator, mutation, verdict }
  })
}

/** The share of those that mean something else that somebody noticed, from 0 to 1. */
export function shareCaught(outcomes: readonly Outcome[]): number {
  const real = outcomes.filter(({ verdict }) => verdict !== 'equivalent')
  const caught = real.filter(({ verdict }) => verdict !== 'survived')
  return real.length === 0 ? 1 : caught.length / real.length
}

/** Those that nobody noticed, by operator: `limit  hypertension /thresholds/crisis/when  above 180 → 181`. */
export function survivors(outcomes: readonly Outcome[]): string[] {
  const lines = outcomes
    .filter(({ verdict }) => verdict === 'survived')
    .map(({ pathway, operator, mutation }) => `${operator}  ${pathway} ${mutation.path}  ${mutation.what}`)
  return [...new Set(lines)].toSorted()
}
