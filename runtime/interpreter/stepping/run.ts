/** One step under way: the record as it becomes, what comes of it, and who watches (for `explain`). */
import type { Effect, Enrolment, Event, Instant, Marks, Reading } from '../enrolment.ts'
import type { CompiledCondition } from '../condition/condition.ts'
import type { CompiledState, CompiledThreshold, Pathway } from '../pathway.ts'
import type { Situation } from '../condition/situation.ts'
import type { Look } from '../trace.ts'

export type Run = {
  pathway: Pathway
  /** A copy that this step may change at its top level; what lies deeper is replaced, never changed. */
  enrolment: Enrolment
  event: Event | null
  now: Instant
  /** The moment that is evaluated. */
  t: Instant
  /** The valid readings that just arrived; null when nothing arrived. */
  submission: Reading[] | null
  effects: Effect[]
  marks: Marks
  /** Thresholds that acted in this step: they do so once, in whatever states the patient passes. Nearly always none do. */
  acted: Map<string, 'fired' | 'waiting'> | null
  /** What thresholds told the patient in this step: whether a red one did, and the messages of the amber ones. */
  advised: { red: boolean; amber: string[] } | null
  /** Those that fired and have not moved the patient yet. */
  moving: Set<string> | null
  /** The decision or report was answered by a transition. */
  answered?: true
  /** What is found is about an earlier moment, by a reading that was corrected. */
  correcting?: true
  /** Schedules completed in this step. */
  completed: Set<string> | null
  watch: ((look: Look) => void) | undefined
}

export function newRun(
  pathway: Pathway,
  before: Enrolment,
  event: Event | null,
  now: Instant,
  watch?: (look: Look) => void,
): Run {
  return {
    pathway,
    enrolment: { ...before },
    event,
    now,
    t: now,
    submission: null,
    effects: [],
    marks: noMarks(now),
    acted: null,
    advised: null,
    moving: null,
    completed: null,
    watch,
  }
}

export const noMarks = (at: Instant): Marks => ({ at, fired: [], waiting: [], cleared: [], readings: [] })

export function stateOf(run: Run): CompiledState {
  return run.pathway.states.get(run.enrolment.state)!
}

/** The situation of a guard: the newest moment known, no submission. */
export function guardSituation(run: Run): Situation {
  const { enrolment, now } = run
  return { enrolment, now, t: Math.max(run.t, enrolment.evaluated, enrolment.woken), submission: null, together: 0 }
}

/** The situation of a threshold at a moment, with the readings that arrived. */
export function thresholdSituation(
  run: Run,
  threshold: CompiledThreshold,
  t: Instant,
  submission: Reading[],
): Situation {
  return { enrolment: run.enrolment, t, now: run.now, submission, together: threshold.together }
}

/** Tells the watcher what became of a threshold or transition; costs nothing when nobody watches. */
export function tell(
  run: Run,
  id: string,
  path: string,
  outcome: Look['outcome'],
  condition?: CompiledCondition,
  situation?: Situation,
): void {
  if (!run.watch) return
  const account = condition && situation ? { condition: condition.trace(situation) } : {}
  run.watch({ id, path, at: situation?.t ?? run.t, outcome, ...account })
}

/** A threshold acts in this step. */
export function markActed(run: Run, key: string, how: 'fired' | 'waiting'): void {
  run.acted = (run.acted ?? new Map<string, 'fired' | 'waiting'>()).set(key, how)
}

/** A threshold fires, and may move the patient. */
export function markMoving(run: Run, threshold: string): void {
  run.moving = (run.moving ?? new Set<string>()).add(threshold)
}

/** A schedule is completed, and may move the patient. */
export function markCompleted(run: Run, schedule: string): void {
  run.completed = (run.completed ?? new Set<string>()).add(schedule)
}

/** Remembers or forgets that something is true, so that only a change acts. */
export function hold(run: Run, key: string, truth: boolean): void {
  if (Boolean(run.enrolment.holding[key]) === truth) return
  const { [key]: _, ...others } = run.enrolment.holding
  run.enrolment.holding = truth ? { ...others, [key]: true } : others
  if (!truth) run.marks.cleared.push(key)
}
