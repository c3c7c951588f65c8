/** Puts an alert off until a moment, unless it gets worse. */
import type { Instant, Reading } from '../interpreter/enrolment.ts'
import type { Alert, AlertEffect, AlertEvent, AlertRefusal, AlertResult, PatientAlerts, RaisedFiring, SnoozeCause } from './alert.ts' // prettier-ignore
import { startRoute, withStep } from './climb.ts'
import { refuse, refusal } from './refusal.ts'
import type { RouteLookup } from './routes.ts'
import { causeOf, isFurther, movedAlong } from './worse.ts'

type Snoozed = Extract<AlertEvent, { type: 'snoozed' }>

/** Longer than this is no snooze: then the limit or the plan must change. */
const LONGEST = 14 * 24 * 60 * 60_000

/**
 * Stops the climb until `until`. It survives readings that are no further than what was known, and is broken by one that is,
 * by a higher level and by another threshold. What is missing is never silenced: an alert about that cannot be snoozed.
 */
export function snooze(routes: RouteLookup, alerts: PatientAlerts, event: Snoozed, now: Instant): AlertResult {
  const found = alerts.open.find(({ id }) => id === event.alert)
  if (!found) return refuse(alerts, event.alert)
  const causes = causesOf(routes, found, event.known ?? [])
  const code = refusalOf(routes, found, causes, event.until - now)
  if (code) return { alerts, effects: [refusal(code)] }
  const { by, until, because } = event
  const { acknowledged: _before, ...rest } = found
  const alert: Alert = {
    ...rest,
    status: 'snoozed',
    snoozed: { by, at: now, until, ...(because === undefined ? {} : { because }), causes },
  }
  return { alerts: replaced(alerts, found, alert), effects: [{ type: 'snoozed', alert }] }
}

const replaced = (alerts: PatientAlerts, before: Alert, after: Alert): PatientAlerts => ({
  ...alerts,
  open: alerts.open.map((alert) => (alert === before ? after : alert)),
})

function refusalOf(
  routes: RouteLookup,
  alert: Alert,
  causes: SnoozeCause[],
  length: number,
): Exclude<AlertRefusal, 'unknown-alert' | 'already-resolved'> | null {
  if (!(length > 0 && length <= LONGEST)) return 'bad-until'
  const firings = [alert.head, ...alert.under]
  if (firings.some((firing) => aboutOf(routes, firing)?.missingData)) return 'missing-data'
  const compared = new Set(causes.filter(({ seen }) => seen.length > 0).map(({ key }) => key))
  return alert.keys.every((key) => compared.has(key)) ? null : 'nothing-to-compare'
}

const aboutOf = (routes: RouteLookup, { pathway, version, key }: RaisedFiring) =>
  routes(pathway, version).about.get(key)

/** Of each key its newest firing says how far things were, by what of it was not withdrawn since. */
function causesOf(routes: RouteLookup, { head, under, corrected = [] }: Alert, known: Reading[]): SnoozeCause[] {
  const newest = new Map([head, ...under].map((firing) => [`${firing.pathway}/${firing.key}`, firing]))
  const now = new Map(corrected.map(({ reading, value }) => [reading, value]))
  const isWithdrawn = ({ id }: Reading): boolean => now.get(id) === null
  const asItIs = (reading: Reading): Reading => ({ ...reading, value: now.get(reading.id) ?? reading.value })
  return [...newest.values()].flatMap((firing) => {
    const because = firing.because.filter((reading) => !isWithdrawn(reading)).map(asItIs)
    const { zone } = routes(firing.pathway, firing.version)
    return (aboutOf(routes, firing)?.sides ?? []).map((side) => causeOf(side, zone, { ...firing, because }, known))
  })
}

/** The alerts with these readings looked at: what is snoozed and got worse by one of them starts its route again, now. */
export function lookAtSnoozed(
  routes: RouteLookup,
  alerts: PatientAlerts,
  readings: Reading[],
  now: Instant,
  effects: AlertEffect[],
): PatientAlerts {
  if (readings.length === 0 || alerts.open.every(({ snoozed }) => !snoozed)) return alerts
  const open = alerts.open.map((alert) => lookedAt(routes, alert, readings, alerts.away, now, effects))
  return { ...alerts, open }
}

function lookedAt(
  routes: RouteLookup,
  alert: Alert,
  readings: Reading[],
  away: string[] | undefined,
  now: Instant,
  effects: AlertEffect[],
): Alert {
  let current = alert
  for (const reading of readings) {
    const { snoozed } = current
    if (!snoozed) break
    if (snoozed.causes.some((cause) => isFurther(cause, reading)))
      return broken(routes, alert, away, now, effects, reading)
    current = { ...current, snoozed: { ...snoozed, causes: snoozed.causes.map((cause) => movedAlong(cause, reading)) } }
  }
  return current
}

/** The snooze is over because it got worse: the route starts from the beginning. */
export function broken(
  routes: RouteLookup,
  { snoozed: _over, ...alert }: Alert,
  away: string[] | undefined,
  now: Instant,
  effects: AlertEffect[],
  reading?: Reading,
): Alert {
  const { pathway, version } = alert.origin
  const started = startRoute(routes(pathway, version).route(alert.route), now, 'snooze-broken', away)
  const open = withStep({ ...alert, status: 'open' }, started)
  effects.push({ type: 'unsnoozed', alert: open, reason: 'worse', ...(reading ? { reading } : {}) })
  effects.push({ type: 'told', alert: alert.id, ...started })
  return open
}
