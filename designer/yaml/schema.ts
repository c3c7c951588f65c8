/** The schema for completion, with the names that this pathway defines filled in where a name is expected. */
import { inLanguage, pathwaySchema, type Schema } from '../../schemas/index.ts'
import type { Language } from '../language.ts'

type Names = (section: string) => string[]

/** `definition` may be anything that was read from the text. */
export function schemaFor(language: Language, definition: unknown): Schema {
  return inLanguage(withNames(pathwaySchema, namesIn(definition)) as Schema, language)
}

const namesIn =
  (definition: unknown): Names =>
  (section) => {
    const parts = (definition as Record<string, unknown> | null)?.[section === 'roles' ? 'parties' : section]
    const names = typeof parts === 'object' && parts !== null ? Object.keys(parts) : []
    return section === 'roles' ? [...names, 'patient'] : names
  }

/** A reference becomes a choice of the names that exist. */
function withNames(part: unknown, names: Names): unknown {
  if (Array.isArray(part)) return part.map((child) => withNames(child, names))
  if (typeof part !== 'object' || part === null) return part
  const entries = Object.entries(part).map(([key, child]) => [key, withNames(child, names)])
  const { names: section, $ref, ...rest } = Object.fromEntries(entries) as Record<string, unknown>
  if (typeof section !== 'string') return Object.fromEntries(entries) as unknown
  return { ...rest, ...($ref ? { type: 'string' } : {}), enum: names(section) }
}
