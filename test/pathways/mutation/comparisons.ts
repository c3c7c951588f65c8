/** Every comparison in a pathway: of conditions, of the bands of scores and of their outcomes. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import { below } from '../../../runtime/interpreter/pointer.ts'
import { conditionsIn, partsOf } from '../../../runtime/interpreter/walk.ts'
import { answersOf, stepOf } from './values.ts'

/** `values` are all values that can be compared, null when they cannot be listed. */
export type Comparison = { path: string; part: Record<string, unknown>; step: number; values: unknown[] | null }

/** Indicators are for the evaluation: no story speaks of them. */
export function comparisonsIn(definition: PathwayDefinition): Comparison[] {
  const roots = conditionsIn(definition).filter(({ use }) => use !== 'indicator')
  const conditions = roots.flatMap(partsOf).map(({ path, condition }) => ofCondition(definition, path, condition))
  return [...conditions, ...ofScores(definition)].filter(({ part }) =>
    COMPARATORS.some((comparator) => part[comparator] !== undefined),
  )
}

export const COMPARATORS = ['above', 'atLeast', 'below', 'atMost', 'between', 'is'] as const

/** `where` of a count holds the comparator itself. */
function ofCondition(definition: PathwayDefinition, path: string, condition: Condition): Comparison {
  const { where } = condition
  const here = where ? below(path, 'where') : path
  const part = (where ?? condition) as Record<string, unknown>
  return { path: here, part, step: stepOf(definition, condition), values: answersOf(definition, condition) }
}

function ofScores(definition: PathwayDefinition): Comparison[] {
  return Object.entries(definition.scores ?? {}).flatMap(([name, { inputs, outcomes = [], precision = 1 }]) => [
    ...Object.entries(inputs).flatMap(([key, { bands = [], ...input }]) => {
      const [step, values] = [stepOf(definition, input as Condition), answersOf(definition, input as Condition)]
      return bands.map((band, index) => ({
        path: below('/scores', name, 'inputs', key, 'bands', index),
        part: { ...band } as Record<string, unknown>,
        step,
        values,
      }))
    }),
    ...outcomes.map((outcome, index) => ({
      path: below('/scores', name, 'outcomes', index),
      part: { ...outcome } as Record<string, unknown>,
      step: precision,
      values: null,
    })),
  ])
}
