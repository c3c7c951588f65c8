/** A pathway with one thing changed in it. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import { partAt } from '../../../runtime/interpreter/pointer.ts'

/** One place in a pathway where an operator can change something. */
export type Mutation = {
  /** JSON Pointer of what is changed. */
  path: string
  /** What becomes of it, in a few words: `above 180 → atLeast 180`. */
  what: string
  /** Changes a copy of the pathway, as an author would by mistake. */
  apply: (definition: PathwayDefinition) => void
  /** The same for stories, where the mistake itself would also change the names that stories use: by default `apply`. */
  applyForStories?: (definition: PathwayDefinition) => void
  /** Proven to mean the same: no value that can be sent tells the two apart. */
  equivalent?: boolean
}

/** One way in which authors go wrong, and every place in a pathway where they can. */
export type Operator = { name: string; mutations: (definition: PathwayDefinition) => Mutation[] }

/** A changed copy. */
export function mutated(definition: PathwayDefinition, apply: Mutation['apply']): PathwayDefinition {
  const copy = structuredClone(definition)
  apply(copy)
  return copy
}

/** Changes the object at `path` of a copy. */
export const at =
  (path: string, change: (part: Record<string, unknown>) => void): Mutation['apply'] =>
  (definition) =>
    change(partAt(definition, path) as Record<string, unknown>)

/** Takes the item out of the list at `path`; an empty list goes altogether. */
export const without =
  (path: string, key: string, index: number): Mutation['apply'] =>
  (definition) => {
    const part = partAt(definition, path) as Record<string, unknown>
    const list = (part[key] as unknown[]).toSpliced(index, 1)
    if (list.length > 0) part[key] = list
    else delete part[key]
  }
