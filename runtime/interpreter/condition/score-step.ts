/** The steps in which a score goes up, from the points of its inputs: for the checks. */
import type { PathwayDefinition, Score, ScoreInput } from '../../../schemas/index.ts'
import { objectsIn } from '../walk.ts'
import { pointsOf } from './score-range.ts'
import { valueNamed } from './values.ts'

/**
 * Its own precision; 1 for a sum of whole points; null where a total can lie anywhere. Scores may be made of scores: each is
 * looked at once (`known`), and of a circle nothing is said.
 */
export function scoreStep(
  definition: PathwayDefinition,
  score: Score,
  known: Map<Score, number | null> = new Map(),
): number | null {
  const before = known.get(score)
  if (before !== undefined) return before
  known.set(score, null)
  const step = score.precision ?? (addsUpWhole(definition, score, known) ? 1 : null)
  known.set(score, step)
  return step
}

const addsUpWhole = (definition: PathwayDefinition, score: Score, known: Map<Score, number | null>): boolean =>
  score.combine !== 'mean' &&
  whole(score.missing?.points) &&
  objectsIn(score.inputs).every(([, input]) => isWhole(definition, input, known))

function isWhole(definition: PathwayDefinition, input: ScoreInput, known: Map<Score, number | null>): boolean {
  const bands = objectsIn(input.bands)
  if (!whole(input.weight)) return false
  if (bands.length > 0) return bands.every(([, { points }]) => whole(points))
  if (input.fact !== undefined) return ['integer', 'boolean'].includes(definition.facts?.[input.fact]?.type ?? '')
  const value = valueNamed(definition, input.measurement ?? input.answer ?? input.score ?? '')
  if (value?.kind === 'score') return scoreStep(definition, value.part, known) === 1
  if (value?.kind === 'item') return objectsIn(value.part.options).every(([, option]) => whole(pointsOf(option) ?? 0))
  return value?.part.type === 'boolean' || (value?.part.precision !== undefined && whole(value.part.precision))
}

/** What is left out is 1 or 0. */
const whole = (number: number | undefined): boolean => number === undefined || Number.isInteger(number)
