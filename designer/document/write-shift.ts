/** Moves an item of a list: whole lines of a block list, the items' own text between the commas of a flow list. */
import { isSeq } from 'yaml'
import type { Node, YAMLSeq } from 'yaml'
import type { TextEdit } from '../../runtime/interpreter/problem.ts'
import type { Primitive } from './primitive.ts'
import { dashes, endOf, isFlow, lineEnd, lineStart, nodeAt, startOf, type Tree } from './tree.ts'

type Shift = Extract<Primitive, { type: 'shift' }>
type Part = { start: number; end: number }

export function shift(tree: Tree, { path, from, to }: Shift): TextEdit[] | null {
  const list = nodeAt(tree, path)
  if (!isSeq(list)) return null
  const parts = isFlow(list) ? betweenCommas(list) : wholeLines(tree.text, list)
  if (!parts) return null
  const texts = parts.map(({ start, end }) => tree.text.slice(start, end))
  const moved = texts.toSpliced(from, 1).toSpliced(to, 0, texts[from]!)
  const edits = parts.map(({ start, end }, index) => ({ offset: start, length: end - start, insert: moved[index]! }))
  return edits.filter(({ insert }, index) => insert !== texts[index])
}

const betweenCommas = (list: YAMLSeq): Part[] =>
  (list.items as Node[]).map((item) => ({ start: startOf(item), end: endOf(item) }))

/** From the dash to the end of the last line, its comment included. Null when a dash shares its line with something else. */
function wholeLines(text: string, list: YAMLSeq): Part[] | null {
  const starts = dashes(list)
  const parts = (list.items as Node[]).map((item, index) => ({
    start: starts[index]!,
    end: lineEnd(text, endOf(item)),
  }))
  const alone = ({ start }: Part): boolean => text.slice(lineStart(text, start), start).trim() === ''
  return parts.every(alone) ? parts : null
}
