/** Takes a key or an item away with the comment on its own line; comments above and below are left to the author. */
import { isMap, isSeq } from 'yaml'
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml'
import type { TextEdit } from '../../runtime/interpreter/problem.ts'
import {
  colonEnd, dashes, endOf, endOfPair, isFlow, lineEnd, lineStart, nodeAt, pairOf, parentOf, startOf, type Tree,
} from './tree.ts' // prettier-ignore

type Part = { start: number; end: number }

export function drop(tree: Tree, path: string): TextEdit[] | null {
  const { parent, key } = parentOf(path)
  const holder = nodeAt(tree, parent)
  if (!isMap(holder) && !isSeq(holder)) return null
  const parts = partsOf(holder)
  const index = isMap(holder) ? holder.items.findIndex((pair) => pair === pairOf(holder, key)) : Number(key)
  if (!parts[index]) return null
  if (isFlow(holder)) return [fromBraces(tree.text, holder, parts, index)]
  return parts.length === 1 ? emptied(tree, parent, holder, parts[0]!) : [lines(tree.text, parts, index)]
}

/** Where each key (or dash) begins and its value ends. */
function partsOf(holder: YAMLMap | YAMLSeq): Part[] {
  if (isMap(holder)) {
    const pairs = holder.items as Pair<Node, Node | null>[]
    return pairs.map((pair) => ({ start: startOf(pair.key), end: endOfPair(pair) }))
  }
  const items = holder.items as Node[]
  const starts = isFlow(holder) ? items.map(startOf) : dashes(holder)
  return items.map((item, index) => ({ start: starts[index]!, end: endOf(item) }))
}

/** With the comma that belongs to it. A comment in between keeps its comma, which YAML allows. */
function fromBraces(text: string, holder: YAMLMap | YAMLSeq, parts: Part[], index: number): TextEdit {
  const { start, end } = parts[index]!
  const [next, previous] = [parts[index + 1], parts[index - 1]]
  if (next && !text.slice(end, next.start).includes('#')) return cut(start, next.start)
  if (!next && previous && !text.slice(previous.end, start).includes('#')) return cut(previous.end, end)
  if (parts.length > 1) return cut(start, next ? text.indexOf(',', end) + 1 : end)
  const [inside, closing] = [startOf(holder) + 1, endOf(holder) - 1]
  return text.slice(inside, closing).includes('#') ? cut(start, end) : cut(inside, closing)
}

/** Whole lines; when the first key shares its line with a dash, up to the key that follows. */
function lines(text: string, parts: Part[], index: number): TextEdit {
  const { start, end } = parts[index]!
  const from = lineStart(text, start)
  const next = parts[index + 1]
  if (text.slice(from, start).trim() === '') return cut(from, afterLine(text, end))
  const stop = lineEnd(text, end)
  return next && text.slice(stop, next.start).trim() === '' ? cut(start, next.start) : cut(start, stop)
}

/** The last one of a block goes: what remains is `{}` or `[]` behind the colon. */
function emptied(tree: Tree, path: string, holder: YAMLMap | YAMLSeq, part: Part): TextEdit[] | null {
  const { parent, key } = parentOf(path)
  const pair = pairOf(nodeAt(tree, parent), key)
  const empty = isMap(holder) ? '{}' : '[]'
  const colon = pair && colonEnd(pair)
  if (!colon) return [{ offset: part.start, length: part.end - part.start, insert: empty }]
  return [
    { offset: colon, length: 0, insert: ` ${empty}` },
    cut(lineStart(tree.text, part.start), afterLine(tree.text, part.end)),
  ]
}

function afterLine(text: string, end: number): number {
  const line = text.indexOf('\n', end)
  return line === -1 ? text.length : line + 1
}

const cut = (from: number, to: number): TextEdit => ({ offset: from, length: to - from, insert: '' })
