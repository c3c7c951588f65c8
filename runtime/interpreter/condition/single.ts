/** A single value: of the submission in a threshold, the newest that is not stale in a guard. */
import type { Instant, Reading } from '../enrolment.ts'
import { own } from '../own.ts'
import type { CompiledSubject } from '../subjects/subject.ts'
import { addDuration, parseDuration } from '../time/duration.ts'
import type { ConditionContext } from './condition.ts'
import { missing, single, type Finding } from './found.ts'
import type { Situation } from './situation.ts'
import { staleOf } from './values.ts'

const nothing: readonly Reading[] = []

/** The readings of a value that are kept, oldest first. */
export const kept = (situation: Situation, name: string): readonly Reading[] =>
  own(situation.enrolment.readings, name) ?? nothing

/** A subject that is one value, rounded to `precision` before it is compared; null compares it as it is. */
export const singleSubject = (
  name: string,
  precision: number | null,
  { definition, zone }: ConditionContext,
): CompiledSubject => ({
  find: singleValue(name, staleOf(definition, name), zone),
  measurements: [name],
  window: false,
  single: true,
  steady: true, // a value that goes stale makes it unknown, and that changes nothing
  precision,
})

/** Finds the single value. In a threshold: those of the submission, else the newest within `together`; in a guard: the newest that is not stale. */
export function singleValue(name: string, stale: string, zone: string): (situation: Situation) => Finding {
  const staleAfter = parseDuration(stale)
  return (situation) => {
    if (situation.submission === null) return newest(situation, name, addDuration(zone, situation.now, staleAfter, -1))
    return arrived(situation.submission, name) ?? nearest(situation, name)
  }
}

function arrived(submission: readonly Reading[], name: string): Finding | null {
  let first: Reading | undefined
  let several: (Finding & unknown[]) | undefined
  for (const reading of submission) {
    if (reading.measurement !== name || reading.marks?.includes('stale')) continue
    if (first === undefined) first = reading
    else (several ??= [single(first)]).push(single(reading))
  }
  return several ?? (first === undefined ? null : single(first))
}

function newest(situation: Situation, name: string, after: Instant): Finding {
  const list = kept(situation, name)
  const reading = newestUntil(list, situation.t)
  if (reading !== undefined && reading.at > after) return single(reading)
  return missing(list.length > 0 ? 'stale' : 'no-reading')
}

/** The newest reading taken at or before a moment. */
export function newestUntil(list: readonly Reading[], t: Instant): Reading | undefined {
  let index = list.length - 1
  while (index >= 0 && list[index]!.at > t) index--
  return list[index]
}

/** The newest reading within `together` before or after the moment. */
function nearest(situation: Situation, name: string): Finding {
  const { t, together } = situation
  const list = kept(situation, name)
  for (let index = list.length - 1; index >= 0 && list[index]!.at >= t - together; index--) {
    const reading = list[index]!
    if (reading.at <= t + together && !reading.marks?.includes('stale')) return single(reading)
  }
  return missing('not-in-submission')
}
