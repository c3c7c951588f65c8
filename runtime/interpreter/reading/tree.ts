/** From the nodes of the YAML library to a plain value, with the place of each part: each key once, nothing shared, nothing special. */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { below } from '../pointer.ts'
import type { BothLanguages } from '../problem.ts'
import { say } from '../say.ts'
import { bounds } from './bounds.ts'

type Range = [from: number, to: number]

/** Where a part stands in the text. `key` is absent for items of a list and for the whole document. */
export type Spot = { key?: Range; value: Range }

/** Something in the tree that a pathway may not hold. `offset` and `length` delimit it. */
export type TreeProblem = { code: string; path: string; offset: number; length: number; message: BothLanguages }

export type Tree = { value: unknown; spots: Map<string, Spot>; problems: TreeProblem[] }

/** Names that JavaScript objects treat specially: refused, so that no value can reach another object. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** Reads the contents of a YAML document. Parts that may not be there are reported and left out. */
export function readTree(contents: Node | null): Tree {
  const tree: Tree = { value: null, spots: new Map(), problems: [] }
  tree.value = valueOf(contents, '', tree)
  return tree
}

function valueOf(node: unknown, path: string, tree: Tree, key?: Range): unknown {
  const value = rangeOf(node) ?? (key ? [key[1], key[1]] : [0, 0])
  tree.spots.set(path, key ? { key, value } : { value })
  if (tooLong(node)) {
    report(tree, 'too-large', path, key ?? value, say('too-many-entries', { limit: bounds.entries }))
    return null
  }
  if (isMap(node)) return mapOf(node, path, tree)
  if (isSeq(node)) return listOf(node, path, tree)
  if (isAlias(node)) report(tree, 'yaml-alias', path, value, say('yaml-alias'))
  return isScalar(node) ? plain(node.value) : null
}

/** No part of a pathway has hundreds of names: what the rules compare with one another stays few. */
const tooLong = (node: unknown): boolean => (isMap(node) || isSeq(node)) && node.items.length > bounds.entries

/** The core schema makes nothing else than these; a big number is kept as its text. */
const plain = (value: unknown): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  return typeof value === 'bigint' ? value.toString() : null
}

const listOf = (list: YAMLSeq, path: string, tree: Tree): unknown[] =>
  list.items.map((item, index) => valueOf(isPair(item) ? null : item, below(path, index), tree))

/** Strict reading keeps pairs out of lists; recovery after a mistake may leave one there. */
const isPair = (item: unknown): boolean => typeof item === 'object' && item !== null && 'key' in item && !isScalar(item)

function mapOf(map: YAMLMap, path: string, tree: Tree): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const pair of map.items) addPair(pair, path, value, tree)
  return value
}

function addPair(pair: Pair, path: string, value: Record<string, unknown>, tree: Tree): void {
  const key = rangeOf(pair.key) ?? rangeOf(pair.value) ?? [0, 0]
  const name = isScalar(pair.key) ? String(pair.key.value) : null
  if (name === null) return report(tree, 'yaml-key', path, key, say('yaml-key'))
  if (forbidden.has(name)) return report(tree, 'forbidden-key', path, key, say('forbidden-key', { key: name }))
  if (Object.hasOwn(value, name))
    return report(tree, 'duplicate-key', below(path, name), key, say('duplicate-key', { key: name }))
  value[name] = valueOf(pair.value, below(path, name), tree, key)
}

function report(tree: Tree, code: string, path: string, [from, to]: Range, message: BothLanguages): void {
  tree.problems.push({ code, path, offset: from, length: to - from, message })
}

function rangeOf(node: unknown): Range | null {
  const range =
    typeof node === 'object' && node !== null ? (node as { range?: [number, number, number] | null }).range : null
  return range ? [range[0], range[1]] : null
}
