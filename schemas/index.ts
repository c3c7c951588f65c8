/** The public names of the language: its types, its schema, and the validators that `npm run generate` makes from it. */
import pathwaySchemaJson from './pathway.schema.json' with { type: 'json' }
import { inLanguage, type Schema } from './schema.ts'

export type * from './generated/pathway.ts'
export type { Shared } from './generated/shared.ts'
export { inLanguage, resolved, type Schema } from './schema.ts'
export { validatePathway, validateShared, type SchemaError } from './validate.ts'

/** The grammar of a pathway, with Dutch texts in `title` and `description` and English ones under the keyword `en`. */
export const pathwaySchema = pathwaySchemaJson as Schema

/** The grammar of a pathway for an editor's completion and hover help, in the language of the screen. */
export const pathwaySchemaIn = (language: 'nl' | 'en'): Schema => inLanguage(pathwaySchema, language)
