/** The inclusion answer at registration: included, excluded, or more must be known; always with the reasons. */
import type { Condition, Text } from '../../schemas/index.ts'
import type { CompiledCondition } from './condition/condition.ts'
import type { Enrolment, Value } from './enrolment.ts'
import type { Pathway } from './pathway.ts'
import type { Situation } from './condition/situation.ts'
import type { ConditionTrace } from './trace.ts'

/** `text` is the author's own reason where the pathway gives one; `condition` is what decided, for a sentence about it. */
export type InclusionReason = { path: string; condition: Condition; missing: boolean; text?: Text }
export type InclusionAnswer = { answer: 'included' | 'excluded' | 'needs-information'; reasons: InclusionReason[] }

/** Unknown facts never include anybody: they answer `needs-information` and name what is missing. */
export function include(pathway: Pathway, facts: Record<string, Value>): InclusionAnswer {
  const situation: Situation = {
    enrolment: { facts, parameters: {}, readings: {}, schedules: {}, raised: [], since: 0 } as unknown as Enrolment,
    t: 0,
    now: 0,
    submission: null,
    together: 0,
  }
  const reasonsWhere = (condition: CompiledCondition | undefined, truth: boolean | null): InclusionReason[] =>
    condition ? leaves(condition.trace(situation), truth).map((trace) => reason(pathway, trace)) : []
  if (pathway.exclude?.test(situation) === true)
    return { answer: 'excluded', reasons: reasonsWhere(pathway.exclude, true) }
  if (pathway.include?.test(situation) === false)
    return { answer: 'excluded', reasons: reasonsWhere(pathway.include, false) }
  const unknown = [pathway.include, pathway.exclude].filter((condition) => condition?.test(situation) === null)
  if (unknown.length === 0) return { answer: 'included', reasons: [] }
  return { answer: 'needs-information', reasons: unknown.flatMap((condition) => reasonsWhere(condition, null)) }
}

/** The conditions that decided: as deep as the answer stays the same, but no deeper than one that gives its own reason. */
function leaves(trace: ConditionTrace, truth: boolean | null): ConditionTrace[] {
  const children = (trace.children ?? []).filter((child) => child.truth === truth)
  return children.length === 0 ? [trace] : children.flatMap((child) => leaves(child, truth))
}

function reason(pathway: Pathway, trace: ConditionTrace): InclusionReason {
  const condition = at(pathway, trace.path)
  const text = ownReason(pathway, trace.path)
  return { path: trace.path, condition, missing: trace.missing === 'fact-unknown', ...(text ? { text } : {}) }
}

/** The reason that the author wrote at this condition or at the nearest one around it. */
function ownReason(pathway: Pathway, path: string): Text | undefined {
  for (let around = path; around; around = around.slice(0, around.lastIndexOf('/'))) {
    const { because } = (at(pathway, around) ?? {}) as Condition
    if (because) return because
  }
  return undefined
}

function at(pathway: Pathway, path: string): Condition {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], pathway.definition) as Condition
}
