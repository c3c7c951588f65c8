/** Scores and baselines: what the interpreter itself derives from readings, and keeps with them. */
import type { Instant, Reading } from '../enrolment.ts'
import { deriveScores } from '../score/derive.ts'
import type { Run } from './run.ts'

/** Keeps the scores that readings of a moment give, or take away; answers those that are new or have changed. */
export function addScores(run: Run, changed: readonly Reading[], at: Instant): Reading[] {
  const { scores } = run.pathway
  if (scores.length === 0) return []
  const { readings, derived } = deriveScores(scores, run.enrolment, changed, at, run.now)
  run.enrolment.readings = readings
  return derived
}

/** Fixes the baselines that are taken when this happens. With too few readings the one before stays. */
export function fixBaselines(run: Run, happened: { completed: string } | { entering: string }): void {
  const due = run.pathway.baselines.filter(({ taken }) =>
    'completed' in happened ? taken?.completed === happened.completed : taken?.entering === happened.entering,
  )
  for (const { name, fix } of due) {
    const value = fix(run.enrolment, run.now)
    if (value) run.enrolment.baselines = { ...run.enrolment.baselines, [name]: value }
  }
}
