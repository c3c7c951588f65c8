/** The alerts of a patient: from a firing to who is told, when, or why not. Pure: what happened goes in, what must be done comes out. */
import type { Instant } from '../interpreter/enrolment.ts'
import type { AlertEvent, AlertResult, PatientAlerts } from './alert.ts'
import { climb, keepAway } from './climb.ts'
import { acknowledge, resolve } from './close.ts'
import { markCorrected } from './correct.ts'
import { raise } from './raise.ts'
import type { RouteLookup } from './routes.ts'
import { snooze } from './snooze.ts'

export type * from './alert.ts'
export { nextAlertWake } from './climb.ts'
export { firingsIn, newReadings, newsOf, REVIEW, validReadings } from './firings.ts'
export type { About, Side } from './side.ts'
export { compileRoutes, type CompiledRoutes, type RouteLookup } from './routes.ts'

/** The alerts of a patient who never had one. */
export const noAlerts = (patient: string): PatientAlerts => ({ patient, count: 0, open: [], quiet: [] })

/**
 * What an event makes of a patient's alerts. Never changes what it is given; the same events give the same alerts.
 *
 * ```ts
 * const { alerts, effects } = alert(routes, noAlerts('patient-1'), { type: 'raised', firings }, now)
 * // effects: [{ type: 'raised', alert: … }, { type: 'told', alert: 'patient-1-1', step: { party: 'centre-nurse', … }, reason: 'raised' }]
 * ```
 * A wake-up lets every deadline up to `now` pass, each at its own instant; handled twice, the second changes nothing.
 */
export function alert(routes: RouteLookup, alerts: PatientAlerts, event: AlertEvent, now: Instant): AlertResult {
  switch (event.type) {
    case 'raised':
      return raise(routes, alerts, event, now)
    case 'acknowledged':
      return acknowledge(routes, alerts, event, now)
    case 'resolved':
      return resolve(routes, alerts, event, now)
    case 'snoozed':
      return snooze(routes, alerts, event, now)
    case 'corrected':
      return markCorrected(alerts, event, now)
    case 'away':
      return keepAway(routes, alerts, event.kinds, now)
    case 'wake':
      return climb(routes, alerts, now)
  }
}
