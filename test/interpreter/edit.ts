/** Applies a fix as an editor would: the last edit first, so that the others keep their place. */
import type { Fix } from '../../runtime/interpreter/problem.ts'

export const apply = (text: string, { edits }: Pick<Fix, 'edits'>): string =>
  edits
    .toSorted((one, other) => other.offset - one.offset)
    .reduce(
      (before, { offset, length, insert }) => before.slice(0, offset) + insert + before.slice(offset + length),
      text,
    )
