/** The pathways of the library, as the tests read them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { PathwayDefinition } from '../../schemas/index.ts'

const folder = join(import.meta.dirname, '../../pathways')

/** File names of all pathways, without their stories. */
export const pathwayFiles = readdirSync(folder).filter(
  (name) => name.endsWith('.yaml') && !name.endsWith('.scenarios.yaml'),
)

/** The text of a file in the library. */
export const pathwayText = (file: string): string => readFileSync(join(folder, file), 'utf8')

/** The value of a pathway, trusted to have the shape that `zorgpad check` proves. */
export const readPathway = (file: string): PathwayDefinition => parse(pathwayText(file)) as PathwayDefinition
