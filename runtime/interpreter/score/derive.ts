/** What newly known values mean for the scores that are made of them. */
import type { Enrolment, Instant, Reading } from '../enrolment.ts'
import { own } from '../own.ts'
import type { CompiledScore } from './score.ts'

type Readings = Enrolment['readings']

/** The readings with the scores among them, and which of those are new or have changed. */
export type Derived = { readings: Readings; derived: Reading[] }

/**
 * The scores that readings give; `enrolment` has those readings already, or has them no longer. A score is computed at
 * `at`. Scores of later moments that look back to here are computed again, and where there is none yet the newest input
 * makes one: a value that comes late completes the score of its own time. A score that became unknown is taken out.
 */
export function deriveScores(
  scores: readonly CompiledScore[],
  enrolment: Enrolment,
  arrived: readonly Reading[],
  at: Instant,
  now: Instant,
): Derived {
  const changed = new Set(arrived.map(({ measurement }) => measurement))
  const derived: Reading[] = []
  let known = enrolment
  for (const score of scores) {
    if (![...score.inputs].some((name) => changed.has(name))) continue
    for (const moment of momentsOf(score, known, at)) {
      const next = score.compute(known, moment, now)
      const before = own(known.readings, score.name)?.findLast((reading) => reading.at === moment)
      if (next === null ? before === undefined : isSame(before, next)) continue
      if (next !== null) derived.push(next)
      known = { ...known, readings: withScore(known.readings, score.name, moment, next) }
      changed.add(score.name)
    }
  }
  return { readings: known.readings, derived }
}

/** This moment, and the later ones that can look back to it. */
function momentsOf({ name, inputs, within }: CompiledScore, { readings }: Enrolment, at: Instant): Instant[] {
  const later = (of: string): Instant[] =>
    (own(readings, of) ?? []).flatMap((reading) => (reading.at > at && reading.at <= at + within ? [reading.at] : []))
  const scored = later(name)
  if (scored.length > 0) return [at, ...scored]
  const newest = Math.max(at, ...[...inputs].flatMap(later))
  return newest === at ? [at] : [at, newest]
}

const isSame = (before: Reading | undefined, next: Reading): boolean =>
  before?.value === next.value &&
  before.outcome === next.outcome &&
  JSON.stringify(before.parts) === JSON.stringify(next.parts)

/** In order of time; of one moment there is one score, or none. */
function withScore(readings: Readings, name: string, moment: Instant, score: Reading | null): Readings {
  const { [name]: list = [], ...others } = readings
  const without = list.filter(({ at }) => at !== moment)
  const changed = score ? without.toSpliced(without.findLastIndex(({ at }) => at < moment) + 1, 0, score) : without
  return changed.length === 0 ? others : { ...others, [name]: changed }
}
