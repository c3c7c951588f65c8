/** HL7's definitions of the resources that we validate, read once when first needed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { indexStructureDefinitionBundle, tryGetDataType } from '@medplum/core'
import type { InternalSchemaElement, InternalTypeSchema } from '@medplum/core'
import type { Bundle } from '@medplum/fhirtypes'

const folder = join(import.meta.dirname, 'definitions')
let codes: Record<string, string[]> | undefined

/** Makes the definitions known to the validator; costs a tenth of a second the first time. */
function load(): Record<string, string[]> {
  if (!codes) {
    indexStructureDefinitionBundle(read<Bundle>('r4.json'))
    codes = read<Record<string, string[]>>('codes.json')
  }
  return codes
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as T
}

/** A resource or data type with its elements; undefined for one that we never take in. */
export function typeOf(name: string): InternalTypeSchema | undefined {
  load()
  return tryGetDataType(name)
}

/** The codes of a value set that must be followed; undefined when it is not a list (languages, units). */
export function allowedCodes(valueSet: string): string[] | undefined {
  return load()[valueSet.split('|')[0]!]
}

/** An element as it is named in JSON, `valueQuantity` being one form of `value[x]`. */
export type Found = { element: InternalSchemaElement; type: string; choice: string | null }

export function elementOf(schema: InternalTypeSchema, key: string): Found | null {
  const plain = Object.hasOwn(schema.elements, key) ? schema.elements[key] : undefined
  if (plain) return { element: plain, type: plain.type[0]?.code ?? '', choice: null }
  for (const [name, element] of Object.entries(schema.elements)) {
    if (!name.endsWith('[x]') || !key.startsWith(name.slice(0, -3))) continue
    const suffix = key.slice(name.length - 3)
    const type = element.type.find(({ code }) => code[0]!.toUpperCase() + code.slice(1) === suffix)
    if (type) return { element, type: type.code, choice: name }
  }
  return null
}
