/** From a path to its place in the text, and from a place in the text to the path: how the cursor finds the shape. */
import { isMap, isSeq } from 'yaml'
import type { Node, Pair } from 'yaml'
import { dashes, endOf, endOfPair, isFlow, nodeAt, pairOf, parentOf, pointer, startOf, type Tree } from './tree.ts'

export type Span = { offset: number; length: number }

type Child = { path: string; start: number; end: number; value: Node | null }

/** A key's span begins at the key, an item's at its value. */
export function spanOf(tree: Tree, path: string): Span | null {
  const { parent, key } = parentOf(path)
  const pair = path === '' ? undefined : pairOf(nodeAt(tree, parent), key)
  if (pair) return { offset: startOf(pair.key), length: endOfPair(pair) - startOf(pair.key) }
  const node = nodeAt(tree, path)
  return node && { offset: startOf(node), length: endOf(node) - startOf(node) }
}

export function pathAt(tree: Tree, offset: number): string {
  let path = ''
  let node = tree.root
  for (;;) {
    const child = childrenOf(node, path).findLast(({ start, end }) => start <= offset && offset <= end)
    if (!child) return path
    path = child.path
    node = child.value
  }
}

function childrenOf(node: Node | null, path: string): Child[] {
  if (isMap(node)) {
    const pairs = node.items as Pair<Node, Node | null>[]
    return pairs.map((pair) => ({
      path: pointer(path, String(pair.key)),
      start: startOf(pair.key),
      end: endOfPair(pair),
      value: pair.value,
    }))
  }
  if (!isSeq(node)) return []
  const items = node.items as Node[]
  const starts = isFlow(node) ? items.map(startOf) : dashes(node)
  return items.map((item, index) => ({
    path: pointer(path, index),
    start: starts[index]!,
    end: endOf(item),
    value: item,
  }))
}
