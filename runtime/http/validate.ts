/** Holds a body against its JSON Schema, and says in plain words where it differs. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject } from 'ajv/dist/2020.js'
import { schemas } from './schemas/index.ts'
import type { SchemaName } from './schemas/index.ts'
import type { BothLanguages } from '../interpreter/problem.ts'

/** One document, so that the shapes can refer to one another as they do in the OpenAPI document. */
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
ajv.addVocabulary(['components'])
ajv.addSchema({ $id: 'api', components: { schemas } })

export type Fault = { path: string; detail: BothLanguages }

/** The first thing that is wrong, or null. */
export function faultIn(name: SchemaName, value: unknown): Fault | null {
  const validate = ajv.getSchema(`api#/components/schemas/${name}`)
  if (!validate) throw new Error(`No schema ${name}.`)
  if (validate(value) === true) return null
  const [error] = (validate.errors ?? []).toSorted((a, b) => b.instancePath.length - a.instancePath.length)
  return error ? faultOf(error) : { path: '', detail: { nl: 'klopt niet', en: 'is not right' } }
}

function faultOf({ keyword, instancePath, params, message = '' }: ErrorObject): Fault {
  const name = String(params['additionalProperty'] ?? params['missingProperty'] ?? '')
  const path = name ? `${instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` : instancePath
  if (keyword === 'additionalProperties')
    return { path, detail: { nl: 'dit veld is onbekend', en: 'this field is unknown' } }
  if (keyword === 'required') return { path, detail: { nl: 'dit veld ontbreekt', en: 'this field is missing' } }
  return { path, detail: { nl: `voldoet niet aan het schema (${message})`, en: message } }
}
