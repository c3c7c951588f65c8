/** What a patient can send, and what is computed of it: measurements, items of questionnaires and scores, by their one name. */
import type { PathwayDefinition, Text } from '../../../../schemas/index.ts'
import { below } from '../../pointer.ts'
import type { BothLanguages } from '../../problem.ts'
import { quantity, textOf, unitIn } from '../../sentences/names.ts'
import { objectsIn } from '../../walk.ts'
import { once } from './once.ts'
import { both } from './wording.ts'

/** `words` is what the patient reads. `questionnaire` is the one that holds an item. */
export type Value = {
  kind: 'measurement' | 'item' | 'score'
  name: string
  path: string
  words: Text | undefined
  unit: string | undefined
  questionnaire: string | null
}

/** Every value, also those that share a name. */
export const valuesIn = once((definition: PathwayDefinition): Value[] => [
  ...objectsIn(definition.measurements).map(([name, { title, unit }]) =>
    value('measurement', name, below('/measurements', name), title, unit),
  ),
  ...objectsIn(definition.questionnaires).flatMap(([questionnaire, { items }]) =>
    objectsIn(items).map(([name, { ask }]) => ({
      ...value('item', name, below('/questionnaires', questionnaire, 'items', name), ask, undefined),
      questionnaire,
    })),
  ),
  ...objectsIn(definition.scores).map(([name, { title, unit }]) =>
    value('score', name, below('/scores', name), title, unit),
  ),
])

const value = (
  kind: Value['kind'],
  name: string,
  path: string,
  words: Text | undefined,
  unit: string | undefined,
): Value => ({ kind, name, path, words, unit, questionnaire: null })

/** The value of this name; undefined when there is none. */
export const valueNamed = (definition: PathwayDefinition, name: string): Value | undefined =>
  valuesIn(definition).find((value) => value.name === name)

/** What a value is called: `Bovendruk`, or the question of an item. */
export const valueTitled = (definition: PathwayDefinition, name: string): BothLanguages => {
  const words = valueNamed(definition, name)?.words
  return both((language) => textOf(words, language) ?? name)
}

/** A number of this value with its unit: `38,05 °C`. */
export const valued = (definition: PathwayDefinition, name: string, number: number): BothLanguages => {
  const unit = valueNamed(definition, name)?.unit
  return both((language) => quantity(number, unitIn(unit, language), language))
}
