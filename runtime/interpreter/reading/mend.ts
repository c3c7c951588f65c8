/** Makes fixes: edits of the author's own text that change nothing but the part concerned. */
import type { Fix } from '../problem.ts'
import { say } from '../say.ts'
import type { Spot } from './tree.ts'

/** How parts of one text can be replaced. Undefined where the text has no such part. */
export type Mend = {
  /** The value at `path`, written as `insert`. */
  value: (path: string, insert: string) => Fix | undefined
  /** The key at `path`, renamed. */
  key: (path: string, name: string) => Fix | undefined
  /** How the value at `path` is written in the text. */
  source: (path: string) => string
}

export function mendOf(text: string, spots: ReadonlyMap<string, Spot>): Mend {
  const replace = (range: [number, number] | undefined, insert: string): Fix | undefined =>
    range && {
      title: say('fix-replace', { new: insert }),
      edits: [{ offset: range[0], length: range[1] - range[0], insert }],
    }
  return {
    value: (path, insert) => replace(spots.get(path)?.value, insert),
    key: (path, name) => replace(spots.get(path)?.key, name),
    source: (path) => text.slice(...(spots.get(path)?.value ?? [0, 0])),
  }
}
