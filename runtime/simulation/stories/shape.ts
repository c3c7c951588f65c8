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
  const findings = errorsOf(scenarios as Parameters<typeof errorsOf>[0], value).map((error) => finding(error, value))
  const seen = new Set<string>()
  return findings.filter(({ path, code }) => !seen.has(`${path} ${code}`) && seen.add(`${path} ${code}`))
}

function finding({ instancePath: path, keyword, params }: SchemaError, value: unknown): Finding {
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(path, String(params['additionalProperty']))
    case 'required':
      return missing(path, 'missing-key', '', String(params['missingProperty']))
    case 'dependentRequired':
      return missing(path, 'needs-key', String(params['property']), String(params['missingProperty']))
    default:
      return {
        code: 'wrong-shape',
        path,
        message: say('wrong-shape', { value: shown(partAt(value, path)), description: describe(path) }),
      }
  }
}

function unknownKey(path: string, key: string): Finding {
  const known = Object.keys(schemaAt(path)?.properties ?? {})
  const meant = nearest(key, known)
  const message =
    meant === null ? say('unknown-key', { key, known: known.join(', ') }) : say('unknown-key-near', { key, meant })
  return { code: 'unknown-key', path: below(path, key), at: 'key', message }
}

function missing(path: string, code: 'missing-key' | 'needs-key', key: string, absent: string): Finding {
  const description = describe(below(path, absent))
  return {
    code,
    path,
    at: 'key',
    message: say(code, { key: code === 'needs-key' ? key : absent, missing: absent, description }),
  }
}

const describe = (path: string) => {
  const { description = '', en } = schemaAt(path) ?? {}
  return { nl: description, en: en?.description ?? description }
}

function schemaAt(path: string): Schema | null {
  let found: Schema | undefined = schema
  for (const key of keysOf(path)) {
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
