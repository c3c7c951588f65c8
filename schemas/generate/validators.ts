/** Validators as plain code, made ahead of time, so that nothing is compiled from strings when they run. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { mapSchema, type Schema } from '../schema.ts'

/** The text of `generated/validators.ts`: one exported function per schema, named after its file. */
export function validatorsOf(schemas: Record<string, Schema>): string {
  const bare = Object.entries(schemas).map(([name, schema]) => ({ ...withoutTexts(schema), $id: name }))
  const ajv = new Ajv2020({
    schemas: bare,
    allErrors: true,
    messages: false,
    allowUnionTypes: true,
    inlineRefs: false,
    unicode: false,
    logger: false,
    code: { source: true, esm: true, lines: true },
  })
  const code = standalone.default(ajv, Object.fromEntries(Object.keys(schemas).map((name) => [name, name])))
  return `${banner}\n${imported(code.replace('"use strict";', ''))}`
}

/**
 * Titles, descriptions and what names refer to are for others: without them the code is a quarter as long. A reference to
 * another schema names its file; here the schemas have the names of their files without the ending.
 */
const withoutTexts = (schema: Schema): Schema =>
  mapSchema(schema, ({ title: _title, description: _description, en: _en, names: _names, $ref, ...rest }) =>
    $ref === undefined ? rest : { ...rest, $ref: $ref.replace('.schema.json', '') },
  ) as Schema

/** ajv writes its one helper as a CommonJS `require`, which no browser knows: ours stands in for it. */
function imported(code: string): string {
  const text = code.replaceAll(/const (\w+) = require\("ajv\/dist\/runtime\/equal"\)\.default;/g, 'const $1 = same;')
  if (text.includes('require(')) throw new Error('The validators need a helper of ajv that is not known here.')
  return text
}

const banner = `/** Generated from the JSON Schemas by \`npm run generate\`. Do not edit. */
// @ts-nocheck: written by ajv, typed in ../validate.ts
import { same } from '../same.ts'`
