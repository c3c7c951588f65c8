/** What a patient sends to get a score to its limit: from calm on, one input after another is made worse. */
import type { Condition, PathwayDefinition, Score, ScoreInput } from '../../../schemas/index.ts'
import type { Value } from '../../interpreter/enrolment.ts'
import { own } from '../../interpreter/own.ts'
import { holds } from './holds.ts'
import { candidatesOf } from './values.ts'

/** A guess that the play proves or disproves: bands by their first match, without conditions, weights or means. */
export function scoreValues(
  definition: PathwayDefinition,
  condition: Condition,
  negated: boolean,
  calm: Map<string, Value>,
): Record<string, Value> {
  const score = own(definition.scores, condition.score!)
  if (!score) return {}
  const values = inputsOf(definition, score, calm)
  const wanted = (total: number) => fits(definition, condition, score, total) !== negated
  for (const name of Object.keys(values)) {
    if (wanted(totalOf(definition, score, values))) break
    const choices = candidatesOf(definition, name).map((value) => ({ ...values, [name]: value }))
    const best = choices.find((choice) => wanted(totalOf(definition, score, choice)))
    Object.assign(values, best ?? worst(definition, score, choices))
  }
  return values
}

const worst = (definition: PathwayDefinition, score: Score, choices: Record<string, Value>[]) =>
  choices.toSorted((one, other) => totalOf(definition, score, other) - totalOf(definition, score, one))[0]

/** The values that a score is made of, also by way of other scores, as they are when all is calm. */
function inputsOf(definition: PathwayDefinition, score: Score, calm: Map<string, Value>): Record<string, Value> {
  const values: Record<string, Value> = {}
  for (const input of Object.values(score.inputs ?? {})) {
    const name = input.measurement ?? input.answer ?? input.mean
    const inner = input.score === undefined ? undefined : own(definition.scores, input.score)
    if (inner) Object.assign(values, inputsOf(definition, inner, calm))
    if (name !== undefined && calm.has(name)) values[name] = calm.get(name)!
  }
  return values
}

function totalOf(definition: PathwayDefinition, score: Score, values: Record<string, Value>): number {
  const points = Object.values(score.inputs ?? {}).flatMap((input): number[] => {
    const { weight = 1 } = input
    const given = givenBy(definition, input, values)
    return given === undefined ? [] : [given * weight]
  })
  const sum = points.reduce((total, one) => total + one, 0)
  return score.combine === 'mean' ? sum / Math.max(1, points.length) : sum
}

/** The points of one input; undefined when its value is not there or falls in no band. */
function givenBy(definition: PathwayDefinition, input: ScoreInput, values: Record<string, Value>): number | undefined {
  const { score, bands, answer } = input
  const inner = score === undefined ? undefined : own(definition.scores, score)
  const value = inner ? totalOf(definition, inner, values) : values[input.measurement ?? answer ?? input.mean ?? '']
  if (value === undefined) return undefined
  if (bands) return bands.find((band) => holds(definition, band as Condition, value))?.points
  return pointsOf(definition, answer, value)
}

function pointsOf({ questionnaires }: PathwayDefinition, item: string | undefined, value: Value): number {
  const items = Object.values(questionnaires ?? {}).flatMap((one) => own(one.items, item ?? '') ?? [])
  const option = items[0]?.options?.find(({ answer }) => answer === value)
  return option?.points ?? (typeof value === 'number' ? value : Number(value === true))
}

/** A name is an outcome: the first whose limits hold. */
function fits(definition: PathwayDefinition, condition: Condition, { outcomes = [] }: Score, total: number): boolean {
  const names = condition.oneOf ?? (typeof condition.is === 'string' ? [condition.is] : null)
  if (names === null) return holds(definition, condition, total)
  const outcome = outcomes.find((one) => holds(definition, one as Condition, total))
  return outcome !== undefined && names.includes(outcome.outcome)
}
