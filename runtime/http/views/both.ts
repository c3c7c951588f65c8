/** Titles in both languages: what the authors wrote, in the other language where one is missing, else the name. */
import type { BothLanguages } from '../../interpreter/problem.ts'
import { titleIn } from '../../interpreter/sentence.ts'
import type { PathwayDefinition, Text } from '../../../schemas/index.ts'

export const both = (say: (language: 'nl' | 'en') => string): BothLanguages => ({ nl: say('nl'), en: say('en') })

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
