/** Where a reading stands in a plot: pure arithmetic from instants and values to places. */
export type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number }

export type Scale = {
  x: (instant: number) => number
  y: (value: number) => number
  /** Round values to draw lines at, lowest first. */
  lines: number[]
}

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500]

/** A scale in which all instants and values fit, with some air above and below. */
export function scaleOf(instants: number[], values: number[], frame: Frame): Scale {
  const [first, last] = [Math.min(...instants), Math.max(...instants)]
  const spread = Math.max(...values) - Math.min(...values)
  const step = steps.find((size) => spread / size <= 4) ?? 1000
  const lowest = Math.floor(Math.min(...values) / step) * step
  const highest = Math.max(Math.ceil(Math.max(...values) / step) * step, lowest + step)
  const width = frame.width - frame.left - frame.right
  const height = frame.height - frame.top - frame.bottom
  return {
    x: (instant) => frame.left + (last === first ? width / 2 : ((instant - first) / (last - first)) * width),
    y: (value) => frame.top + (1 - (value - lowest) / (highest - lowest)) * height,
    lines: Array.from({ length: Math.round((highest - lowest) / step) + 1 }, (_, index) => lowest + index * step),
  }
}
