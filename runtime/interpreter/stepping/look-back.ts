/** A reading that comes late: what it would have meant at its own moment, and at the later ones whose windows it falls into. */
import type { Enrolment, Instant } from '../enrolment.ts'
import { fireThreshold } from './fire.ts'
import { own } from '../own.ts'
import type { CompiledThreshold } from '../pathway.ts'
import { tell, thresholdSituation, type Run } from './run.ts'
import { askSecondReading } from './second-reading.ts'

/** What was known before: the record without the readings that just came, or with the value that was corrected. */
export type Before = Enrolment['readings']

/**
 * A late reading is looked at on its own moment, and again on each later moment whose window it falls into.
 * An alert found so says so; a moment that was true without it told of itself. What is true now is not touched: it
 * belongs to the newest moment.
 */
export function lookBack(run: Run, threshold: CompiledThreshold, before: Before): void {
  const arrived = { t: run.t, submission: run.submission! }
  const later = threshold.when.window ? laterMoments(run, threshold).map((t) => ({ t, submission: [] })) : []
  for (const { t, submission } of [arrived, ...later]) {
    const situation = thresholdSituation(run, threshold, t, submission)
    if (threshold.when.test(situation) !== true || wasTrueBefore(run, threshold, t, before)) continue
    if (isKnown(run, threshold)) return
    tell(run, threshold.key, threshold.path, threshold.remeasure ? 'waiting' : 'fired', threshold.when, situation)
    if (threshold.remeasure) return askSecondReading(run, threshold, threshold.when.behind(situation))
    return fireThreshold(run, threshold, threshold.when.behind(situation), { late: true })
  }
}

function isKnown(run: Run, { id, key }: CompiledThreshold): boolean {
  return run.enrolment.holding[key] || own(run.enrolment.remeasuring, id) !== undefined || run.acted?.has(key) === true
}

/** Whether a moment was true already, before these readings came. */
function wasTrueBefore(run: Run, threshold: CompiledThreshold, t: Instant, readings: Before): boolean {
  const enrolment = { ...run.enrolment, readings }
  return threshold.when.test({ ...thresholdSituation(run, threshold, t, []), enrolment }) === true
}

/** The record without the readings that just came. */
export function withoutArrived(run: Run): Before {
  const came = new Set(run.submission)
  const readings = Object.entries(run.enrolment.readings).map(
    ([name, list]) => [name, list.filter((reading) => !came.has(reading))] as const,
  )
  return Object.fromEntries(readings)
}

function laterMoments(run: Run, threshold: CompiledThreshold): Instant[] {
  const readings = [...threshold.when.measurements].flatMap((name) => own(run.enrolment.readings, name) ?? [])
  return [...new Set(readings.map(({ at }) => at).filter((at) => at > run.t))].toSorted((left, right) => left - right)
}
