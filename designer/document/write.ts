/** A primitive as text edits: which bytes go, and what is written instead. Null where the text is too unusual for it. */
import { isMap, isScalar, isSeq, Scalar } from 'yaml'
import type { Node } from 'yaml'
import type { TextEdit } from '../../runtime/interpreter/problem.ts'
import { addItem, addKey } from './write-new.ts'
import { drop } from './write-drop.ts'
import { block, entry, flow, isCollectionValue } from './fragment.ts'
import type { Primitive } from './primitive.ts'
import { shift } from './write-shift.ts'
import { colonEnd, columnOf, endOf, isFlow, lineEnd, nodeAt, pairOf, parentOf, startOf, type Tree } from './tree.ts'

export function write(tree: Tree, primitive: Primitive): TextEdit[] | null {
  switch (primitive.type) {
    case 'replace':
      return replace(tree, primitive.path, primitive.value)
    case 'add-key':
      return addKey(tree, primitive) ?? replace(tree, primitive.path, { [primitive.key]: primitive.value })
    case 'add-item':
      return addItem(tree, primitive) ?? replace(tree, primitive.path, [primitive.value])
    case 'drop':
      return drop(tree, primitive.path)
    case 'shift':
      return shift(tree, primitive)
    case 'names':
      return names(tree, primitive.changes)
  }
}

function replace(tree: Tree, path: string, value: unknown): TextEdit[] | null {
  const node = nodeAt(tree, path)
  if (!node) return replaceNothing(tree, path, value)
  const inline = isFlow(node) || isScalar(node)
  if (inline && (!isCollectionValue(value) || fits(tree, path, value))) return [inPlace(tree, node, value)]
  return asBlock(tree, path, node, value)
}

/** A scalar keeps its quotes; a block text (`|`) becomes a quoted one. */
function inPlace(tree: Tree, node: Node, value: unknown): TextEdit {
  const offset = startOf(node)
  const length = endOf(node) - offset
  const written = flow(value, isScalar(node) ? quotesOf(node) : undefined)
  const glued = length === 0 && /[:-]$/.test(tree.text.slice(0, offset))
  return { offset, length, insert: (glued ? ' ' : '') + written }
}

function quotesOf(node: Scalar): Scalar.Type | undefined {
  const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE
  return quoted ? (node.type as Scalar.Type) : undefined
}

/** Inside braces everything is written on one line; elsewhere only what is short. */
function fits(tree: Tree, path: string, value: object): boolean {
  const { parent, key } = parentOf(path)
  const holder = nodeAt(tree, parent)
  if (!isMap(holder) || isFlow(holder)) return true
  return !entry(key, value, columnOf(tree, holder), 'block').includes('\n')
}

/** `key:` followed by nothing at all, or a list item without anything. */
function replaceNothing(tree: Tree, path: string, value: unknown): TextEdit[] | null {
  const { parent, key } = parentOf(path)
  const pair = pairOf(nodeAt(tree, parent), key)
  const offset = pair && colonEnd(pair)
  return offset ? [{ offset, length: 0, insert: ` ${flow(value)}` }] : null
}

/** The old value and the new one differ in shape: what stood on the key's line as a comment stays there. */
function asBlock(tree: Tree, path: string, node: Node, value: unknown): TextEdit[] | null {
  const { parent, key } = parentOf(path)
  const holder = nodeAt(tree, parent)
  const pair = pairOf(holder, key)
  const colon = pair && colonEnd(pair)
  if (isSeq(holder)) return [{ offset: startOf(node), length: endOf(node) - startOf(node), insert: flow(value) }]
  if (!colon || !isMap(holder)) return null
  const column = columnOf(tree, holder)
  const short = !isCollectionValue(value) || !entry(key, value, column, 'block').includes('\n')
  const written = short ? '' : `\n${block(value as object, column + 2)}`
  const head: TextEdit = { offset: colon, length: 0, insert: short ? ` ${flow(value)}` : '' }
  return [head, ...rest(tree, node, colon, written)].filter(({ length, insert }) => length > 0 || insert !== '')
}

/** Takes the old value away and puts the block at the end of the key's line. */
function rest(tree: Tree, node: Node, colon: number, written: string): TextEdit[] {
  const line = lineEnd(tree.text, colon)
  const [start, end] = [startOf(node), endOf(node)]
  if (start > line) return [{ offset: line, length: end - line, insert: written }]
  if (end >= line) return [{ offset: colon, length: end - colon, insert: written }]
  return [
    { offset: colon, length: end - colon, insert: '' },
    { offset: line, length: 0, insert: written },
  ]
}

function names(tree: Tree, changes: { path: string; what: 'key' | 'value'; name: string }[]): TextEdit[] | null {
  const edits = changes.map(({ path, what, name }) => {
    const { parent, key } = parentOf(path)
    const node = what === 'key' ? pairOf(nodeAt(tree, parent), key)?.key : nodeAt(tree, path)
    return node ? inPlace(tree, node, name) : null
  })
  return edits.includes(null) ? null : (edits as TextEdit[])
}
