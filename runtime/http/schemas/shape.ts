/** Short ways to write the JSON Schemas of the API. */

export type Schema = Record<string, unknown>

/** An object with exactly these fields; a `?` behind a name makes it optional. */
export function shape(description: string, fields: Record<string, Schema>): Schema {
  const properties = Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name.replace('?', ''), schema]))
  const required = Object.keys(fields).filter((name) => !name.endsWith('?'))
  return { description, type: 'object', properties, required, additionalProperties: false }
}

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
export const list = (items: Schema): Schema => ({ type: 'array', items })
export const oneOf = (...values: (string | null)[]): Schema => ({ enum: values })
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
export const described = (schema: Schema, description: string): Schema => ({ ...schema, description })

export const text: Schema = { type: 'string' }
export const shortText: Schema = { type: 'string', minLength: 1, maxLength: 200 }
export const longText: Schema = { type: 'string', minLength: 1, maxLength: 4000 }
export const name: Schema = { type: 'string', minLength: 1, maxLength: 100 }
export const number: Schema = { type: 'number' }
export const count: Schema = { type: 'integer', minimum: 0 }
export const boolean: Schema = { type: 'boolean' }
export const anything: Schema = {}
export const moment: Schema = {
  type: 'string',
  description: 'ISO 8601 with offset',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d',
}
export const inBoth: Schema = shape('The same in Dutch and English.', { nl: text, en: text })
export const maybeBoth: Schema = shape('A text of the authors: Dutch, English or both.', { 'nl?': text, 'en?': text })
export const value: Schema = { type: ['number', 'boolean', 'string'] }
export const level: Schema = oneOf('red', 'amber', 'green')
export const language: Schema = oneOf('nl', 'en')
export const role: Schema = oneOf(
  'author',
  'approver',
  'centre-nurse',
  'centre-lead',
  'poh',
  'gp',
  'pilot-lead',
  'patient',
  'device',
  'admin', // prettier-ignore
)
export const actor: Schema = shape('Who did it.', { person: text, role: text, name: text })
export const organisation: Schema = shape('An organisation.', { id: text, name: text })
export const identifier: Schema = shape('A number and the system that gave it, such as the BSN.', {
  system: shortText,
  value: shortText,
})
