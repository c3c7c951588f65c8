/** From what the schema of the stories rejects to mistakes in plain words, with what was probably meant. */
import { scenarios } from '../../../schemas/generated/validators.ts'
import scenariosSchemaJson from '../../../schemas/scenarios.schema.json' with { type: 'json' }
import { resolved, type Schema, type SchemaError } from '../../../schemas/index.ts'
import { errorsOf } from '../../../schemas/validate.ts'
import type { Finding } from '../../interpreter/finding.ts'
import { nearest } from '../../interpreter/nearest.ts'
import { below, keysOf, partAt } from '../../interpreter/pointer.ts'
import { say } from '../say.ts'

const schema = scenariosSchemaJson as unknown as Schema

/** Everything in `value` that is not as stories are written; each place once. */
export function shapeFindings(value: unknown): Finding[] {
  const errors = errorsOf(scenarios as Parameters<typeof errorsOf>[0], value).filter((error) => isMeant(error, value))
  const findings = errors.map((error) => finding(error, value))
  const seen = new Set<string>()
  return findings.filter(({ path, code }) => !seen.has(`${path} ${code}`) && seen.add(`${path} ${code}`))
}

/** The schema holds each part against a story and against the patients at the top; what it is not meant to be says nothing. */
function isMeant({ instancePath, keyword, params }: SchemaError, value: unknown): boolean {
  const [index = '', key] = keysOf(instancePath)
  if (index === '') return true
  if (keyword === 'anyOf') return false
  const cast = isCastAt(value, index)
  if (key !== undefined) return !cast || key === 'patients'
  const { missingProperty: missing, additionalProperty: extra } = params
  if (missing !== undefined) return (missing === 'patients') === cast
  return typeof extra !== 'string' || !Object.hasOwn(partSchema(cast).properties ?? {}, extra)
}

const isCastAt = (value: unknown, index: string): boolean => {
  const part = partAt(value, below('', index))
  return typeof part === 'object' && part !== null && Object.hasOwn(part, 'patients')
}

const partSchema = (cast: boolean): Schema => schema.$defs![cast ? 'cast' : 'story']!

function finding({ instancePath: path, keyword, params }: SchemaError, value: unknown): Finding {
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(path, String(params['additionalProperty']), value)
    case 'required':
      return missing(path, 'missing-key', '', String(params['missingProperty']), value)
    case 'dependentRequired':
      return missing(path, 'needs-key', String(params['property']), String(params['missingProperty']), value)
    default:
      return {
        code: 'wrong-shape',
        path,
        message: say('wrong-shape', { value: shown(partAt(value, path)), description: describe(path, value) }),
      }
  }
}

function unknownKey(path: string, key: string, value: unknown): Finding {
  const known = Object.keys(schemaAt(path, value)?.properties ?? {})
  const meant = nearest(key, known)
  const message =
    meant === null ? say('unknown-key', { key, known: known.join(', ') }) : say('unknown-key-near', { key, meant })
  return { code: 'unknown-key', path: below(path, key), at: 'key', message }
}

function missing(
  path: string,
  code: 'missing-key' | 'needs-key',
  key: string,
  absent: string,
  value: unknown,
): Finding {
  const description = describe(below(path, absent), value)
  return {
    code,
    path,
    at: 'key',
    message: say(code, { key: code === 'needs-key' ? key : absent, missing: absent, description }),
  }
}

const describe = (path: string, value: unknown) => {
  const { description = '', en } = schemaAt(path, value) ?? {}
  return { nl: description, en: en?.description ?? description }
}

function schemaAt(path: string, value: unknown): Schema | null {
  const [index, ...keys] = keysOf(path)
  if (index === undefined) return schema
  let found: Schema | undefined = partSchema(isCastAt(value, index))
  for (const key of keys) {
    const { properties, items, additionalProperties }: Schema = found
    const free = typeof additionalProperties === 'object' ? additionalProperties : undefined
    const child: Schema | undefined = /^\d+$/.test(key) && items ? items : (properties?.[key] ?? free)
    if (!child) return null
    found = resolved(schema, child)
  }
  return found
}

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
