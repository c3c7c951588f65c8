/** Rule `duplicate-name`: a value has a name of its own, among measurements, questions and scores. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import { parentOf } from '../pointer.ts'
import { fill } from '../say.ts'
import { objectsIn } from '../walk.ts'
import { valuesIn, type Value } from './reasoning/values.ts'
import { both } from './reasoning/wording.ts'
import { textOf } from '../sentences/names.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  message: {
    nl: '“{name}” is al de naam van {first}. Geef {second} een andere naam, en pas de plaatsen aan waar die gebruikt wordt.',
    en: '“{name}” is already the name of {first}. Give {second} another name, and change the places that use it.',
  },
  example: {
    nl: 'Stuurt een patiënt een antwoord op “{two}”, dan is niet te zeggen of het bij “{one}” of bij “{two}” hoort.',
    en: 'When a patient sends “{two}”, nobody can say whether it belongs to “{one}” or to “{two}”.',
  },
  measurement: { nl: 'een meting', en: 'a measurement' },
  item: { nl: 'een vraag uit “{questionnaire}”', en: 'an item of “{questionnaire}”' },
  score: { nl: 'een score', en: 'a score' },
  questionnaire: { nl: 'een vragenlijst', en: 'a questionnaire' },
}

export const duplicateName: Rule = {
  code: 'duplicate-name',
  check: (pathway) => [...amongValues(pathway), ...amongMeasurables(pathway)],
}

/** Readings of all three are kept and looked up by this name. Mistakes in a part do not take its name away. */
function amongValues({ raw }: Examined): Draft[] {
  const first = new Map<string, Value>()
  return valuesIn(raw as PathwayDefinition).flatMap((value) => {
    const before = first.get(value.name)
    if (before === undefined) first.set(value.name, value)
    return before === undefined ? [] : [clash(value.path, before, value)]
  })
}

/** A schedule asks for measurements and questionnaires by name: `measure: [ ccq ]`. */
const amongMeasurables = ({ raw }: Examined): Draft[] =>
  objectsIn((raw as PathwayDefinition).questionnaires).flatMap(([name, { title }]) => {
    const measurement = valuesIn(raw as PathwayDefinition).find(
      (value) => value.kind === 'measurement' && value.name === name,
    )
    if (measurement === undefined) return []
    return [clash(`/questionnaires/${name}`, measurement, { ...measurement, kind: 'questionnaire', words: title })]
  })

type Named = Pick<Value, 'name' | 'path' | 'words' | 'questionnaire'> & { kind: Value['kind'] | 'questionnaire' }

function clash(path: string, one: Named, other: Named): Draft {
  const about = { name: one.name, first: kindOf(one), second: kindOf(other), one: called(one), two: called(other) }
  return { path, at: 'key', message: fill(words.message, about), example: fill(words.example, about) }
}

const kindOf = ({ kind, questionnaire }: Named) => fill(words[kind], { questionnaire: questionnaire ?? '' })

/** What the patient reads, with the section when that is the same. */
const called = ({ words: title, name, path }: Named) =>
  both((language) => textOf(title, language) ?? `${name} (${parentOf(path).slice(1)})`)
