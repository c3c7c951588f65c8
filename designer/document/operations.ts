/** What a view can ask for, as the smallest primitives that lead there: what is equal already is not touched. */
import type { Primitive } from './primitive.ts'
import { childOf, valueAt } from './primitive.ts'
import { same } from './same.ts'
import { parentOf, pointer } from './tree.ts'

/** Given the value as it is, the primitives to carry out one after another; null when it makes no sense there. */
export type Operation = (value: unknown) => Primitive[] | null

type Fields = Record<string, unknown>
const isMap = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

export function set(path: string, wished: unknown): Operation {
  return (value) => {
    const old = valueAt(value, path)
    if (old !== undefined || path === '') return difference(path, old, wished)
    const { parent, key } = parentOf(path)
    const holder = valueAt(value, parent)
    if (holder === undefined) return set(parent, { [key]: wished })(value)
    if (Array.isArray(holder)) return append(parent, wished)(value)
    if (holder !== null && !isMap(holder)) return null
    return insert(parent, key, wished)(value)
  }
}

export function insert(path: string, key: string, wished: unknown, after?: string): Operation {
  return (value) => {
    const holder = valueAt(value, path)
    if (holder === undefined || holder === null) return path === '' ? null : set(path, { [key]: wished })(value)
    if (!isMap(holder) || Object.hasOwn(holder, key)) return null
    return [{ type: 'add-key', path, key, value: wished, after }]
  }
}

export function append(path: string, wished: unknown): Operation {
  return (value) => {
    const list = valueAt(value, path)
    if (list === undefined || list === null) return set(path, [wished])(value)
    return Array.isArray(list) ? [{ type: 'add-item', path, index: list.length, value: wished }] : null
  }
}

export function remove(path: string): Operation {
  return (value) => (path === '' || valueAt(value, path) === undefined ? null : [{ type: 'drop', path }])
}

export function move(path: string, from: number, to: number): Operation {
  return (value) => {
    const list = valueAt(value, path)
    if (!Array.isArray(list) || !(from in list) || !(to in list)) return null
    return from === to ? [] : [{ type: 'shift', path, from, to }]
  }
}

/** The primitives from one value to another, as deep as both have the same shape. */
function difference(path: string, old: unknown, wished: unknown): Primitive[] {
  if (same(old, wished)) return []
  if (Array.isArray(old) && Array.isArray(wished) && old.length > 0) return listDifference(path, old, wished)
  if (isMap(old) && isMap(wished) && Object.keys(old).length > 0) return mapDifference(path, old, wished)
  return [{ type: 'replace', path, value: wished }]
}

/** Adding comes before dropping, so that a map is not emptied on the way and keeps its style. */
function mapDifference(path: string, old: Fields, wished: Fields): Primitive[] {
  const names = Object.keys(wished).filter((key) => wished[key] !== undefined)
  const added = names.filter((key) => !Object.hasOwn(old, key))
  const kept = names.filter((key) => Object.hasOwn(old, key))
  const gone = Object.keys(old).filter((key) => !names.includes(key))
  return [
    ...added.map((key): Primitive => ({ type: 'add-key', path, key, value: wished[key], after: before(names, key) })),
    ...kept.flatMap((key) => difference(pointer(path, key), old[key], wished[key])),
    ...gone.map((key): Primitive => ({ type: 'drop', path: pointer(path, key) })),
  ]
}

const before = (names: string[], key: string): string | undefined => names[names.indexOf(key) - 1]

/** What is equal at both ends stays; between them items are compared one by one, the rest is dropped or added. */
function listDifference(path: string, old: unknown[], wished: unknown[]): Primitive[] {
  const shortest = Math.min(old.length, wished.length)
  let head = 0
  while (head < shortest && same(old[head], wished[head])) head++
  let tail = 0
  while (tail < shortest - head && same(old.at(-1 - tail), wished.at(-1 - tail))) tail++
  const oldEnd = old.length - tail
  const wishedEnd = wished.length - tail
  const both = Math.min(oldEnd, wishedEnd)
  const primitives: Primitive[] = []
  for (let index = head; index < both; index++)
    primitives.push(...difference(pointer(path, index), childOf(old, String(index)), wished[index]))
  for (let index = oldEnd - 1; index >= both; index--) primitives.push({ type: 'drop', path: pointer(path, index) })
  for (let index = both; index < wishedEnd; index++)
    primitives.push({ type: 'add-item', path, index, value: wished[index] })
  return primitives
}
