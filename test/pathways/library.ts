/** The pathways of the library, as the tests read them. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse, type SharedParts } from '../../runtime/interpreter/index.ts'
import type { PathwayDefinition } from '../../schemas/index.ts'

const folder = join(import.meta.dirname, '../../pathways')

const yamlIn = (path: string): string[] => readdirSync(path).filter((name) => name.endsWith('.yaml'))

/** File names of all pathways, without their stories. */
export const pathwayFiles = yamlIn(folder).filter((name) => !name.endsWith('.scenarios.yaml'))

/** The text of a file in the library. */
export const pathwayText = (file: string): string => readFileSync(join(folder, file), 'utf8')

/** The files of shared parts that the library comes with. */
export const sharedParts: SharedParts = Object.fromEntries(
  yamlIn(join(folder, 'shared')).map((file) => [basename(file, '.yaml'), pathwayText(join('shared', file))]),
)

/** The value of a pathway with its shared parts, trusted to have the shape that `zorgpad check` proves. */
export const readPathway = (file: string): PathwayDefinition => parse(pathwayText(file), sharedParts).document!.value
