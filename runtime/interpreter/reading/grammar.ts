/** The schema of one place in a pathway: what may stand there, and what it is called. */
import { pathwaySchema, resolved, type Schema } from '../../../schemas/index.ts'
import { keysOf } from '../pointer.ts'
import type { BothLanguages } from '../problem.ts'
import { schemaInside } from './references.ts'

/** The schema for the value at `path`, or null where the language has no place for one. */
export function schemaFor(path: string): Schema | null {
  let schema = pathwaySchema
  for (const key of keysOf(path)) {
    const child: Schema | null = schemaInside(schema, key, schema.items !== undefined && /^\d+$/.test(key))
    if (child === null) return null
    schema = resolved(pathwaySchema, child)
  }
  return schema
}

/** What the schema calls the thing at a place. */
export const titleOf = (schema: Schema | null): BothLanguages => ({
  nl: schema?.title ?? '',
  en: schema?.en?.title ?? schema?.title ?? '',
})

/** What the schema says of the thing at a place. */
export const descriptionOf = (schema: Schema | null): BothLanguages => ({
  nl: schema?.description ?? '',
  en: schema?.en?.description ?? schema?.description ?? '',
})

const namePattern = new RegExp(pathwaySchema.$defs?.name?.pattern ?? '')

/** Whether this may be the name of a part. */
export const isName = (name: string): boolean => namePattern.test(name) && name.length <= 60
