/** Looks at the thresholds of the state: which become true, which ask for a second reading first, which are over. */
import { fireThreshold } from './fire.ts'
import { lookBack, withoutArrived } from './look-back.ts'
import type { Instant } from '../enrolment.ts'
import { own } from '../own.ts'
import type { CompiledThreshold } from '../pathway.ts'
import { guardSituation, hold, stateOf, tell, thresholdSituation, type Run } from './run.ts'
import { askSecondReading, decide, isSecondReading } from './second-reading.ts'
import type { Situation } from '../condition/situation.ts'
import type { Truth } from '../trace.ts'

/**
 * Every threshold that the state watches and that something of this moment can change. On entering a state (`entering`) also
 * those that look at windows only: the readings that are kept may make them true, without a new one.
 */
export function lookAtThresholds(run: Run, entering = false): void {
  for (const threshold of stateOf(run).thresholds) {
    const { measurements, single } = threshold.when
    if (measurements.size === 0 || (entering && !single)) look(run, threshold, guardSituation(run).t)
    else if (!concerns(run, threshold)) continue
    else if (isStale(run)) look(run, threshold, run.now)
    else if (isLate(run, threshold) && !isSecondReading(run, threshold)) lookBack(run, threshold, withoutArrived(run))
    else look(run, threshold, run.t)
  }
}

/** Whether something that it looks at was taken after these readings: what else was taken meanwhile makes nothing late. */
function isLate({ submission, t, enrolment }: Run, { when }: CompiledThreshold): boolean {
  if (submission === null || t >= enrolment.evaluated) return false
  for (const name of when.measurements) if ((own(enrolment.readings, name)?.at(-1)?.at ?? t) > t) return true
  return false
}

/**
 * Readings of long ago count in averages and in what else looks back, as these stand now: of their own moment much may be
 * forgotten, and nobody can act on it any more.
 */
function isStale({ submission }: Run): boolean {
  for (const { marks } of submission ?? []) if (!marks?.includes('stale')) return false
  return submission !== null
}

/** At least one measurement that the threshold names must be in the submission. */
function concerns({ submission }: Run, { when }: CompiledThreshold): boolean {
  if (submission === null) return false
  for (const { measurement } of submission) if (when.measurements.has(measurement)) return true
  return false
}

/** `t`: the moment of the readings, or now for what is not about readings that have just arrived (alerts, missed windows). */
function look(run: Run, threshold: CompiledThreshold, t: Instant): void {
  const situation = thresholdSituation(run, threshold, t, run.submission ?? [])
  const truth = threshold.when.test(situation)
  const outcome = act(run, threshold, truth, situation)
  if (run.watch) tell(run, threshold.key, threshold.path, outcome, threshold.when, situation)
}

function act(
  run: Run,
  threshold: CompiledThreshold,
  truth: Truth,
  situation: Situation,
): 'fired' | 'waiting' | 'still-true' | 'not-confirmed' | 'false' | 'unknown' {
  const before = run.acted?.get(threshold.key)
  if (before) return markTrue(run, threshold, before)
  const waiting = own(run.enrolment.remeasuring, threshold.id)
  if (truth !== null && isSecondReading(run, threshold)) return decide(run, threshold, truth, situation)
  if (truth === null) return waiting ? 'waiting' : 'unknown'
  const edge = truth && !run.enrolment.holding[threshold.key] && !waiting
  hold(run, threshold.key, truth)
  if (!edge) return waiting ? 'waiting' : withoutEdge(truth)
  return begin(run, threshold, situation)
}

const withoutEdge = (truth: boolean): 'still-true' | 'false' => (truth ? 'still-true' : 'false')

/** In the state entered by this very step the same firing is not raised again, only remembered. */
function markTrue(run: Run, threshold: CompiledThreshold, before: 'fired' | 'waiting'): 'fired' | 'waiting' {
  hold(run, threshold.key, true)
  return before
}

/** Becomes true: fires at once, or asks for a second reading. */
function begin(run: Run, threshold: CompiledThreshold, situation: Situation): 'fired' | 'waiting' {
  const because = threshold.when.behind(situation)
  if (!threshold.remeasure) {
    fireThreshold(run, threshold, because)
    return 'fired'
  }
  askSecondReading(run, threshold, because)
  return 'waiting'
}
