/** A pathway as its author wrote it: the text, the value read from it, and where each part of the value stands in the text. */
import type { PathwayDefinition } from '../../schemas/index.ts'

/** A stretch of the text. Line and column count from 1, offsets from 0. */
export type Place = { line: number; column: number; offset: number; length: number }

/** `place` answers for any JSON Pointer of the value; for one that does not exist, the nearest parent that does. `key` gives the place of the key instead of the value. */
export type PathwayDocument = {
  text: string
  value: PathwayDefinition
  place: (path: string, what?: 'value' | 'key') => Place
}
