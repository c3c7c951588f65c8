/** What newly known values mean for the scores that are made of them. */
import type { Enrolment, Instant, Reading } from '../enrolment.ts'
import { own } from '../own.ts'
import type { CompiledScore } from './score.ts'

/**
 * The scores that readings give, to be kept and evaluated with them; `enrolment` has the readings already. A score is
 * computed at `at`, and once more at each later moment at which one of its inputs was taken and that looks back to here:
 * a value that comes late completes the score of its own time. Scores that stay as they were are left out.
 */
export function deriveScores(
  scores: readonly CompiledScore[],
  enrolment: Enrolment,
  arrived: readonly Reading[],
  at: Instant,
  now: Instant,
): Reading[] {
  const changed = new Set(arrived.map(({ measurement }) => measurement))
  const known = { ...enrolment, readings: { ...enrolment.readings } }
  const derived: Reading[] = []
  for (const score of scores) {
    if (![...score.inputs].some((name) => changed.has(name))) continue
    for (const moment of momentsOf(score, known, at)) {
      const reading = score.compute(known, moment, now)
      if (reading === null || isKnown(known, reading)) continue
      derived.push(reading)
      known.readings[score.name] = withScore(own(known.readings, score.name) ?? [], reading)
      changed.add(score.name)
    }
  }
  return derived
}

/** This moment, and the later ones of its inputs whose time reaches back to it. */
function momentsOf({ inputs, within }: CompiledScore, { readings }: Enrolment, at: Instant): Instant[] {
  const later = [...inputs].flatMap((name) => (own(readings, name) ?? []).map((reading) => reading.at))
  const reached = later.filter((moment) => moment > at && moment <= at + within)
  return [...new Set([at, ...reached])].toSorted((one, other) => one - other)
}

function isKnown({ readings }: Enrolment, { measurement, id, value, outcome, parts }: Reading): boolean {
  const before = own(readings, measurement)?.findLast((reading) => reading.id === id)
  return before?.value === value && before.outcome === outcome && JSON.stringify(before.parts) === JSON.stringify(parts)
}

/** A list of scores with one more, in order of time; of one moment there is one score. */
export function withScore(list: readonly Reading[], score: Reading): Reading[] {
  const others = list.filter(({ id }) => id !== score.id)
  return others.toSpliced(others.findLastIndex(({ at }) => at <= score.at) + 1, 0, score)
}
