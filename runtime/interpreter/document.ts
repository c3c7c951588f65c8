/** A pathway as its author wrote it: the text, the value read from it, and where each part of the value stands in the text. */
import type { PathwayDefinition } from '../../schemas/index.ts'
import type { SharedParts } from './reading/shared-file.ts'

/** A stretch of the text. Line and column count from 1, offsets from 0. */
export type Place = { line: number; column: number; offset: number; length: number }

/**
 * `value` has the shared parts that the pathway uses in their places; `text` is what the author wrote.
 *
 * `place` answers for any JSON Pointer of the value; for one that does not exist, the nearest parent that does; for a shared part
 * where `use` names it. `key` gives the place of the key instead of the value.
 */
export type PathwayDocument = {
  text: string
  value: PathwayDefinition
  place: (path: string, what?: 'value' | 'key') => Place
  /** The shared file that the part at `path` comes from; null for what stands in the text. */
  sharedFrom: (path: string) => string | null
  /** The shared files that the pathway names: together with `text` all that `value` was made of. */
  shared: SharedParts
}
