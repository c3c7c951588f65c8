/** Measurements, answers and scores are all values with readings: what the pathway says of one, by its name. */
import type { Item, Measurement, PathwayDefinition, Questionnaire, Score, Text } from '../../../schemas/index.ts'
import { isObject, objectsIn } from '../walk.ts'

const DEFAULT_STALE = '24 hours'

export type ValuePart =
  | { kind: 'measurement'; part: Measurement }
  | { kind: 'item'; part: Item; questionnaire: Questionnaire }
  | { kind: 'score'; part: Score }

/** The definition of a value; null for a name that no value has. Works on a pathway with mistakes too. */
export function valueNamed(definition: PathwayDefinition, name: string): ValuePart | null {
  const measurement = ownPart(definition.measurements, name)
  if (measurement) return { kind: 'measurement', part: measurement }
  const score = ownPart(definition.scores, name)
  if (score) return { kind: 'score', part: score }
  for (const [, questionnaire] of objectsIn(definition.questionnaires)) {
    const item = ownPart(questionnaire.items, name)
    if (item) return { kind: 'item', part: item, questionnaire }
  }
  return null
}

const ownPart = <Part extends object>(section: Record<string, Part> | undefined, name: string): Part | null =>
  isObject(section) && Object.hasOwn(section, name) && isObject(section[name]) ? section[name]! : null

/** After how long a value is stale, as the pathway writes it. */
export function staleOf(definition: PathwayDefinition, name: string): string {
  const value = valueNamed(definition, name)
  const { stale } = (value?.kind === 'item' ? value.questionnaire : value?.part) ?? {}
  return stale ?? DEFAULT_STALE
}

/** The step to which a single value is rounded; null where it is compared as it is. */
export function precisionOf(definition: PathwayDefinition, name: string): number | null {
  const value = valueNamed(definition, name)
  return value === null || value.kind === 'item' ? null : (value.part.precision ?? null)
}

/** What is read as the name of a value: a title, or the question. */
export function titleOfValue(definition: PathwayDefinition, name: string): Text | undefined {
  const value = valueNamed(definition, name)
  return value?.kind === 'item' ? value.part.ask : value?.part.title
}

/** The unit in which a value is told, as the pathway writes it. */
export function unitOfValue(definition: PathwayDefinition, name: string): string | undefined {
  const value = valueNamed(definition, name)
  return value === null || value.kind === 'item' ? undefined : value.part.unit
}

/** What a schedule asks of the patient: measurements as they are, of a questionnaire each item that must be answered. */
export const askedOf = (definition: PathwayDefinition, measure: readonly string[]): string[] =>
  measure.flatMap((name) => {
    const questionnaire = ownPart(definition.questionnaires, name)
    if (questionnaire === null) return [name]
    return objectsIn(questionnaire.items).flatMap(([item, { optional }]) => (optional ? [] : [item]))
  })
