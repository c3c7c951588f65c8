/** Exact decimals: values are compared as whole millionths, so that 0.1 + 0.2 is 0.3 and a mean on its limit is on its limit. */

/** A whole number, as a bigint where it can grow beyond what a number holds exactly. */
export type Whole = number | bigint

/** A value in whole millionths. Exact for values below nine billion with at most six decimals. */
export function millionths(value: number): number {
  return Math.round(value * 1e6)
}

/** Rounds millionths to a step (`precision` of the measurement), half away from zero. */
export function roundToStep(value: number, precision: number): number {
  const step = millionths(precision)
  if (step === 0) return value
  const steps = Math.floor((2 * Math.abs(value) + step) / (2 * step))
  return Math.sign(value) * steps * step
}

/**
 * How `sum / count` lies to `limit`, in millionths: below zero, zero or above zero. `count` is above zero.
 * Nothing is divided: what is compared is `sum` with `limit * count`, in bigints where numbers are not exact.
 */
export function compare(sum: Whole, count: Whole, limit: number): number {
  if (typeof sum === 'number' && typeof count === 'number') {
    const right = limit * count
    if (isExact(sum) && isExact(right)) return sum - right
  }
  const difference = BigInt(sum) - BigInt(limit) * BigInt(count)
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

/** What is not finite cannot be made a bigint, and compares right as it is. */
const isExact = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER || !Number.isFinite(value)

/** The quotient as a number, for showing and for values that are stored: `sum` is in millionths. */
export const quotient = (sum: Whole, count: Whole): number =>
  typeof sum === 'number' && typeof count === 'number' && isExact(sum) && isExact(count * 1e6)
    ? sum / (count * 1e6)
    : fraction(BigInt(sum), BigInt(count) * 1_000_000n)

/** The number nearest to a fraction: exactly where both parts fit into numbers in lowest terms, which is nearly always. */
export function fraction(top: bigint, bottom: bigint): number {
  const divisor = common(top < 0n ? -top : top, bottom)
  const [above, below] = [top / divisor, bottom / divisor]
  if (isExact(Number(above)) && isExact(Number(below))) return Number(above) / Number(below)
  const whole = above / below
  return Number(whole) + Number(above - whole * below) / Number(below)
}

function common(one: bigint, other: bigint): bigint {
  return other === 0n ? one : common(other, one % other)
}
