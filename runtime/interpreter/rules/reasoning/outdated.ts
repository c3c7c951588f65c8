/** What cannot be asked of one value at the same moment: that it is known, and that it came too long ago to count. */
import type { Condition, PathwayDefinition } from '../../../../schemas/index.ts'
import { staleOf } from '../../condition/values.ts'
import { longest, parseDuration } from '../../time/duration.ts'
import { alternatives } from './satisfiable.ts'
import type { Literal } from './stretches.ts'

const HOUR = 3_600_000

/**
 * Whether `way` asks for a value that one of `guards` holds to be too old. Only in a guard does `since` count from the newest
 * value to now; in a threshold it is the time between two values, and both are there.
 */
export function asksOutdated(
  definition: PathwayDefinition,
  guards: readonly Condition[],
  way: readonly Literal[],
): boolean {
  const inGuards = new Set((alternatives({ all: [...guards] }) ?? []).flat().map(({ condition }) => condition))
  const tooOld = way
    .filter(({ condition, negated }) => !negated && inGuards.has(condition) && isTooOld(definition, condition))
    .map(({ condition }) => condition.since)
  return way.some(({ condition: { measurement, answer, score } }) =>
    tooOld.includes(measurement ?? answer ?? score ?? ''),
  )
}

/** A value that is exactly as old as its `stale` no longer counts. */
function isTooOld(definition: PathwayDefinition, { since, above, atLeast }: Condition): boolean {
  const hours = above ?? atLeast
  if (since === undefined || typeof hours !== 'number') return false
  return hours * HOUR >= longest(parseDuration(staleOf(definition, since)))
}
