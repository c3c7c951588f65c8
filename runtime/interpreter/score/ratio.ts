/** Fractions of whole numbers: points are added, weighed and averaged without rounding. */

/** `top / bottom`; the bottom is above zero. */
export type Ratio = { top: bigint; bottom: bigint }

export const zero: Ratio = { top: 0n, bottom: 1n }

export const plus = (one: Ratio, other: Ratio): Ratio =>
  one.bottom === other.bottom
    ? { top: one.top + other.top, bottom: one.bottom }
    : { top: one.top * other.bottom + other.top * one.bottom, bottom: one.bottom * other.bottom }

/** Times a number in millionths. */
export const times = ({ top, bottom }: Ratio, factor: number): Ratio =>
  factor === 1_000_000 ? { top, bottom } : { top: top * BigInt(factor), bottom: bottom * 1_000_000n }

export const dividedBy = ({ top, bottom }: Ratio, count: number): Ratio => ({ top, bottom: bottom * BigInt(count) })
