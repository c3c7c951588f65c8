/** What a patient can send, and what is computed of it: measurements, items of questionnaires and scores, by their one name. */
import type { PathwayDefinition, Text } from '../../../../schemas/index.ts'
import { below } from '../../pointer.ts'
import type { BothLanguages } from '../../problem.ts'
import { quantity } from '../../sentences/names.ts'
import { valueTitle, valueUnit } from '../../sentences/parts.ts'
import { objectsIn } from '../../walk.ts'
import { once } from './once.ts'
import { both } from './wording.ts'

/** `words` is what the patient reads. `questionnaire` is the one that holds an item. */
export type Value = {
  kind: 'measurement' | 'item' | 'score'
  name: string
  path: string
  words: Text | undefined
  questionnaire: string | null
}

/** Every value, also those that share a name. */
export const valuesIn = once((definition: PathwayDefinition): Value[] => [
  ...objectsIn(definition.measurements).map(([name, { title }]) =>
    value('measurement', name, below('/measurements', name), title),
  ),
  ...objectsIn(definition.questionnaires).flatMap(([questionnaire, { items }]) =>
    objectsIn(items).map(([name, { ask }]) => ({
      ...value('item', name, below('/questionnaires', questionnaire, 'items', name), ask),
      questionnaire,
    })),
  ),
  ...objectsIn(definition.scores).map(([name, { title }]) => value('score', name, below('/scores', name), title)),
])

const value = (kind: Value['kind'], name: string, path: string, words: Text | undefined): Value => ({
  kind,
  name,
  path,
  words,
  questionnaire: null,
})

/** What a value is called: `Bovendruk`, or the question of an item. */
export const valueTitled = (definition: PathwayDefinition, name: string): BothLanguages =>
  both((language) => valueTitle(definition, name, language))

/** A number of this value with its unit: `38,05 °C`. */
export const valued = (definition: PathwayDefinition, name: string, number: number): BothLanguages =>
  both((language) => quantity(number, valueUnit(definition, name, language), language))
