/** What this project uses of a JSON Schema, and how its Dutch texts are exchanged for the English ones beside them. */

/** A schema with our own keyword `en`, which holds the English title and description. */
export type Schema = {
  title?: string
  description?: string
  en?: { title?: string; description?: string }
  type?: string | string[]
  enum?: string[]
  pattern?: string
  required?: string[]
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minItems?: number
  maxLength?: number
  items?: Schema
  properties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
  dependentRequired?: Record<string, string[]>
  /** The section (`routes`, `states`, …) in which the name that stands here is defined; `roles` are the parties and `patient`. */
  names?: string
  $ref?: string
  $id?: string
  $defs?: Record<string, Schema>
}

/** Keywords whose value is a map from names to schemas: there `title` and `en` are names of the author, not keywords. */
const maps = new Set(['properties', '$defs'])

/** Applies `change` to every schema inside a schema, the innermost first. Never changes the given schema. */
export function mapSchema(schema: unknown, change: (schema: Schema) => Schema): unknown {
  if (Array.isArray(schema)) return schema.map((item) => mapSchema(item, change))
  if (typeof schema !== 'object' || schema === null) return schema
  const inside = Object.entries(schema).map(([key, value]) => [
    key,
    maps.has(key)
      ? mapNames(value as Record<string, unknown>, change)
      : key === 'en'
        ? value
        : mapSchema(value, change),
  ])
  return change(Object.fromEntries(inside) as Schema)
}

const mapNames = (map: Record<string, unknown>, change: (schema: Schema) => Schema): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).map(([name, schema]) => [name, mapSchema(schema, change)]))

/** The schema with its titles and descriptions in one language and without our own keywords, as an editor wants it. */
export function inLanguage(schema: Schema, language: 'nl' | 'en'): Schema {
  return mapSchema(schema, ({ en, names: _names, ...rest }) =>
    language === 'en' ? { ...rest, ...en } : rest,
  ) as Schema
}

/** Follows a `$ref` within the same schema; what stands beside the reference goes before what it refers to. */
export function resolved(root: Schema, schema: Schema): Schema {
  const name = schema.$ref?.replace('#/$defs/', '')
  if (name === undefined) return schema
  const { $ref: _followed, ...beside } = schema
  return { ...root.$defs?.[name], ...beside }
}
