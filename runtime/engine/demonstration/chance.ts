/** Chance that comes out the same every time: the demonstration is the same on every machine. */

/** Numbers from 0 up to 1 that follow from the seed (mulberry32). */
export function chance(seed: string): () => number {
  let state = seed.split('').reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16777619), 2166136261)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number around `middle`, seldom more than `spread` away from it. */
export function around(next: () => number, middle: number, spread: number): number {
  return Math.round(middle + (next() + next() + next() - 1.5) * (spread / 1.5))
}
