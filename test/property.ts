/** How often a property is tried, and with which seed: importing this file gives every property the seed of this run. */
import fc from 'fast-check'

const seed = process.env['SEED']
if (seed) fc.configureGlobal({ seed: Number(seed) })

/** `fc.assert(property, { numRuns: runs(100) })`: a sample normally, fifty times as many under REPEATS=full. */
export function runs(sample: number): number {
  return process.env['REPEATS'] === 'full' ? Math.max(sample, Math.min(sample * 50, 20_000)) : sample
}
