/** Writes schemas/README.md. A process of its own, so that the interpreter it asks reads the validators that were made just before. */
import { writeFileSync } from 'node:fs'
import { referenceOf } from './reference.ts'
import { sources } from './sources.ts'

writeFileSync(new URL('../README.md', import.meta.url), referenceOf(sources()))
