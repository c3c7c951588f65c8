/** Everything of a pathway that can have a reading: measurements, the questions of its questionnaires, and its scores. */
import type { Item, Measurement, PathwayDefinition, Questionnaire, Text } from '../../schemas/index.ts'
import type { Value } from '../interpreter/enrolment.ts'
import { objectsIn } from '../interpreter/walk.ts'

/** What is known of such a value. A score is computed, never sent. `answers`: the only values that fit. */
export type KnownValue = Pick<Measurement, 'loinc' | 'panel' | 'snomed' | 'code' | 'unit' | 'precision'> & {
  kind: 'measurement' | 'item' | 'score'
  type: 'number' | 'boolean' | 'choice'
  title?: Text
  answers?: { answer: number | string; title?: Text }[]
  scale?: { from: number; to: number }
  plausible?: { from: number; to: number }
}

const known = new WeakMap<PathwayDefinition, Map<string, KnownValue>>()

/** By name, as the pathway writes them. */
export function valuesIn(definition: PathwayDefinition): Map<string, KnownValue> {
  const before = known.get(definition)
  if (before) return before
  const values = new Map<string, KnownValue>([
    ...objectsIn(definition.measurements).map(([name, one]) => [name, measured(one)] as const),
    ...objectsIn(definition.questionnaires).flatMap(([, questionnaire]) => asked(questionnaire)),
    ...objectsIn(definition.scores).map(([name, score]) => [name, computed(score)] as const),
  ])
  known.set(definition, values)
  return values
}

function measured({ type = 'number', stale: _stale, ...rest }: Measurement): KnownValue {
  return { ...rest, kind: 'measurement', type }
}

function asked({ items }: Questionnaire): [string, KnownValue][] {
  return objectsIn(items).map(([name, item]) => [name, itemValue(name, item)])
}

/** A question without a LOINC code is known by its own name. */
function itemValue(name: string, { ask, options, scale, loinc }: Item): KnownValue {
  const type = options ? 'choice' : scale ? 'number' : 'boolean'
  return {
    kind: 'item',
    type,
    title: ask,
    ...(loinc === undefined ? { code: name } : { loinc }),
    ...(options ? { answers: options } : {}),
    ...(scale ? { scale } : {}),
  }
}

function computed({
  title,
  loinc,
  code,
  unit,
  precision,
}: NonNullable<PathwayDefinition['scores']>[string]): KnownValue {
  return Object.assign(
    { kind: 'score', type: 'number' } as const,
    title && { title },
    loinc && { loinc },
    code && { code },
    unit && { unit },
    precision && { precision },
  )
}

/** Whether a person could mean this value: one that cannot be right is no correction. */
export function isPlausible(known: KnownValue, value: Value): boolean {
  const { from = -Infinity, to = Infinity } = known.plausible ?? {}
  return fitsValue(known, value) && (typeof value !== 'number' || (value >= from && value <= to))
}

/** Whether a value can be an answer to this: a number, yes or no, or one of the answers. */
export function fitsValue({ type, answers = [], scale }: KnownValue, value: unknown): boolean {
  if (type === 'choice') return answers.some(({ answer }) => answer === value)
  if (typeof value !== type) return false
  return scale === undefined || (Number.isInteger(value) && Number(value) >= scale.from && Number(value) <= scale.to)
}
