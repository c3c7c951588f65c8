/** Writes a new key or item beside its siblings: at their column, in their style. */
import { isMap, isSeq } from 'yaml'
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml'
import { pathwaySchema } from '../../schemas/index.ts'
import type { TextEdit } from '../../runtime/interpreter/problem.ts'
import { entry, flow, item } from './fragment.ts'
import type { Primitive } from './primitive.ts'
import { columnOf, dashes, endOf, endOfPair, isFlow, lineEnd, nodeAt, startOf, type Tree } from './tree.ts'

type Pairs = Pair<Node, Node | null>[]
type AddKey = Extract<Primitive, { type: 'add-key' }>
type AddItem = Extract<Primitive, { type: 'add-item' }>

const topOrder = Object.keys(pathwaySchema.properties ?? {})

/** Null when there is no map yet to add to. */
export function addKey(tree: Tree, { path, key, value, after }: AddKey): TextEdit[] | null {
  const map = nodeAt(tree, path)
  if (!isMap(map)) return null
  const pairs = map.items as Pairs
  const index = placeAfter(pairs, path === '' ? lastBefore(pairs, key) : after)
  if (isFlow(map)) return betweenBraces(tree, map, index, `${flow(key)}: ${flow(value)}`)
  const column = columnOf(tree, map)
  const style = pairs.some((pair) => isFlow(pair.value)) && !pairs.some(hasBlock) ? 'flow' : 'block'
  return [below(tree, endOfPair(pairs[index]!), column, entry(key, value, column, style))]
}

/** Null when there is no list yet to add to. */
export function addItem(tree: Tree, { path, index, value }: AddItem): TextEdit[] | null {
  const list = nodeAt(tree, path)
  if (!isSeq(list)) return null
  if (isFlow(list)) return betweenBraces(tree, list, index - 1, flow(value))
  const column = columnOf(tree, list)
  const style = (list.items as Node[]).some(isFlow) ? 'flow' : 'block'
  const written = item(value, column, style)
  if (index > 0) return [below(tree, endOf(list.items[index - 1] as Node), column, written)]
  return [{ offset: dashes(list)[0]!, length: 0, insert: `${written}\n${' '.repeat(column)}` }]
}

const hasBlock = ({ value }: Pairs[number]): boolean => (isMap(value) || isSeq(value)) && !isFlow(value)

function placeAfter(pairs: Pairs, after: string | undefined): number {
  const index = pairs.findIndex(({ key }) => String(key) === after)
  return index === -1 ? pairs.length - 1 : index
}

/** The sections of a pathway have an order: who, what, when, how bad, who acts, what next. */
function lastBefore(pairs: Pairs, key: string): string | undefined {
  const earlier = topOrder.slice(0, Math.max(topOrder.indexOf(key), 0))
  return pairs.map((pair) => String(pair.key)).findLast((name) => earlier.includes(name))
}

/** On a line of its own below what ends at `end`; a comment behind that stays with it. */
function below(tree: Tree, end: number, column: number, written: string): TextEdit {
  const indent = ' '.repeat(column)
  return { offset: lineEnd(tree.text, end), length: 0, insert: `\n${indent}${written}` }
}

/** After item `index` of a flow collection; -1 is before the first. */
function betweenBraces(tree: Tree, collection: YAMLMap | YAMLSeq, index: number, written: string): TextEdit[] {
  const items = collection.items as (Node | Pair<Node, Node | null>)[]
  const previous = items[index]
  if (previous) {
    const end = 'key' in previous ? endOfPair(previous) : endOf(previous as Node)
    return [{ offset: end, length: 0, insert: `, ${written}` }]
  }
  const first = items[0]
  if (first)
    return [{ offset: startOf('key' in first ? first.key : (first as Node)), length: 0, insert: `${written}, ` }]
  const [start, end] = [startOf(collection) + 1, endOf(collection) - 1]
  return [{ offset: start, length: blankLength(tree.text.slice(start, end)), insert: ` ${written} ` }]
}

const blankLength = (between: string): number => (between.trim() === '' ? between.length : 0)
