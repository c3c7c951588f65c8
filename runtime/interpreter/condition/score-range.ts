/** How low and how high a score can be, from the points of its inputs: for the checks. */
import type { Option, PathwayDefinition, Range, Score, ScoreInput } from '../../../schemas/index.ts'
import { isObject, objectsIn } from '../walk.ts'
import { valueNamed } from './values.ts'

const everything: Range = { from: -Infinity, to: Infinity }

/**
 * The totals that a score can have at most; wider than what really occurs where inputs exclude one another. Scores may be made
 * of scores: each is looked at once (`known`), and of a circle nothing is said.
 */
export function scoreRange(definition: PathwayDefinition, score: Score, known: Map<Score, Range> = new Map()): Range {
  const before = known.get(score)
  if (before) return before
  known.set(score, everything)
  const range = total(definition, score, known)
  known.set(score, range)
  return range
}

function total(definition: PathwayDefinition, score: Score, known: Map<Score, Range>): Range {
  const inputs = objectsIn(score.inputs).map(([, input]) => weighted(input, pointsRange(definition, input, known)))
  const absent = score.missing === undefined ? null : (score.missing.points ?? 0)
  const ranges = inputs.map((range) => (conditional(score) ? with0(range) : range)).map((range) => or(range, absent))
  if (ranges.length === 0) return everything
  const sum = (numbers: number[]): number => numbers.reduce((whole, one) => whole + one, 0)
  return score.combine === 'mean'
    ? { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) }
    : { from: sum(ranges.map(({ from }) => from)), to: sum(ranges.map(({ to }) => to)) }
}

const weighted = ({ weight = 1 }: ScoreInput, { from, to }: Range): Range =>
  weight >= 0 ? { from: from * weight, to: to * weight } : { from: to * weight, to: from * weight }

/** An input whose bands hold only under a condition may not count at all. */
const conditional = (score: Score): boolean =>
  objectsIn(score.inputs).some(([, { bands }]) => objectsIn(bands).some(([, band]) => band.if !== undefined))

const with0 = (range: Range): Range => or(range, 0)

const or = ({ from, to }: Range, points: number | null): Range =>
  points === null ? { from, to } : { from: Math.min(from, points), to: Math.max(to, points) }

function pointsRange(definition: PathwayDefinition, input: ScoreInput, known: Map<Score, Range>): Range {
  const bands = objectsIn(input.bands).map(([, { points }]) => points)
  if (bands.length > 0) return { from: Math.min(...bands), to: Math.max(...bands) }
  if (input.fact !== undefined) return rangeOf(definition.facts?.[input.fact])
  const value = valueNamed(definition, input.measurement ?? input.answer ?? input.score ?? input.mean ?? '')
  if (value === null) return everything
  if (value.kind === 'score') return scoreRange(definition, value.part, known)
  if (value.kind === 'item') return itemRange(value.part)
  if (value.part.type === 'boolean') return { from: 0, to: 1 }
  return isObject(value.part.plausible) ? value.part.plausible : everything
}

const rangeOf = (fact: { type: string; from?: number; to?: number } | undefined): Range =>
  fact?.type === 'boolean' ? { from: 0, to: 1 } : { from: fact?.from ?? -Infinity, to: fact?.to ?? Infinity }

function itemRange({ scale, options }: { scale?: Range; options?: Option[] }): Range {
  if (isObject(scale)) return scale
  if (options === undefined) return { from: 0, to: 1 }
  const points = objectsIn(options).flatMap(([, option]) => pointsOf(option) ?? [])
  return points.length === 0 ? everything : { from: Math.min(...points), to: Math.max(...points) }
}

/** What an answer counts in a score: its points, else the number that it is. */
export const pointsOf = ({ answer, points }: Option): number | null =>
  points ?? (typeof answer === 'number' ? answer : null)
