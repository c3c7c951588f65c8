/** Text edits as values: apply them, and make the edits that take them back. */
import type { TextEdit } from '../../runtime/interpreter/problem.ts'

const inOrder = (edits: TextEdit[]): TextEdit[] => edits.toSorted((a, b) => a.offset - b.offset)

/** All edits are counted in `text` and do not overlap. */
export function apply(text: string, edits: TextEdit[]): string {
  let result = ''
  let at = 0
  for (const { offset, length, insert } of inOrder(edits)) {
    result += text.slice(at, offset) + insert
    at = offset + length
  }
  return result + text.slice(at)
}

/** The edits that turn `apply(text, edits)` into `text` again. */
export function inverse(text: string, edits: TextEdit[]): TextEdit[] {
  let shift = 0
  return inOrder(edits).map(({ offset, length, insert }) => {
    const back = { offset: offset + shift, length: insert.length, insert: text.slice(offset, offset + length) }
    shift += insert.length - length
    return back
  })
}
