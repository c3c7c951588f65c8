/** Lets the language explain itself: title and description of every property, from the JSON Schema, in Dutch and English. */
import schema from '../../schemas/pathway.schema.json' with { type: 'json' }
import { keys } from './pointer.ts'

/** A part of the language as the schema names it; `pathway` is the whole document. */
export type Kind = keyof typeof schema.$defs | 'pathway'

export type Help = { title: string; description: string }

type Described = {
  title?: string
  description?: string
  en?: Partial<Help>
  $ref?: string
  properties?: Record<string, Described>
  additionalProperties?: Described | boolean
  items?: Described
  enum?: string[]
}

const definitions = schema.$defs as unknown as Record<string, Described>

/**
 * What a property is called and what it means: `helpOf('threshold', 'quiet', 'nl')`. Without a property: the part itself.
 * What the schema leaves out at the property is taken from the part it refers to.
 */
export function helpOf(kind: Kind, property: string | null, language: 'nl' | 'en'): Help {
  const whole = definitionOf(kind)
  const own = property === null ? whole : whole.properties?.[property]
  return inLanguage(own?.title === undefined ? meant(own) : own, language, property ?? kind)
}

/** What the property at the end of a JSON Pointer into the pathway is called; null where a name or a number stands, not a property. */
export function labelAt(path: string, language: 'nl' | 'en'): string | null {
  let place: Described | undefined = definitionOf('pathway')
  let property: Described | undefined
  for (const key of keys(path)) {
    const part = meant(place)
    property = part?.properties?.[key]
    place = property ?? named(part) ?? part?.items
  }
  return property === undefined
    ? null
    : inLanguage(property.title === undefined ? meant(property) : property, language, '').title
}

/** What stands under the names that the author gives. */
function named(part: Described | undefined): Described | undefined {
  const { additionalProperties } = part ?? {}
  return typeof additionalProperties === 'object' ? additionalProperties : undefined
}

/** The part of the language that a place refers to, or else the place itself. */
function meant(place: Described | undefined): Described | undefined {
  return (place?.$ref === undefined ? undefined : definitions[place.$ref.slice('#/$defs/'.length)]) ?? place
}

function definitionOf(kind: Kind): Described {
  return kind === 'pathway' ? (schema as unknown as Described) : (definitions[kind] ?? {})
}

function inLanguage(described: Described | undefined, language: 'nl' | 'en', name: string): Help {
  const words = language === 'en' ? described?.en : described
  return { title: words?.title ?? name, description: words?.description ?? '' }
}
