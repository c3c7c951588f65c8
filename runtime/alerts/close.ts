/** What people do with an alert: acknowledge it, which stops the climb, and resolve it, which closes it and may keep it quiet for a while. */
import { addDuration } from '../interpreter/time/duration.ts'
import type { Instant } from '../interpreter/enrolment.ts'
import type { Alert, AlertEffect, AlertEvent, AlertResult, ClosedAs, PatientAlerts } from './alert.ts'
import { REVIEW } from './firings.ts'
import { isWorse, keyOf } from './raise.ts'
import { refuse } from './refusal.ts'
import type { RouteLookup } from './routes.ts'

type Acknowledged = Extract<AlertEvent, { type: 'acknowledged' }>
type Resolved = Omit<Extract<AlertEvent, { type: 'resolved' }>, 'type' | 'outcome'> & { outcome: ClosedAs }

/** Stops the climb at once; a submission to be looked at asks no more than to be seen, and is closed. The same thing twice changes nothing. */
export function acknowledge(
  routes: RouteLookup,
  alerts: PatientAlerts,
  event: Acknowledged,
  now: Instant,
): AlertResult {
  const found = alerts.open.find((alert) => alert.id === event.alert)
  if (!found) return refuse(alerts, event.alert)
  if (isReview(found)) return resolve(routes, alerts, { ...event, outcome: 'seen' }, now)
  const effects: AlertEffect[] = [{ type: 'acknowledged', alert: found.id }]
  if (found.status === 'acknowledged') return { alerts, effects }
  const { snoozed: _over, ...rest } = found
  const acknowledged: Alert = { ...rest, status: 'acknowledged', acknowledged: { by: event.by, at: now } }
  return { alerts: { ...alerts, open: alerts.open.map((alert) => (alert === found ? acknowledged : alert)) }, effects }
}

const isReview = ({ keys }: Alert): boolean => keys.every((key) => key.endsWith(`/${REVIEW}`))

/** Closes an alert, acknowledged or not, with what came of it. */
export function resolve(routes: RouteLookup, alerts: PatientAlerts, event: Resolved, now: Instant): AlertResult {
  const found = alerts.open.find((alert) => alert.id === event.alert)
  if (!found) return refuse(alerts, event.alert)
  const { by, outcome, note } = event
  const resolved = { by, at: now, outcome, ...(note === undefined ? {} : { note }) }
  const open = alerts.open.filter((alert) => alert !== found)
  const quiet = [...alerts.quiet.filter(({ until }) => until > now), ...quietAfter(routes, found, now)]
  return {
    alerts: { ...alerts, open, quiet },
    effects: [{ type: 'resolved', alert: { ...found, status: 'resolved', resolved } }],
  }
}

/** Per key of the alert that asks for it: silent until then, for the worst level at which this key fired. */
function quietAfter(routes: RouteLookup, alert: Alert, now: Instant): PatientAlerts['quiet'] {
  const entries = new Map<string, PatientAlerts['quiet'][number]>()
  for (const firing of [alert.head, ...alert.under]) {
    const { quiet, zone } = routes(firing.pathway, firing.version)
    const duration = firing.threshold === undefined ? undefined : quiet.get(firing.threshold)
    const key = keyOf(firing)
    const before = entries.get(key)
    if (!duration || (before && !isWorse(firing.level, before.level))) continue
    entries.set(key, { key, level: firing.level, until: addDuration(zone, now, duration) })
  }
  return [...entries.values()]
}
