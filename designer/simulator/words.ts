/** Instants, values and names of a pathway as people read them. */
import type { Instant, Value } from '../../runtime/interpreter/enrolment.ts'
import type { PathwayDefinition } from '../../schemas/index.ts'
import { readableUnit } from '../forms/fields/number-field.ts'
import { titleOf } from '../forms/options.ts'
import { at, below } from '../forms/pointer.ts'
import { language } from '../language.ts'
import { text } from '../texts/text.ts'

const locale = (): string => (language() === 'nl' ? 'nl-NL' : 'en-GB')

/** `vr 27 mrt 08:05`, on the clock of the pathway. */
export function momentText(instant: Instant, zone: string): string {
  const parts: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' }
  const format = new Intl.DateTimeFormat(locale(), { ...parts, hour: '2-digit', minute: '2-digit', timeZone: zone })
  return format.format(instant).replace(',', '')
}

/** `188 mmHg`, `ja`. */
export function valueText(value: Value, unit = ''): string {
  if (typeof value === 'boolean') return text(value ? 'answer.yes' : 'answer.no')
  const shown = typeof value === 'number' ? numberText(value) : value
  return unit === '' ? shown : `${shown} ${readableUnit(unit)}`
}

/** Means have a tail of decimals; two are more than anybody reads. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 2, useGrouping: false }).format(value)
}

/** What a part of the pathway is called: `nameOf(definition, 'parties', 'gp')`. */
export function nameOf(definition: PathwayDefinition, collection: string, name: string): string {
  if (name === 'patient') return text('form.patient')
  return titleOf(at(definition, below('', collection, name)), name)
}

/** Measurements by title, with a comma between them. */
export function measurementNames(definition: PathwayDefinition, names: string[]): string {
  return names.map((name) => nameOf(definition, 'measurements', name)).join(', ')
}

/** A question by its first words: `Hebt u nu een van deze klachten: pijn op …` → `Hebt u nu een van deze klachten`. */
export function shortTitle(title: string, longest = 40): string {
  const [first = title] = title.split(':')
  return first.length <= longest ? first : `${first.slice(0, longest - 1).trimEnd()}…`
}
