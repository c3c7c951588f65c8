/** The steps in which a score goes up, from the points of its inputs: for the checks. */
import type { PathwayDefinition, Score, ScoreInput } from '../../../schemas/index.ts'
import { objectsIn } from '../walk.ts'
import { pointsOf } from './score-range.ts'
import { valueNamed } from './values.ts'

/** Scores may be made of scores: deeper than this nothing is said. */
const DEEPEST = 10

/** Its own precision; 1 for a sum of whole points; null where a total can lie anywhere. */
export function scoreStep(definition: PathwayDefinition, score: Score, depth = 0): number | null {
  if (score.precision !== undefined) return score.precision
  if (score.combine === 'mean' || depth > DEEPEST || !whole(score.missing?.points)) return null
  return objectsIn(score.inputs).every(([, input]) => isWhole(definition, input, depth)) ? 1 : null
}

function isWhole(definition: PathwayDefinition, input: ScoreInput, depth: number): boolean {
  const bands = objectsIn(input.bands)
  if (!whole(input.weight)) return false
  if (bands.length > 0) return bands.every(([, { points }]) => whole(points))
  if (input.fact !== undefined) return ['integer', 'boolean'].includes(definition.facts?.[input.fact]?.type ?? '')
  const value = valueNamed(definition, input.measurement ?? input.answer ?? input.score ?? '')
  if (value?.kind === 'score') return scoreStep(definition, value.part, depth + 1) === 1
  if (value?.kind === 'item') return objectsIn(value.part.options).every(([, option]) => whole(pointsOf(option) ?? 0))
  return value?.part.type === 'boolean' || (value?.part.precision !== undefined && whole(value.part.precision))
}

/** What is left out is 1 or 0. */
const whole = (number: number | undefined): boolean => number === undefined || Number.isInteger(number)
