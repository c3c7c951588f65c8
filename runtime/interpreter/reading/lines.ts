/** Line and column of any offset in a text. */
import type { Place } from '../document.ts'

/** Gives the place of a stretch of the text; a stretch outside the text is brought back inside it. */
export type Locate = (offset: number, length: number) => Place

/** Counts the lines once, so that each place afterwards costs a short search. */
export function locator(text: string): Locate {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset, length) => {
    const from = Math.min(Math.max(offset, 0), text.length)
    const line = lineOf(starts, from)
    return {
      line: line + 1,
      column: from - starts[line]! + 1,
      offset: from,
      length: Math.min(Math.max(length, 0), text.length - from),
    }
  }
}

/** The last line that starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
