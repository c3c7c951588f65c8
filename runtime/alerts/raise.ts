/** What becomes of the firings of one submission or wake-up: a new alert, part of an open one, or silence with its reason. */
import type { Level } from '../../schemas/index.ts'
import type { Instant } from '../interpreter/enrolment.ts'
import type { Alert, AlertEffect, AlertEvent, AlertResult, PatientAlerts, RaisedFiring } from './alert.ts'
import { startRoute, withStep } from './climb.ts'
import type { RouteLookup } from './routes.ts'
import { isSameEvent, isSameProblem } from './same-event.ts'
import { broken, lookAtSnoozed } from './snooze.ts'

const RANK: Record<Level, number> = { green: 0, amber: 1, red: 2 }

export const isWorse = (level: Level, than: Level): boolean => RANK[level] > RANK[than]

/** What an alert is keyed on: `hypertension/threshold:crisis`. */
export const keyOf = (firing: RaisedFiring): string => `${firing.pathway}/${firing.key}`

type Raised = Extract<AlertEvent, { type: 'raised' }>

/** What one submission or wake-up raises, into the alerts as they are. */
type Raising = {
  routes: RouteLookup
  alerts: PatientAlerts
  firings: RaisedFiring[]
  now: Instant
  effects: AlertEffect[]
}

/** One event is one alert where that hides nothing; what is about a problem or reading that has an open alert joins that one. */
export function raise(
  routes: RouteLookup,
  before: PatientAlerts,
  { firings, readings = [] }: Raised,
  now: Instant,
): AlertResult {
  const effects: AlertEffect[] = []
  const seen = [...readings, ...firings.flatMap(({ because }) => because)]
  const alerts = lookAtSnoozed(routes, before, seen, now, effects)
  const raising: Raising = { routes, alerts, firings, now, effects }
  const { joining, fresh } = sorted(raising)
  const open = alerts.open.map((alert) => {
    const more = joining.get(alert)
    return more ? join(raising, alert, more) : alert
  })
  if (fresh.length === 0) return { alerts: joining.size > 0 ? { ...alerts, open } : alerts, effects }
  const count = alerts.count + 1
  const raised = create(raising, `${alerts.patient}-${count}`, fresh)
  return { alerts: { ...alerts, count, open: [...open, raised] }, effects }
}

/** Which firings go to which open alert, and which make a new one. */
function sorted(raising: Raising): { joining: Map<Alert, RaisedFiring[]>; fresh: RaisedFiring[] } {
  const joining = new Map<Alert, RaisedFiring[]>()
  const fresh: RaisedFiring[] = []
  for (const firing of raising.firings) {
    const silent = silence(raising.alerts, firing, raising.now)
    const open = homeOf(raising, firing)
    if (silent) raising.effects.push(silent)
    else if (open) joining.set(open, [...(joining.get(open) ?? []), firing])
    else fresh.push(firing)
  }
  const host = [...joining.keys()].find((alert) => wouldBeSeen(alert, [...joining.get(alert)!, ...fresh]))
  if (host) joining.get(host)!.push(...fresh.splice(0))
  return { joining, fresh }
}

/** The open alert about this problem, about an event of which any firing of this problem tells, or about the same in another pathway. */
function homeOf({ routes, alerts: { open }, firings }: Raising, firing: RaisedFiring): Alert | undefined {
  const key = keyOf(firing)
  const same = firings.filter((one) => keyOf(one) === key)
  return (
    open.find(({ keys }) => keys.includes(key)) ??
    open.find((alert) => same.some((one) => isSameEvent(alert, one))) ??
    open.find((alert) => wouldBeSeen(alert, [firing]) && isSameProblem(routes, alert, firing))
  )
}

/** Somebody is being asked about this alert, or will be because it gets worse. One that was acknowledged hides what is put under it. */
function wouldBeSeen(alert: Alert, firings: RaisedFiring[]): boolean {
  return alert.status === 'open' || isWorse(worst(firings).level, alert.level) || breaksSnooze(alert, firings)
}

/** Another threshold than what was put off. A value that went further has broken it already. */
const breaksSnooze = ({ snoozed, keys }: Alert, firings: RaisedFiring[]): boolean =>
  snoozed !== undefined && firings.some((firing) => !keys.includes(keyOf(firing)))

/** Coaching is no alert unless it is red; a closed problem stays quiet for its time, unless it comes back worse. An open alert is never quiet. */
function silence(alerts: PatientAlerts, firing: RaisedFiring, now: Instant): AlertEffect | null {
  if (firing.coaching && firing.level !== 'red') return { type: 'silent', firing, reason: 'coaching' }
  const key = keyOf(firing)
  if (alerts.open.some((alert) => alert.keys.includes(key))) return null
  const quiet = alerts.quiet.find(
    (entry) => entry.key === key && now < entry.until && !isWorse(firing.level, entry.level),
  )
  return quiet ? { type: 'silent', firing, reason: 'quiet', until: quiet.until } : null
}

function create({ routes, alerts, now, effects }: Raising, id: string, firings: RaisedFiring[]): Alert {
  const head = worst(firings)
  const under = firings.filter((firing) => firing !== head)
  const started = startRoute(routes(head.pathway, head.version).route(head.route), now, 'raised', alerts.away)
  const alert = withStep(
    {
      id,
      ...headed(head),
      keys: keysOf([], firings),
      raised: now,
      under,
      firings: firings.length,
      status: 'open',
      told: [],
    },
    started,
  )
  effects.push({ type: 'raised', alert }, { type: 'told', alert: id, ...started })
  return alert
}

/** Adds firings to an open alert. A worse one takes the head, and starts its own route from the beginning. */
function join({ routes, alerts, now, effects }: Raising, alert: Alert, firings: RaisedFiring[]): Alert {
  const keys = keysOf(alert.keys, firings)
  const head = worst(firings)
  if (!isWorse(head.level, alert.level)) {
    const joined = { ...alert, keys, ...gathered(alert, [...alert.under, ...firings], firings) }
    effects.push({ type: 'joined', alert: joined, firings })
    return breaksSnooze(alert, firings) ? broken(routes, joined, alerts.away, now, effects) : joined
  }
  const { acknowledged: _before, snoozed: _over, ...rest } = alert
  const started = startRoute(routes(head.pathway, head.version).route(head.route), now, 'worse', alerts.away)
  const under = [alert.head, ...alert.under, ...firings.filter((firing) => firing !== head)]
  const worse = withStep(
    { ...rest, ...headed(head), keys, ...gathered(alert, under, firings), status: 'open' },
    started,
  )
  effects.push({ type: 'worse', alert: worse }, { type: 'told', alert: alert.id, ...started })
  return worse
}

/** An alert that nobody closes must not grow for ever: beyond this many, firings that came again later are dropped, oldest first. */
const MOST_UNDER = 50

function gathered(alert: Alert, all: RaisedFiring[], added: RaisedFiring[]): Pick<Alert, 'under' | 'firings'> {
  let over = all.length - MOST_UNDER
  const under = all.filter((firing, index) => {
    const again = over > 0 && all.slice(index + 1).some((later) => keyOf(later) === keyOf(firing))
    if (again) over--
    return !again
  })
  return { under, firings: alert.firings + added.length }
}

/** What an alert takes from the firing that leads it. */
const headed = (head: RaisedFiring) => ({
  head,
  level: head.level,
  title: head.title,
  route: head.route,
  origin: { enrolment: head.enrolment, pathway: head.pathway, version: head.version },
})

/** The worst firing; of equals the first. */
const worst = (firings: RaisedFiring[]): RaisedFiring =>
  firings.reduce((worstSoFar, firing) => (isWorse(firing.level, worstSoFar.level) ? firing : worstSoFar))

const keysOf = (keys: string[], firings: RaisedFiring[]): string[] => [...new Set([...keys, ...firings.map(keyOf)])]
