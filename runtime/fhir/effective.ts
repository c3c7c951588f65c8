/** When an Observation was taken. */
import type { Observation } from '@medplum/fhirtypes'
import type { Instant } from '../interpreter/enrolment.ts'
import { instantFromText } from '../interpreter/time/zone.ts'
import type { Issue } from './outcome.ts'

export type Effective = { at: Instant; dateOnly: boolean }

/** The instant; a date alone is noon in the zone, and marked. A period counts from its start. */
export function effectiveOf(observation: Observation, zone: string): Effective | { issue: Issue } {
  const { effectiveDateTime, effectiveInstant, effectivePeriod } = observation
  const text = effectiveDateTime ?? effectiveInstant ?? effectivePeriod?.start
  const expression = `Observation.${effectiveDateTime ? 'effectiveDateTime' : effectivePeriod ? 'effectivePeriod' : 'effective'}`
  if (text === undefined) return { issue: { code: 'time-missing', expression } }
  if (text.length < 'YYYY-MM-DD'.length) return { issue: { code: 'time-coarse', expression } }
  const at = instantFromText(zone, text)
  if (at === null) return { issue: { code: 'date', expression } }
  return { at, dateOnly: text.length === 'YYYY-MM-DD'.length }
}
