/** Fills the texts of the engine: `fill('nl', 'next.again', { measurements: 'Bovendruk' })`. */
import type { BothLanguages } from '../../interpreter/problem.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

export type TextKey = keyof typeof nl
export type TextLanguage = 'nl' | 'en'
export type Values = Record<string, string | number>

const texts: Record<TextLanguage, Record<TextKey, string>> = { nl, en }

/** A text with its `{holes}` filled; a hole without a value stays visible, so that a test finds it. */
export function fill(language: TextLanguage, key: TextKey, values: Values = {}): string {
  return texts[language][key].replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole))
}

export function inBoth(key: TextKey, values: Values = {}): BothLanguages {
  return { nl: fill('nl', key, values), en: fill('en', key, values) }
}
