/** One input of a score: which value it takes, and the points that this gives. */
import type { Band, ScoreInput } from '../../../schemas/index.ts'
import { compileCondition, type CompiledCondition, type ConditionContext } from '../condition/condition.ts'
import { millionths } from '../condition/exact.ts'
import { number, single, type Found } from '../condition/found.ts'
import { allOf, type Holds } from '../condition/right-side.ts'
import { pointsOf } from '../condition/score-range.ts'
import { precisionOf, valueNamed } from '../condition/values.ts'
import { isLeftOut, statistics, windowStart } from '../condition/window.ts'
import type { Enrolment, Instant, Reading } from '../enrolment.ts'
import { own } from '../own.ts'
import { addDuration, parseDuration } from '../time/duration.ts'
import { decimal, type Ratio } from './ratio.ts'
import type { Situation } from '../condition/situation.ts'

/** What an input gives: points; nothing to say because its value is missing; or nothing to say because it does not apply. */
export type Given = { points: Ratio; reading?: Reading } | 'missing' | 'not-applicable'

export type CompiledInput = {
  key: string
  /** The value that it reads; null for a fact. */
  of: string | null
  weight: Ratio
  points: (situation: Situation) => Given
}

/** Compiles an input that the checks have accepted. `within` is how old a value may be. */
export function compileInput(
  key: string,
  input: ScoreInput,
  path: string,
  within: string,
  context: ConditionContext,
): CompiledInput {
  const { measurement, answer, score, mean, fact, weight = 1 } = input
  const of = measurement ?? answer ?? score ?? mean ?? null
  const value = fact === undefined ? valueOf(input, of!, within, context.zone) : factOf(fact)
  const bands = input.bands && compileBands(input.bands, of, `${path}/bands`, context)
  const itself = pointsByItself(answer, context)
  return {
    key,
    of,
    weight: decimal(weight),
    points: (situation) => {
      const applicable = bands?.filter((band) => band.if?.test(situation) !== false)
      if (applicable?.length === 0) return 'not-applicable'
      const found = value(situation)
      const points = found && (applicable ? banded(applicable, found, situation) : itself(found))
      return points ? { points, ...(found.reading ? { reading: found.reading } : {}) } : 'missing'
    },
  }
}

type Finds = (situation: Situation) => Found | null

/** The newest value not older than `within`; or the mean over a time that ends now. */
function valueOf({ mean, over, readings = 1 }: ScoreInput, name: string, within: string, zone: string): Finds {
  if (mean !== undefined) return meanOf(name, windowStart(over!, zone), readings)
  const age = parseDuration(within)
  return ({ enrolment, t }) => {
    const reading = own(enrolment.readings, name)?.findLast(({ at }) => at <= t)
    return reading && reading.at >= addDuration(zone, t, age, -1) ? single(reading) : null
  }
}

function meanOf(name: string, start: (t: Instant) => Instant, needed: number): Finds {
  return ({ enrolment, t }) => {
    const found = statistics.mean(own(enrolment.readings, name) ?? [], start(t), t, needed)
    return found.kind === 'missing' ? null : found
  }
}

const factOf =
  (name: string): Finds =>
  ({ enrolment }) => {
    const value = own(enrolment.facts, name)
    if (value === undefined) return null
    return typeof value === 'number' ? number(millionths(value)) : { kind: 'literal', value, reading: undefined }
  }

type CompiledBand = { if?: CompiledCondition; holds: Holds; points: Ratio }

function compileBands(bands: Band[], of: string | null, path: string, context: ConditionContext): CompiledBand[] {
  const precision = of === null ? null : precisionOf(context.definition, of)
  return bands.map((band, index) => ({
    ...(band.if ? { if: compileCondition(band.if, `${path}/${index}/if`, context) } : {}),
    holds: allOf(band, context, precision),
    points: decimal(band.points),
  }))
}

/** The first band that fits; one whose condition is unknown is not passed over: then nothing can be said. */
function banded(bands: CompiledBand[], found: Found, situation: Situation): Ratio | null {
  for (const band of bands) {
    if (!band.holds(found, situation.enrolment)) continue
    return band.if?.test(situation) === null ? null : band.points
  }
  return null
}

/** Without bands a number counts itself, an answer its points, and a yes one. */
function pointsByItself(answer: string | undefined, { definition }: ConditionContext): (found: Found) => Ratio | null {
  const item = answer === undefined ? null : valueNamed(definition, answer)
  const options = item?.kind === 'item' ? item.part.options : undefined
  const known = new Map(options?.map((option) => [option.answer, pointsOf(option)]))
  return (found) => {
    if (found.kind === 'literal' && typeof found.value === 'boolean') return decimal(found.value ? 1 : 0)
    const value = found.reading?.value
    const points = value === undefined || typeof value === 'boolean' ? undefined : known.get(value)
    if (points !== undefined) return points === null ? null : decimal(points)
    if (typeof value === 'number') return decimal(value)
    return found.kind === 'number' ? { top: BigInt(found.sum), bottom: BigInt(found.count) * 1_000_000n } : null
  }
}

/** Whether averages leave out what this score was made of. */
export const restsOnLeftOut = (given: Given[]): boolean =>
  given.some((one) => typeof one === 'object' && one.reading !== undefined && isLeftOut(one.reading))

/** What a score is computed from: the record as it is, at a moment. */
export const scoreSituation = (enrolment: Enrolment, t: Instant): Situation => ({
  enrolment,
  t,
  now: t,
  submission: null,
  together: 0,
})
