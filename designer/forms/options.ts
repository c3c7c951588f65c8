/** What can be chosen in this pathway: its parts by name, read by their titles, and the closed lists of the language. */
import type { PathwayDefinition, Text } from '../../schemas/index.ts'
import { inLanguage } from '../language.ts'
import { text, type TextKey } from '../texts/text.ts'
import type { Option } from './fields/choice-field.ts'
import type { Collection } from './which-form.ts'

/** The parts of a collection, as options with their titles. */
export function partsOf(definition: PathwayDefinition, collection: Collection | 'calendars' | 'scripts'): Option[] {
  const parts = Object.entries(definition[collection] ?? {})
  return parts.map(([value, part]) => ({ value, label: titleOf(part as unknown, value) }))
}

/** Parties, and the patient: who may receive a message or take a decision. */
export function actors(definition: PathwayDefinition): Option[] {
  return [...partsOf(definition, 'parties'), { value: 'patient', label: text('form.patient') }]
}

/** What a part is called; its name when it has no title. */
export function titleOf(part: unknown, name: string): string {
  const title = typeof part === 'object' && part !== null && 'title' in part ? part.title : undefined
  if (typeof title === 'string') return title
  return inLanguage(title as Text | undefined, name)
}

/** A closed list of the language in words: the value is what follows the point of `level.red`. */
export function listed(keys: readonly TextKey[]): Option[] {
  return keys.map((key) => ({ value: key.slice(key.indexOf('.') + 1), label: text(key) }))
}
