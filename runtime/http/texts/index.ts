/** Fills the texts of the HTTP API, in both languages at once: who reads them chooses. */
import type { BothLanguages } from '../../interpreter/problem.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

export type TextKey = keyof typeof nl
type Value = string | number | BothLanguages

const filled = (text: string, language: 'nl' | 'en', values: Record<string, Value>): string =>
  text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name]
    return typeof value === 'object' ? value[language] : String(value ?? hole)
  })

/** `say('history.entered', { state: { nl: 'Meetweek', en: 'Measuring week' } })`. */
export function say(key: TextKey, values: Record<string, Value> = {}): BothLanguages {
  return { nl: filled(nl[key], 'nl', values), en: filled(en[key], 'en', values) }
}
