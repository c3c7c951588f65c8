/** Every place in a pathway where the name of another part stands, found by the keyword `names` of the schema. */
import { pathwaySchema, resolved, type Schema } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'

/** `section` is where the name should be defined: `routes`, `states`, … or `roles`. */
export type Reference = { path: string; name: string; section: string }

/** A part of a pathway with its schema. `construct` is its name in the schema's `$defs`, or null. */
export type Part = { path: string; value: unknown; schema: Schema; construct: string | null }

export const referencesIn = (value: unknown): Reference[] =>
  partsIn(value).flatMap(({ path, value: name, schema: { names } }) =>
    names !== undefined && typeof name === 'string' ? [{ path, name, section: names }] : [],
  )

/** Every part of `value` that the language has a place for, the whole first. Works on a pathway with mistakes too. */
export const partsIn = (value: unknown): Part[] => [...walk('', value, pathwaySchema)]

function* walk(path: string, value: unknown, schema: Schema): Generator<Part> {
  const full = resolved(pathwaySchema, schema)
  yield { path, value, schema: full, construct: schema.$ref?.replace('#/$defs/', '') ?? null }
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value)) {
    const inside = schemaInside(full, key, Array.isArray(value))
    if (inside) yield* walk(below(path, key), child, inside)
  }
}

/** The schema for one key of a map or one item of a list. */
export function schemaInside(
  { properties, additionalProperties, items }: Schema,
  key: string,
  list: boolean,
): Schema | null {
  if (list) return items ?? null
  if (properties && Object.hasOwn(properties, key)) return properties[key]!
  return typeof additionalProperties === 'object' ? additionalProperties : null
}
