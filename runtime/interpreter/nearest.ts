/** The known name that somebody who wrote another one most probably meant. */

/**
 * The candidate nearest to `name`, or null when none comes near: at most one slip in three characters.
 *
 * Capitals and hyphens count as no difference at all: `nextDay` is `next-day`.
 */
export function nearest(name: string, candidates: readonly string[]): string | null {
  const wanted = folded(name)
  let best: { candidate: string; slips: number } | null = null
  for (const candidate of candidates) {
    const most = allowed(wanted, candidate)
    const slips = slipsBetween(wanted, folded(candidate), most)
    if (slips <= most && (best === null || slips < best.slips)) best = { candidate, slips }
  }
  return best?.candidate ?? null
}

const allowed = (wanted: string, candidate: string): number =>
  Math.floor(Math.max(wanted.length, candidate.length, 3) / 3)

/** Whether two names differ only in capitals, hyphens and spaces. */
export const sameLetters = (one: string, other: string): boolean => folded(one) === folded(other)

const folded = (name: string): string => name.slice(0, 80).toLowerCase().replaceAll(/[-_ ]/g, '')

/** The number of letters to add, leave out, replace or swap with their neighbour (optimal string alignment); Infinity as soon as it is above `most`. */
function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return Infinity
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let column = 1; column <= other.length; column++) line.push(slipsAt(rows, line, one, other, row, column))
    rows.push(line)
    // A swap looks two rows back: only when both are above is there no way down.
    if (Math.min(...line) > most && Math.min(...rows[row - 1]!) > most) return Infinity
  }
  return rows[one.length]![other.length]!
}

function slipsAt(rows: number[][], line: number[], one: string, other: string, row: number, column: number): number {
  const above = rows[row - 1]!
  const replaced = above[column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1)
  const best = Math.min(replaced, above[column]! + 1, line[column - 1]! + 1)
  const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
  return swapped ? Math.min(best, rows[row - 2]![column - 2]! + 1) : best
}
