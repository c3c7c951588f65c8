/** Fills a text of the core in both languages: what clinicians read is never put together in code. */
import type { BothLanguages } from './problem.ts'
import { en } from './texts/en.ts'
import { nl, type TextKey } from './texts/nl.ts'

export type Language = 'nl' | 'en'

/** What can stand at a `{name}` in a text: a number is written as the language does (`38,05` in Dutch). */
export type Filling = string | number | BothLanguages

const texts: Record<Language, Record<TextKey, string>> = { nl, en }

/** `say('unknown-name', { name: 'urgnt' })` → the text in both languages. A `{name}` without a filling stays as it is. */
export const say = (key: TextKey, fillings: Record<string, Filling> = {}): BothLanguages => ({
  nl: sayIn('nl', key, fillings),
  en: sayIn('en', key, fillings),
})

/** The same in one language. */
export const sayIn = (language: Language, key: TextKey, fillings: Record<string, Filling> = {}): string =>
  fillIn(language, texts[language][key], fillings)

/** Fills words that stand beside what they are about, as those of a rule do. */
export const fill = (words: BothLanguages, fillings: Record<string, Filling> = {}): BothLanguages => ({
  nl: fillIn('nl', words.nl, fillings),
  en: fillIn('en', words.en, fillings),
})

const fillIn = (language: Language, words: string, fillings: Record<string, Filling>): string =>
  words.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(fillings, name) ? written(fillings[name]!, language) : whole,
  )

/** A number or text as it is read in a language. */
export const written = (filling: Filling, language: Language): string =>
  typeof filling === 'object'
    ? filling[language]
    : typeof filling === 'number'
      ? numberText(filling, language)
      : filling

/** `38.05` → `38,05` in Dutch. Never in powers of ten, never with separators of thousands. */
const numberText = (value: number, language: Language): string =>
  language === 'nl' ? String(value).replace('.', ',') : String(value)

/** Two or more texts one after the other, as in a sentence: `a, b en c`. */
export function listed(items: readonly string[], language: Language, joint: 'and' | 'or'): string {
  const head = items.slice(0, -1).join(', ')
  return head === '' ? (items[0] ?? '') : `${head} ${texts[language][joint]} ${items.at(-1)}`
}

/** A sentence begins with a capital, also when it begins with a part that was filled in. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
