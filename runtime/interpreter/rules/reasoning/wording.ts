/** Words that several rules need in both languages: titles, lists, and what an example patient has. */
import type { Condition, PathwayDefinition } from '../../../../schemas/index.ts'
import { below, keysOf } from '../../pointer.ts'
import type { BothLanguages } from '../../problem.ts'
import { listed, type Language } from '../../say.ts'
import { clauseIn, conditionSentence } from '../../sentences/condition.ts'
import { durationIn, quantity, textOf, titleIn, unitIn } from '../../sentences/names.ts'

/** The same thing said in both languages. */
export const both = (words: (language: Language) => string): BothLanguages => ({ nl: words('nl'), en: words('en') })

type Section = Parameters<typeof titleIn>[1]

/** The title of a named part. */
export const titled = (definition: PathwayDefinition, section: Section, name: string): BothLanguages =>
  both((language) => titledIn(definition, section, name, language))

/** A sub-state is called with its phase: `Instellen: week 1`. */
function titledIn(definition: PathwayDefinition, section: Section, name: string, language: Language): string {
  const [phase, sub] = section === 'states' ? name.split('.') : []
  const inside = definition.states[phase ?? '']?.states
  if (phase === undefined || sub === undefined || inside === undefined)
    return titleIn(definition, section, name, language)
  return `${titleIn(definition, 'states', phase, language)}: ${textOf(inside[sub]?.title, language) ?? sub}`
}

/** The address of a state: `titrating.week-one` is `/states/titrating/states/week-one`. */
export const statePath = (state: string): string => below('/states', ...state.split('.').join('.states.').split('.'))

/** Titles one after the other: `Meetweek, Beoordelen en Stabiel`. */
export const allTitled = (definition: PathwayDefinition, section: Section, names: readonly string[]): BothLanguages =>
  both((language) =>
    listed(
      names.map((name) => `“${titledIn(definition, section, name, language)}”`),
      language,
      'and',
    ),
  )

/** `7 dagen` */
export const lasting = (duration: string): BothLanguages => both((language) => durationIn(duration, language))

/** A condition as part of a sentence. */
export const clause = (definition: PathwayDefinition, condition: Condition): BothLanguages =>
  both((language) => clauseIn(definition, condition, language))

/** A condition as a sentence. */
export const sentence = (definition: PathwayDefinition, condition: Condition): BothLanguages =>
  both((language) => conditionSentence(definition, condition, language))

/** A value of a measurement with its unit. */
export const measured = (definition: PathwayDefinition, measurement: string, value: number): BothLanguages =>
  both((language) => quantity(value, unitIn(definition.measurements[measurement]?.unit, language), language))

/** The state or section in which an address lies, to name it in an example. */
export const stateAt = (definition: PathwayDefinition, path: string): BothLanguages | null => {
  const [section, state, key, sub] = keysOf(path)
  if (section !== 'states' || state === undefined) return null
  return titled(definition, 'states', key === 'states' && sub !== undefined ? `${state}.${sub}` : state)
}
