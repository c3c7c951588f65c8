/** Fills a text of the stories in both languages. */
import type { BothLanguages } from '../interpreter/problem.ts'
import { type Filling, type Language, written } from '../interpreter/say.ts'
import { en } from './texts/en.ts'
import { nl } from './texts/nl.ts'

export type TextKey = keyof typeof nl

const texts: Record<Language, Record<TextKey, string>> = { nl, en }

/** `say('bad-date', { value: '2026-02-30' })` → the text in both languages. */
export const say = (key: TextKey, fillings: Record<string, Filling> = {}): BothLanguages => ({
  nl: fill('nl', key, fillings),
  en: fill('en', key, fillings),
})

const fill = (language: Language, key: TextKey, fillings: Record<string, Filling>): string =>
  texts[language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(fillings, name) ? written(fillings[name]!, language) : whole,
  )
