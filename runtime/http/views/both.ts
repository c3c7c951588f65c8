/** Titles in both languages: what the authors wrote, in the other language where one is missing, else the name. */
import { valuesIn } from '../../engine/index.ts'
import type { BothLanguages } from '../../interpreter/problem.ts'
import { titleIn } from '../../interpreter/sentence.ts'
import type { PathwayDefinition, Text } from '../../../schemas/index.ts'

/** Says something in each language. */
export const both = (say: (language: 'nl' | 'en') => string): BothLanguages => ({ nl: say('nl'), en: say('en') })

/** A title of the author in both languages. */
export const bothOf = (text: Text | undefined, otherwise: string): BothLanguages => ({
  nl: text?.nl ?? text?.en ?? otherwise,
  en: text?.en ?? text?.nl ?? otherwise,
})

/** The title of a part of the pathway: `title(definition, 'states', 'review')`. */
export const title = (
  definition: PathwayDefinition,
  section: Parameters<typeof titleIn>[1],
  name: string,
): BothLanguages => both((language) => titleIn(definition, section, name, language))

/** The title of a state; of a sub-state with the phase around it: `Instellen: eerste week`. */
export function stateTitle(definition: PathwayDefinition, state: string): BothLanguages {
  const [phase = state, sub] = state.split('.')
  const around = title(definition, 'states', phase)
  if (sub === undefined) return around
  const inner = bothOf(definition.states[phase]?.states?.[sub]?.title, sub)
  return both((language) => `${around[language]}: ${inner[language]}`)
}

/** The title of a measurement, a question or a score. */
export const valueTitle = (definition: PathwayDefinition, name: string): BothLanguages =>
  bothOf(valuesIn(definition).get(name)?.title, name)
