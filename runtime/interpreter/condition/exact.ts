/** Exact decimals: values are compared as whole millionths, so that 0.1 + 0.2 is 0.3 and a mean on its limit is on its limit. */

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
