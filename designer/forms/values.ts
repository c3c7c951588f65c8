/** What has a value in a pathway: its measurements, the items of its questionnaires, and the scores made of them. */
import type { Item, PathwayDefinition } from '../../schemas/index.ts'
import { inLanguage } from '../language.ts'
import { text } from '../texts/text.ts'
import { titleOf } from './options.ts'
import { below } from './pointer.ts'

/** One answer to choose, and what people read. */
export type Answer = { value: string | number; label: string }

/** `path` is where it is defined. `options` are the answers to a choice; `unit` stands behind a number. */
export type Valued = {
  name: string
  path: string
  title: string
  kind: 'measurement' | 'item' | 'score'
  type: 'number' | 'boolean' | 'choice'
  unit?: string
  options: Answer[]
}

/** Everything with a value, in the order of the language. */
export function valuesIn(definition: PathwayDefinition): Valued[] {
  return [
    ...measurementsIn(definition),
    ...questionnairesIn(definition).flatMap(({ items }) => items),
    ...scoresIn(definition),
  ]
}

/** What has the value of this name; null when nothing has. */
export function valueOf(definition: PathwayDefinition, name: string): Valued | null {
  return valuesIn(definition).find((value) => value.name === name) ?? null
}

function measurementsIn({ measurements }: PathwayDefinition): Valued[] {
  return Object.entries(measurements).map(([name, measurement]) => ({
    name,
    path: below('/measurements', name),
    title: titleOf(measurement, name),
    kind: 'measurement',
    type: measurement.type ?? 'number',
    ...(measurement.unit === undefined ? {} : { unit: measurement.unit }),
    options: [],
  }))
}

/** Each questionnaire with its items. */
export function questionnairesIn({ questionnaires }: PathwayDefinition): { name: string; items: Valued[] }[] {
  return Object.entries(questionnaires ?? {}).map(([name, { items }]) => ({
    name,
    items: Object.entries(items ?? {}).map(([item, asked]) => ({
      name: item,
      path: below('/questionnaires', name, 'items', item),
      title: inLanguage(asked.ask, item),
      kind: 'item',
      ...answersOf(asked),
    })),
  }))
}

/** With neither answers nor a scale an item is answered with yes or no. */
function answersOf({ options, scale }: Item): Pick<Valued, 'type' | 'unit' | 'options'> {
  if (options !== undefined)
    return {
      type: 'choice',
      options: options.map(({ answer, title }) => ({ value: answer, label: inLanguage(title, String(answer)) })),
    }
  return scale === undefined
    ? { type: 'boolean', options: [] }
    : { type: 'number', unit: text('play.scale', { ...scale }), options: [] }
}

function scoresIn({ scores }: PathwayDefinition): Valued[] {
  return Object.entries(scores ?? {}).map(([name, score]) => ({
    name,
    path: below('/scores', name),
    title: titleOf(score, name),
    kind: 'score',
    type: 'number',
    ...(score.unit === undefined ? {} : { unit: score.unit }),
    options: [],
  }))
}
