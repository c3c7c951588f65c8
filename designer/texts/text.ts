/** What the screens say: `text('library.open', { title })`. Both dictionaries have the same keys; the compiler sees to it. */
import { language, type Language } from '../language.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'
import { en as screensEn } from './screens/en.ts'
import { nl as screensNl } from './screens/nl.ts'

export type TextKey = keyof typeof nl | keyof typeof screensNl

const dictionaries: Record<Language, Record<TextKey, string>> = {
  nl: { ...nl, ...screensNl },
  en: { ...en, ...screensEn },
}

/** `{name}` in the text is replaced by `values.name`. */
export function text(key: TextKey, values: Record<string, string | number> = {}): string {
  return dictionaries[language()][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
