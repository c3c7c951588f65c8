/** A mistake in a pathway or a story, as data: what is wrong, where, what it means, and how to mend it. */
import type { Text } from '../../schemas/index.ts'

export type Severity = 'error' | 'warning' | 'hint'

/** A text that is always present in both languages. */
export type BothLanguages = Required<Text>

/** Replace `length` characters from `offset` of the source by `insert`. Offsets count UTF-16 units, as JavaScript strings do. */
export type TextEdit = { offset: number; length: number; insert: string }

/** A mending that can be applied as it is. */
export type Fix = { title: BothLanguages; edits: TextEdit[] }

/**
 * One finding of `parse` or `check`.
 *
 * `line` and `column` count from 1; `offset` and `length` delimit the same place in the text; `path` is a JSON Pointer
 * (`/thresholds/crisis/route`), which is also the element's place in the drawing and the forms.
 * `example` is an example patient in one plain sentence, computed from the pathway.
 */
export type Problem = {
  code: string
  severity: Severity
  path: string
  line: number
  column: number
  offset: number
  length: number
  message: BothLanguages
  example?: BothLanguages
  fix?: Fix
}
