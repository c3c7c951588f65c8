/** Makes everything that follows from the JSON Schemas: types, validators and the language reference. `npm run generate`. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { textWithSubjects } from './generate/subjects.ts'
import { typesOf } from './generate/types.ts'
import { validatorsOf } from './generate/validators.ts'
import type { Schema } from './schema.ts'

const here = (name: string): URL => new URL(name, import.meta.url)
const read = (name: string): string => readFileSync(here(name), 'utf8')

const grammar = read('pathway.schema.json')
writeFileSync(here('pathway.schema.json'), textWithSubjects(grammar, JSON.parse(grammar)))

const schemas: Record<string, Schema> = {}
for (const file of readdirSync(here('.')).toSorted())
  if (file.endsWith('.schema.json')) schemas[file.replace('.schema.json', '')] = JSON.parse(read(file))

mkdirSync(here('generated'), { recursive: true })
for (const [name, schema] of Object.entries(schemas))
  writeFileSync(here(`generated/${name}.ts`), await typesOf(name, schema))
writeFileSync(here('generated/validators.ts'), validatorsOf(schemas))
execFileSync(process.execPath, [fileURLToPath(here('generate/write-reference.ts'))], { stdio: 'inherit' })
