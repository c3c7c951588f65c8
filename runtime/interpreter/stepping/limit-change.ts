/** What a changed personal limit means for a threshold that was true: under the new limit it may be false already. */
import type { Reading } from '../enrolment.ts'
import { own } from '../own.ts'
import type { CompiledThreshold } from '../pathway.ts'
import { hold, stateOf, type Run } from './run.ts'

/** Under the new limit the last values are judged again: what is no longer true is forgotten, so that the next one above it acts. */
export function rearm(run: Run, thresholds: CompiledThreshold[] = stateOf(run).thresholds): void {
  for (const threshold of thresholds) {
    if (isTrueOfLast(run, threshold) === false) hold(run, threshold.key, false)
  }
}

function isTrueOfLast(run: Run, { when, together }: CompiledThreshold): boolean | null {
  const last = [...when.measurements].flatMap((name) => newest(own(run.enrolment.readings, name)) ?? [])
  const t = last.length === 0 ? run.now : Math.max(...last.map(({ at }) => at))
  return when.test({ enrolment: run.enrolment, t, now: run.now, submission: last, together })
}

function newest(readings: Reading[] | undefined): Reading | undefined {
  return readings?.findLast(({ marks }) => !marks?.includes('stale'))
}
