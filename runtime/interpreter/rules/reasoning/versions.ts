/** Versions of a pathway and ranges of them: `1.2.3`, and `1.2.x` or `1.x` for all that begin so. */

const RANGE = /^(0|[1-9]\d*)\.(?:x|(0|[1-9]\d*)\.(?:x|0|[1-9]\d*))$/

/** Whether a text is a version or a range of versions. */
export const isRange = (text: string): boolean => RANGE.test(text)

/** The first version that a range covers: `1.x` → `1.0.0`. */
export function firstCovered(range: string): string {
  const parts = range.split('.').map((part) => (part === 'x' ? '0' : part))
  return [...parts, '0', '0'].slice(0, 3).join('.')
}

/** Whether `version` is in `range`; never in what is no range. */
export function covers(range: string, version: string): boolean {
  if (!isRange(range)) return false
  const numbers = version.split('.')
  return range.split('.').every((part, index) => part === 'x' || part === numbers[index])
}

/** Whether some version is in both ranges. */
export const overlapping = (one: string, other: string): boolean =>
  covers(one, firstCovered(other)) || covers(other, firstCovered(one))

/** Whether `one` came before `other`. */
export function olderThan(one: string, other: string): boolean {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number)) as [number[], number[]]
  const differs = left.findIndex((number, index) => number !== right[index])
  return differs >= 0 && left[differs]! < right[differs]!
}
