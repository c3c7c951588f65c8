/** Instants, values and names of a pathway as people read them. */
import type { Instant, Reading, Value } from '../../runtime/interpreter/enrolment.ts'
import { transitionsIn } from '../../runtime/interpreter/walk.ts'
import type { PathwayDefinition, Transition } from '../../schemas/index.ts'
import { statePath } from '../element-path.ts'
import { readableUnit } from '../forms/fields/number-field.ts'
import { titleOf } from '../forms/options.ts'
import { at, below } from '../forms/pointer.ts'
import { valueOf } from '../forms/values.ts'
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
  const path = collection === 'states' ? statePath(name) : below('', collection, name)
  return titleOf(at(definition, path), name)
}

/** The transitions a patient in this state can take, first those of the state itself, then of the phase around it, then of every state. */
export function transitionsFrom(definition: PathwayDefinition, id: string): Transition[] {
  const [phase] = id.split('.')
  const owners = [...new Set([id, phase, null])]
  const parts = transitionsIn(definition)
  return owners.flatMap((owner) => parts.filter(({ state }) => state === owner)).map(({ transition }) => transition)
}

/** What a value is called, or a questionnaire that asks for several: `valueName(definition, 'systolic')`. */
function valueName(definition: PathwayDefinition, name: string): string {
  return valueOf(definition, name)?.title ?? nameOf(definition, 'questionnaires', name)
}

/** Measurements, questions and questionnaires by title, with a comma between them. */
export function measurementNames(definition: PathwayDefinition, names: string[]): string {
  return names.map((name) => valueName(definition, name)).join(', ')
}

/** `Bovendruk 188 mmHg`, `NEWS2 7 (hoog)`; the answer to a choice as its author words it. */
export function readingText(
  reading: Pick<Reading, 'measurement' | 'value' | 'outcome'>,
  definition: PathwayDefinition,
): string {
  const { unit, options = [] } = valueOf(definition, reading.measurement) ?? {}
  const answer = options.find(({ value }) => value === reading.value)?.label ?? valueText(reading.value, unit)
  const name = shortTitle(valueName(definition, reading.measurement))
  return `${name} ${answer}${outcomeText(reading, definition)}`
}

/** What a score means, between brackets. */
function outcomeText(
  { measurement, outcome }: Pick<Reading, 'measurement' | 'outcome'>,
  definition: PathwayDefinition,
): string {
  if (outcome === undefined) return ''
  const known = definition.scores?.[measurement]?.outcomes?.find((one) => one.outcome === outcome)
  return ` (${titleOf(known, outcome)})`
}

/** A question by its first words: `Hebt u nu een van deze klachten: pijn op …` → `Hebt u nu een van deze klachten`. */
export function shortTitle(title: string, longest = 40): string {
  const [first = title] = title.split(':')
  return first.length <= longest ? first : `${first.slice(0, longest - 1).trimEnd()}…`
}
