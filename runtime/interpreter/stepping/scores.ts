/** Scores and baselines: what the interpreter itself derives from readings, and keeps with them. */
import type { Enrolment, Instant, Reading } from '../enrolment.ts'
import { own } from '../own.ts'
import type { Pathway } from '../pathway.ts'
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

/** What is sent to get a value: itself, or of a score all that it is made of. */
export function sentFor(pathway: Pathway, name: string): string[] {
  if (pathway.measurements.has(name)) return [name]
  const score = pathway.scores.find((one) => one.name === name)
  return score ? [...score.inputs].flatMap((input) => sentFor(pathway, input)) : []
}

/** Baselines that a corrected reading lies in are fixed again, as long as all their readings are kept; with too few left there is none. */
export function correctBaselines(run: Run, readingsBefore: Enrolment['readings'], changed: Set<string>): void {
  const { enrolment, pathway } = run
  for (const { name, of, fix } of pathway.baselines) {
    const fixed = own(enrolment.baselines, name)
    if (!fixed || !changed.has(of)) continue
    const before = fix({ ...enrolment, readings: readingsBefore }, fixed.at)
    if (before?.count !== fixed.count || before.value !== fixed.value) continue
    const { [name]: _, ...others } = enrolment.baselines!
    const after = fix(enrolment, fixed.at)
    enrolment.baselines = after ? { ...others, [name]: after } : others
  }
}
