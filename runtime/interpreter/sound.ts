/** The part of a pathway that can be relied on: what a mistake made unusable is taken out, the rest keeps its address. */
import type { PathwayDefinition } from '../../schemas/index.ts'
import { keysOf, parentOf, partAt, within } from './pointer.ts'
import { mendOf } from './reading/mend.ts'
import { shapeFindings } from './reading/shape.ts'
import { structureFindings } from './reading/structure.ts'

/** `broken` tells whether something was taken out at this address, inside it or around it. */
export type Sound = { definition: PathwayDefinition; broken: (path: string) => boolean }

/** What a pathway without a section has in its place. */
const nothing: PathwayDefinition = {
  pathway: '',
  version: '0.0.0',
  title: {},
  timezone: 'Europe/Amsterdam',
  parties: {},
  measurements: {},
  routes: {},
  initial: '',
  states: {},
}

/** In a list a part leaves a hole, so that the parts after it keep their index. Never changes the given value. */
export function soundPart(value: unknown): Sound {
  const taken = new Set<string>()
  const clone = structuredCopy(value)
  for (let unusable = unusableIn(clone); unusable.length > 0; unusable = unusableIn(clone)) {
    for (const path of unusable) {
      taken.add(path)
      takeOut(clone, path)
    }
  }
  const paths = [...taken]
  return {
    definition: { ...nothing, ...(clone as Partial<PathwayDefinition>) },
    broken: (path) => paths.some((gone) => within(gone, path) || within(path, gone)),
  }
}

/** The addresses of what has to go; never the whole pathway. */
function unusableIn(value: unknown): string[] {
  const unchanged = mendOf('', new Map())
  const shape = shapeFindings(value, unchanged)
  return [...shape, ...structureFindings(value, shape)]
    .flatMap(({ drop }) => (drop === undefined || drop === '' ? [] : [drop]))
    .filter((path) => partAt(value, path) !== undefined)
}

function takeOut(value: unknown, path: string): void {
  const parent = partAt(value, parentOf(path))
  if (typeof parent === 'object' && parent !== null) delete (parent as Record<string, unknown>)[keysOf(path).at(-1)!]
}

/** A copy of plain data; holes in lists stay holes. */
function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, structuredCopy(child)]))
}

const known = new WeakMap<PathwayDefinition, PathwayDefinition>()

/** The same for a definition that is asked about often, as the sentences do: worked out once for each. */
export function soundDefinition(definition: PathwayDefinition): PathwayDefinition {
  const sound = known.get(definition) ?? soundPart(definition).definition
  known.set(definition, sound)
  return sound
}
