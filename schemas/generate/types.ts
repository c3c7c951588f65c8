/** TypeScript types from a JSON Schema: English comments, names from the keys of `$defs`. */
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { mapSchema, type Schema } from '../schema.ts'

/** Definitions that are only a form of text or number: a type of their own would hide more than it tells. */
const plain = new Set(['name', 'stateName', 'reference', 'duration', 'calendarDuration', 'clock', 'evidenceReference'])

/** The text of `generated/<name>.ts`. */
export function typesOf(name: string, schema: Schema): Promise<string> {
  const root = name === 'pathway' ? 'PathwayDefinition' : capital(name)
  return compile({ ...named(schema), title: root } as unknown as JSONSchema, root, {
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    bannerComment: `/** Generated from ${name}.schema.json by \`npm run generate\`. Do not edit. */${imports(schema)}`,
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
}

/** The type generator takes a type's name from `title`, its comment from `description`, and nothing beside a reference. */
function named(schema: Schema): Schema {
  const bare = mapSchema(schema, ({ title: _title, description: _dutch, en, $ref, ...rest }) =>
    $ref === undefined
      ? { ...rest, ...(en?.description ? { description: en.description } : {}) }
      : elsewhere($ref)
        ? { tsType: typeElsewhere($ref) }
        : { $ref },
  ) as Schema
  const definitions = Object.entries(bare.$defs ?? {}).map(([key, child]) => [
    key,
    plain.has(key) ? child : { ...child, title: capital(key) },
  ])
  return { ...bare, $defs: Object.fromEntries(definitions) as Record<string, Schema> }
}

/** A reference to a section of the pathway becomes the type of that section: nothing is generated twice. */
const elsewhere = (reference: string): boolean => !reference.startsWith('#')
const typeElsewhere = (reference: string): string => `PathwayDefinition['${reference.split('/').at(-1)}']`

const imports = (schema: Schema): string =>
  JSON.stringify(schema).includes('pathway.schema.json#')
    ? `\nimport type { PathwayDefinition } from './pathway.ts'`
    : ''

const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1)
