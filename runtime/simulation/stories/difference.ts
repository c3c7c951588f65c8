/** One expectation that did not hold, and the ways in which values, names and counts are compared. */
import type { Expectation } from '../../../schemas/generated/scenarios.ts'
import { inline } from './describe.ts'

/** One line of a list that differs: expected and not there (`-`), there and not expected (`+`), or the same. */
export type Line = { sign: ' ' | '-' | '+'; text: string }

/** One expectation that did not hold; `key` is its name in `expect`, `lines` tell lists apart item by item. */
export type Difference = {
  key: Exclude<keyof Expectation, 'in' | 'also'>
  path?: string
  expected: string
  found: string
  lines?: Line[]
}

type Key = Difference['key']

/** One thing; nothing expected is always right. */
export function same(key: Key, expected: string | undefined, found: string | null): Difference[] {
  return expected === undefined || expected === found ? [] : [{ key, expected, found: found ?? '[]' }]
}

/** Names, in this order. */
export function inOrder(key: Key, expected: string | string[] | undefined, found: string[]): Difference[] {
  if (expected === undefined) return []
  const names = [expected].flat()
  return inline(names) === inline(found) ? [] : [{ key, expected: inline(names), found: inline(found) }]
}

/** Names, in any order. */
export function sameNames(key: Key, expected: string | string[] | undefined, found: string[]): Difference[] {
  if (expected === undefined) return []
  return inOrder(key, [expected].flat().toSorted(), found.toSorted()).map((difference) => ({
    ...difference,
    expected: inline([expected].flat()),
    found: inline(found),
  }))
}

/** A number counts; names say of which schedules, however often. */
export function counted(key: Key, expected: number | string[] | undefined, found: string[]): Difference[] {
  if (typeof expected !== 'number') return sameNames(key, expected, [...new Set(found)])
  return expected === found.length ? [] : [{ key, expected: String(expected), found: String(found.length) }]
}
