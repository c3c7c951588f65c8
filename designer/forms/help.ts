/** Lets the language explain itself: title and description of every property, from the JSON Schema, in Dutch and English. */
import schema from '../../schemas/pathway.schema.json' with { type: 'json' }

/** A part of the language as the schema names it; `pathway` is the whole document. */
export type Kind = keyof typeof schema.$defs | 'pathway'

export type Help = { title: string; description: string }

type Described = {
  title?: string
  description?: string
  en?: Partial<Help>
  $ref?: string
  properties?: Record<string, Described>
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
  const general = own?.$ref === undefined ? undefined : definitions[own.$ref.slice('#/$defs/'.length)]
  return inLanguage(own?.title === undefined ? (general ?? own) : own, language, property ?? kind)
}

function definitionOf(kind: Kind): Described {
  return kind === 'pathway' ? (schema as unknown as Described) : (definitions[kind] ?? {})
}

function inLanguage(described: Described | undefined, language: 'nl' | 'en', name: string): Help {
  const words = language === 'en' ? described?.en : described
  return { title: words?.title ?? name, description: words?.description ?? '' }
}
