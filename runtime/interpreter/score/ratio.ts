/** Fractions of whole numbers: points are added, weighed and averaged without rounding. */

/** `top / bottom`; the bottom is above zero. */
export type Ratio = { top: bigint; bottom: bigint }

export const zero: Ratio = { top: 0n, bottom: 1n }

/** A number as it is written: 0.1 is one tenth. */
export function decimal(value: number): Ratio {
  const [, sign, whole, fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(value)) ?? []
  if (whole === undefined) throw new RangeError(`Not a number that can be counted with: ${value}`)
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n)
  const places = fraction.length - Number(exponent)
  return places >= 0
    ? { top: digits, bottom: 10n ** BigInt(places) }
    : { top: digits * 10n ** BigInt(-places), bottom: 1n }
}

/** The sum, exactly. */
export const plus = (one: Ratio, other: Ratio): Ratio =>
  one.bottom === other.bottom
    ? { top: one.top + other.top, bottom: one.bottom }
    : { top: one.top * other.bottom + other.top * one.bottom, bottom: one.bottom * other.bottom }

/** The product, exactly. */
export const times = (one: Ratio, other: Ratio): Ratio => ({
  top: one.top * other.top,
  bottom: one.bottom * other.bottom,
})

/** A whole number of equal parts; `count` is above zero. */
export const dividedBy = ({ top, bottom }: Ratio, count: number): Ratio => ({ top, bottom: bottom * BigInt(count) })
