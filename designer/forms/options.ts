/** What can be chosen in this pathway: its parts by name, read by their titles, and the closed lists of the language. */
import { statesIn } from '../../runtime/interpreter/walk.ts'
import type { PathwayDefinition, Text } from '../../schemas/index.ts'
import { inLanguage } from '../language.ts'
import { text, type TextKey } from '../texts/text.ts'
import type { Option } from './fields/choice-field.ts'
import type { Collection } from './which-form.ts'

/** The parts of a collection, as options with their titles. */
export function partsOf(
  definition: PathwayDefinition,
  collection: Collection | 'calendars' | 'events' | 'questionnaires' | 'scripts',
): Option[] {
  const parts = Object.entries(definition[collection] ?? {})
  return parts.map(([value, part]) => ({ value, label: shortened(titleOf(part as unknown, value)) }))
}

/** Every state, each phase before its sub-states. */
export function statesOf(definition: PathwayDefinition): Option[] {
  return statesIn(definition).map(({ id, state, phase }) => {
    const title = titleOf(state, id)
    return { value: id, label: shortened(phase === null ? title : `${titleOf(phase.state, phase.id)}: ${title}`) }
  })
}

/** What a schedule can ask for: measurements and questionnaires. */
export function measurablesOf(definition: PathwayDefinition): Option[] {
  return [...partsOf(definition, 'measurements'), ...partsOf(definition, 'questionnaires')]
}

/** More words than this make a list of choices wider than the form. */
const longest = 60

/** The first words, where a list of choices has no room for all. */
export function shortened(words: string): string {
  return words.length <= longest ? words : `${words.slice(0, longest - 1).trimEnd()}…`
}

/** Parties, and the patient: who may receive a message or take a decision. */
export function actors(definition: PathwayDefinition): Option[] {
  return [...partsOf(definition, 'parties'), { value: 'patient', label: text('form.patient') }]
}

/** What a part is called: its title, what a message says, or else its name. */
export function titleOf(part: unknown, name: string): string {
  const { title, text: words } = (part ?? {}) as { title?: string | Text; text?: Text }
  if (typeof title === 'string') return title
  return inLanguage(title ?? words, name)
}

/** A closed list of the language in words: the value is what follows the point of `level.red`. */
export function listed(keys: readonly TextKey[]): Option[] {
  return keys.map((key) => ({ value: key.slice(key.indexOf('.') + 1), label: text(key) }))
}
