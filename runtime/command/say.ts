/** The texts of the command line, filled, in the language of the person at the keyboard. */
import { en } from './texts/en.ts'
import { nl } from './texts/nl.ts'

export type Language = 'nl' | 'en'
export type TextKey = keyof typeof nl
export type Fillings = Record<string, string | number>

const texts: Record<Language, Record<TextKey, string>> = { nl, en }

/** `say('nl', 'directory', { file: 'pathways' })` → `pathways is een map. Noem een bestand daarin.` */
export const say = (language: Language, key: TextKey, fillings: Fillings = {}): string =>
  texts[language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(fillings, name) ? String(fillings[name]) : whole,
  )
