/** What things are called in a sentence: titles, units, durations and limits, in the language of the reader. */
import type { Limit, PathwayDefinition, Text } from '../../../schemas/index.ts'
import { durationText, parseDuration } from '../time/duration.ts'
import { own } from '../own.ts'
import { sayIn, written, type Language } from '../say.ts'
import { isObject } from '../walk.ts'

/** A text in the language of the reader; the other language where it has no own. Undefined when there is none. */
export const textOf = (text: Text | undefined, language: Language): string | undefined =>
  isObject(text) ? [text[language], text.nl, text.en].find((words) => typeof words === 'string') : undefined

type Titled =
  | 'measurements'
  | 'schedules'
  | 'thresholds'
  | 'parameters'
  | 'parties'
  | 'states'
  | 'facts'
  | 'calendars'
  | 'routes'

/** The title of a named part, of a sub-state its own, and its name where it has no title. */
export function titleIn(definition: PathwayDefinition, section: Titled, name: string, language: Language): string {
  if (section === 'parties' && name === 'patient' && !definition.parties?.[name]) return sayIn(language, 'the-patient')
  const part = partNamed(definition[section], section === 'states' ? name.split('.') : [name])
  return textOf(part?.title, language) ?? name
}

/** The part under a name; of a sub-state (`phase.sub`) the one inside the phase. */
function partNamed(section: unknown, [name = '', ...inner]: string[]): { title?: Text; states?: unknown } | undefined {
  const part = isObject(section) ? own(section as Record<string, unknown>, name) : undefined
  if (!isObject(part)) return undefined
  const { title, states } = part as { title?: Text; states?: unknown }
  return inner.length > 0 ? partNamed(states, inner) : { ...(title ? { title } : {}), states }
}

/** `7 days` → `7 dagen`. What is not a duration stays as it is. */
export const durationIn = (text: string, language: Language): string =>
  /^[1-9]\d{0,4} (minute|hour|day|week|month)s?$/.test(text)
    ? durationText(parseDuration(text), language)
    : String(text)

/** UCUM units as people write them. */
const units: Record<string, { nl: string; en: string }> = {
  'mm[Hg]': { nl: 'mmHg', en: 'mmHg' },
  Cel: { nl: '°C', en: '°C' },
  '/min': { nl: 'per minuut', en: 'per minute' },
  '{breaths}/min': { nl: 'per minuut', en: 'per minute' },
  a: { nl: 'jaar', en: 'years' },
  'kg/m2': { nl: 'kg/m²', en: 'kg/m²' },
}

/** `mm[Hg]` → `mmHg`; an annotation such as `{score}` is not shown. */
export const unitIn = (unit: string | undefined, language: Language): string =>
  unit === undefined ? '' : (units[unit]?.[language] ?? unit.replaceAll(/\{[^}]*\}/g, ''))

/** A number with its unit, as the language writes it: `38,5 °C`, `80%`. */
export function quantity(value: number | string | boolean, unit: string, language: Language): string {
  if (typeof value !== 'number') return String(value)
  const number = written(value, language)
  return unit === '' ? number : unit === '%' ? `${number}%` : `${number} ${unit}`
}

/** A limit: `180 mmHg`, or `de Streefwaarde bovendruk (135 mmHg)`, with what is added to it. */
export function limitIn(definition: PathwayDefinition, limit: Limit, unit: string, language: Language): string {
  if (!isObject(limit)) return quantity(limit as number, unit, language)
  const { parameter, plus = 0 } = limit as { parameter: string; plus?: number }
  const usual = definition.parameters?.[parameter]?.default
  const value = typeof usual === 'number' ? ` (${quantity(usual, unit, language)})` : ''
  const name = sayIn(language, 'the-limit', { limit: titleIn(definition, 'parameters', parameter, language) }) + value
  if (plus === 0) return name
  return `${name} ${sayIn(language, plus > 0 ? 'limit-plus' : 'limit-minus', { number: quantity(Math.abs(plus), unit, language) })}`
}

/** A question keeps its question mark inside quotes. */
export const quoted = (title: string): string => (title.includes('?') ? `“${title}”` : title)
