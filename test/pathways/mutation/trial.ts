/** Whether somebody notices: the checks, or a story that was written by hand. */
import { compile } from '../../../runtime/interpreter/compile.ts'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import { playAll } from '../../../runtime/simulation/stories/play-all.ts'
import { mutated, type Mutation } from './mutant.ts'
import { codesIn, type Subject, type Touched } from './subject.ts'
import { weightOf } from './touched.ts'

export type Verdict = 'check' | 'story' | 'equivalent' | 'survived'

/** What becomes of a changed pathway. */
export function tryOut(subject: Subject, mutation: Mutation): Verdict {
  if (mutation.equivalent) return 'equivalent'
  const { apply, applyForStories = apply } = mutation
  if (isNoticedByCheck(subject, mutated(subject.document.value, apply))) return 'check'
  const definition = mutated(subject.document.value, applyForStories)
  return isNoticedByStory(subject, mutation, definition) ? 'story' : 'survived'
}

/** A problem more of some code than the pathway has as it is. */
function isNoticedByCheck({ document, codes }: Subject, value: PathwayDefinition): boolean {
  for (const [code, count] of codesIn({ ...document, value })) if (count > (codes.get(code) ?? 0)) return true
  return false
}

function isNoticedByStory(subject: Subject, { path }: Mutation, value: PathwayDefinition): boolean {
  const { document, stories, others } = subject
  const pathway = compile({ ...document, value })
  return playAll(pathway, stories, { stopAtFirst: true, order: orderFor(subject, path), others }).failed.length > 0
}

/** Parts that are only looked at by way of their conditions: a story that never looked cannot notice. */
const LOOKED_AT = /^\/(thresholds|include|exclude|always|states\/.*\/transitions)\b/

/** The stories that have most to do with the changed part first, and of those the shortest. */
function orderFor({ touched }: Subject, path: string): number[] {
  const weighed = touched.flatMap((one) => (one ? [{ ...one, weight: weightOf(one.weights, path) }] : []))
  const able = LOOKED_AT.test(path) ? weighed.filter(({ weight }) => weight > 0) : weighed
  return able.toSorted(byUse).map(({ story }) => story)
}

type Weighed = Touched & { weight: number }

const byUse = (one: Weighed, other: Weighed): number => other.weight - one.weight || one.length - other.length
