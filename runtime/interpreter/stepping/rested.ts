/** Which firings rested on which readings: remembered as long as one of those readings is kept, for when it is corrected. */
import type { Enrolment, Firing, Instant } from '../enrolment.ts'
import { DAY } from '../time/zone.ts'
import type { Run } from './run.ts'

/** Remembers a firing with its readings; one that rested on none cannot be corrected. */
export function rememberRested(run: Run, { key, at: told, because, unconfirmed }: Firing, deciding: number): void {
  if (because.length === 0) return
  // What was told at a deadline had become true with the reading.
  const at = unconfirmed ? Math.max(...because.map((reading) => reading.at)) : told
  const ends = because.map((reading) => reading.at + (run.pathway.kept.get(reading.measurement)?.keep ?? 0))
  const one = { key, at, now: run.now, because: because.map(({ id }) => id), deciding, until: Math.max(...ends) }
  run.enrolment.rested = [...(run.enrolment.rested ?? []), one]
}

/** Drops the firings of which no reading is kept any more. Some readings are kept however old: those are looked at again a day later. */
export function forgetRested(enrolment: Enrolment, newest: Instant): void {
  if (!enrolment.rested?.some(({ until }) => until < newest)) return
  const kept = new Set(Object.values(enrolment.readings).flatMap((list) => list.map(({ id }) => id)))
  // An empty list stays: taking a property away makes every later copy of the record slow.
  enrolment.rested = enrolment.rested.flatMap((one) => {
    if (one.until >= newest) return [one]
    return one.because.some((id) => kept.has(id)) ? [{ ...one, until: newest + DAY }] : []
  })
}
