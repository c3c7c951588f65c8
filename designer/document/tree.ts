/** The text as YAML nodes with their places: find a node by JSON Pointer, and know where it begins and really ends. */
import { isCollection, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml'
import type { CST, Node, Pair, YAMLMap, YAMLSeq } from 'yaml'

export type Tree = { text: string; root: Node | null; value: unknown }

/** Reading YAML takes time quadratic in its keys; a pathway is far below this many characters. */
const longest = 262_144
const parsing = { keepSourceTokens: true, prettyErrors: false } as const

/** Null when the text is not one YAML document without errors. */
export function readTree(text: string): Tree | null {
  if (text.length > longest) return null
  const document = parseDocument(text, parsing)
  if (document.errors.length > 0) return null
  try {
    return { text, root: document.contents, value: document.toJS({ maxAliasCount: 20 }) as unknown }
  } catch {
    // An alias without an anchor, or too many of them.
    return null
  }
}

/** `/states/a~1b/0` → `['states', 'a/b', '0']` */
export function segments(path: string): string[] {
  const parts = path.split('/').slice(1)
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** `pointer('/states', 'a/b')` → `/states/a~1b` */
export function pointer(path: string, ...parts: (string | number)[]): string {
  const escaped = parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
  return path + escaped.join('')
}

export function parentOf(path: string): { parent: string; key: string } {
  return { parent: path.slice(0, path.lastIndexOf('/')), key: segments(path).at(-1) ?? '' }
}

export function nodeAt(tree: Tree, path: string): Node | null {
  let node: unknown = tree.root
  for (const key of segments(path)) node = isSeq(node) ? node.items[Number(key)] : pairOf(node, key)?.value
  return (node ?? null) as Node | null
}

export function pairOf(node: unknown, key: string): Pair<Node, Node | null> | undefined {
  if (!isMap(node)) return undefined
  const items = node.items as Pair<Node, Node | null>[]
  return items.find(({ key: name }) => isScalar(name) && String(name.value) === key)
}

export const isFlow = (node: unknown): boolean => isCollection(node) && node.flow === true

export const startOf = (node: Node): number => node.range![0]

/** Where the node's own bytes end. A block map or list ends with its last leaf: comments below it are not its own. */
export function endOf(node: Node): number {
  if (!isCollection(node) || node.flow || node.items.length === 0) return node.range![1] - lineBreak(node)
  const last = node.items.at(-1) as Node | Pair<Node, Node | null>
  return isPair(last) ? endOfPair(last) : endOf(last)
}

/** A block text (`|`) counts its last line break as its own; here it belongs to the line. */
function lineBreak(node: Node): 0 | 1 {
  const token = node.srcToken
  return token?.type === 'block-scalar' && token.source.endsWith('\n') ? 1 : 0
}

export function endOfPair(pair: Pair<Node, Node | null>): number {
  return pair.value ? endOf(pair.value) : pair.key.range![1]
}

/** Where `key:` ends, so that a value can be put behind it. Null for a key without a colon. */
export function colonEnd(pair: Pair<Node, Node | null>): number | null {
  const token = pair.srcToken as CST.CollectionItem | undefined
  const colon = token?.sep?.find(({ type }) => type === 'map-value-ind')
  return colon ? colon.offset + colon.source.length : null
}

/** Where each `-` of a block list stands. */
export function dashes(list: YAMLSeq): number[] {
  const token = list.srcToken as CST.BlockSequence | undefined
  const items = token?.items ?? []
  return items.flatMap(({ start }) => start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset))
}

/** The column (from 0) at which the keys of a block map, or the dashes of a block list, stand. */
export function columnOf(tree: Tree, collection: YAMLMap | YAMLSeq): number {
  const first = isSeq(collection) ? dashes(collection)[0]! : startOf((collection.items[0] as Pair<Node>).key)
  return first - lineStart(tree.text, first)
}

export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

/** The end of the line, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset)
  const end = found === -1 ? text.length : found
  return end > offset && text[end - 1] === '\r' ? end - 1 : end
}
