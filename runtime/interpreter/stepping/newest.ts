/** Lists that grow at their end and are forgotten from their front: in one copy that is no longer than it must be. */

/** The list without its first ones, and with another at its end. `push` and spread would reserve room that nobody uses. */
export function withNewest<One>(list: readonly One[], first: number, newest: One): One[] {
  const length = list.length - first
  // oxlint-disable-next-line unicorn/no-new-array -- its length is known, and `Array.from` is ten times slower
  const next = new Array<One>(length + 1)
  for (let index = 0; index < length; index++) next[index] = list[first + index]!
  next[length] = newest
  return next
}
