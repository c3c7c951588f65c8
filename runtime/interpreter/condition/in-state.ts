/** Condition `inState: 14 days`: the patient has been in this state so long. */
import { addDuration, parseDuration } from '../time/duration.ts'
import type { CompiledCondition } from './condition.ts'
import type { Instant } from '../enrolment.ts'
import type { Situation } from './situation.ts'

export type InState = CompiledCondition & { reached: (since: Instant) => Instant }

export function inState(duration: string, path: string, zone: string): InState {
  const length = parseDuration(duration)
  const reached = (since: Instant): Instant => addDuration(zone, since, length)
  const test = (situation: Situation): boolean => situation.now >= reached(situation.enrolment.since)
  return {
    path,
    reached,
    test,
    trace: (situation) => ({ path, truth: test(situation), limit: { comparator: 'inState', value: duration } }),
    behind: () => [],
    measurements: new Set(),
    window: false,
  }
}
