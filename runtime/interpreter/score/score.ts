/** Scores: derived readings, computed from the newest values of their inputs, exactly. */
import type { Score } from '../../../schemas/index.ts'
import type { ConditionContext } from '../condition/condition.ts'
import { fraction } from '../condition/exact.ts'
import { number, type Found } from '../condition/found.ts'
import { allOf } from '../condition/right-side.ts'
import { DEFAULT_WITHIN } from '../condition/score-inputs.ts'
import { staleOf } from '../condition/values.ts'
import type { Enrolment, Instant, Reading, ReadingMark } from '../enrolment.ts'
import { below } from '../pointer.ts'
import { addDuration, longest, parseDuration, type Duration } from '../time/duration.ts'
import { compileInput, restsOnLeftOut, scoreSituation, type CompiledInput, type Given } from './input.ts'
import { decimal, dividedBy, plus, times, zero, type Ratio } from './ratio.ts'
import { inOrder } from './order.ts'

export type CompiledScore = {
  name: string
  /** The values that it reads. */
  inputs: ReadonlySet<string>
  /** Milliseconds that it looks back at most. */
  within: number
  /** The score as a reading at a moment, from what is kept; null while too many inputs are missing. */
  compute: (enrolment: Enrolment, at: Instant, now: Instant) => Reading | null
}

/** The scores of a pathway, each after those that it is made of. */
export const compileScores = (context: ConditionContext): CompiledScore[] =>
  inOrder(context.definition).map((name) => compileScore(name, context.definition.scores![name]!, context))

function compileScore(name: string, score: Score, context: ConditionContext): CompiledScore {
  const { within = DEFAULT_WITHIN } = score
  const path = below('/scores', name, 'inputs')
  const inputs = Object.entries(score.inputs).map(([key, input]) =>
    compileInput(key, input, below(path, key), within, context),
  )
  const means = Object.values(score.inputs).flatMap(({ over }) => (over ? [longest(parseDuration(over))] : []))
  const outcomeOf = compileOutcomes(score, context)
  const stale = parseDuration(staleOf(context.definition, name))
  return {
    name,
    inputs: new Set(inputs.flatMap(({ of }) => of ?? [])),
    within: Math.max(longest(parseDuration(within)), ...means),
    compute: (enrolment, at, now) => {
      const situation = scoreSituation(enrolment, at)
      const given = inputs.map((input) => input.points(situation))
      const points = pointsOf(score, inputs, given)
      if (points === null) return null
      const total = totalOf(score, [...points.values()])
      const marks = marksOf(enrolment, { at, now, stale, zone: context.zone }, given)
      return reading(name, at, total, points, outcomeOf(total, points, enrolment), marks)
    },
  }
}

/** The weighed points by input; null when more are missing than may be. What does not apply is neither missing nor counted. */
function pointsOf({ missing }: Score, inputs: CompiledInput[], given: Given[]): Map<string, Ratio> | null {
  if (given.filter((one) => one === 'missing').length > (missing?.atMost ?? 0)) return null
  const instead = missing?.points === undefined ? null : decimal(missing.points)
  const all = inputs.flatMap(({ key, weight }, index): [string, Ratio][] => {
    const one = given[index]!
    const points = one === 'missing' ? instead : one === 'not-applicable' ? null : one.points
    return points === null ? [] : [[key, times(points, weight)]]
  })
  return all.length === 0 ? null : new Map(all)
}

function totalOf({ combine }: Score, points: Ratio[]): Ratio {
  const sum = points.reduce(plus, zero)
  return combine === 'sum' ? sum : dividedBy(sum, points.length)
}

type Moment = { at: Instant; now: Instant; stale: Duration; zone: string }

function marksOf({ evaluated }: Enrolment, { at, now, stale, zone }: Moment, given: Given[]): ReadingMark[] {
  const marks: ReadingMark[] = []
  if (at <= addDuration(zone, now, stale, -1)) marks.push('stale')
  if (at < evaluated) marks.push('late')
  if (restsOnLeftOut(given)) marks.push('discarded')
  return marks
}

/** Its name says what it is and when: computing it again gives the same reading. */
function reading(
  name: string,
  at: Instant,
  total: Ratio,
  points: Map<string, Ratio>,
  outcome: string | undefined,
  marks: ReadingMark[],
): Reading {
  const parts = [...points].map(([key, { top, bottom }]) => [key, fraction(top, bottom)] as const)
  return {
    id: `${name}@${at}`,
    measurement: name,
    value: fraction(total.top, total.bottom),
    at,
    ...(marks.length > 0 ? { marks } : {}),
    ...(outcome === undefined ? {} : { outcome }),
    parts: Object.fromEntries(parts),
  }
}

type OutcomeOf = (total: Ratio, points: Map<string, Ratio>, enrolment: Enrolment) => string | undefined

/** The first outcome that fits the total, rounded as it is compared, and the points of one input where it asks for that. */
function compileOutcomes({ outcomes = [], precision }: Score, context: ConditionContext): OutcomeOf {
  const compiled = outcomes.map(({ outcome, single, ...total }) => ({
    name: outcome,
    whole: allOf(total, context, precision ?? null),
    single: single && allOf(single, context, null),
  }))
  return (total, points, enrolment) =>
    compiled.find(
      ({ whole, single }) =>
        whole(found(total), enrolment) &&
        (!single || [...points.values()].some((one) => single(found(one), enrolment))),
    )?.name
}

/** A fraction of plain numbers as a sum of millionths over a count; one that is whole in millionths as a single value, which is rounded. */
const found = ({ top, bottom }: Ratio): Found =>
  (top * 1_000_000n) % bottom === 0n ? number(Number((top * 1_000_000n) / bottom)) : number(top * 1_000_000n, bottom)
