/** What becomes of the firings of one submission or wake-up: a new alert, part of an open one, or silence with its reason. */
import type { Level } from '../../schemas/index.ts'
import type { Instant } from '../interpreter/enrolment.ts'
import type { Alert, AlertEffect, AlertResult, PatientAlerts, RaisedFiring } from './alert.ts'
import { startRoute, withStep } from './climb.ts'
import type { RouteLookup } from './routes.ts'
import { isSameEvent } from './same-event.ts'

const RANK: Record<Level, number> = { green: 0, amber: 1, red: 2 }

export const isWorse = (level: Level, than: Level): boolean => RANK[level] > RANK[than]

/** What an alert is keyed on: `hypertension/threshold:crisis`. */
export const keyOf = (firing: RaisedFiring): string => `${firing.pathway}/${firing.key}`

/** One event is one alert where that hides nothing; what is about a problem or reading that has an open alert joins that one. */
export function raise(routes: RouteLookup, alerts: PatientAlerts, firings: RaisedFiring[], now: Instant): AlertResult {
  const effects: AlertEffect[] = []
  const joining = new Map<Alert, RaisedFiring[]>()
  const fresh: RaisedFiring[] = []
  for (const firing of firings) {
    const silent = silence(alerts, firing, now)
    const open = homeOf(alerts, firing, firings)
    if (silent) effects.push(silent)
    else if (open) joining.set(open, [...(joining.get(open) ?? []), firing])
    else fresh.push(firing)
  }
  const host = [...joining.keys()].find((alert) => wouldBeSeen(alert, [...joining.get(alert)!, ...fresh]))
  if (host) joining.get(host)!.push(...fresh.splice(0))
  const open = alerts.open.map((alert) =>
    joining.has(alert) ? join(routes, alert, joining.get(alert)!, now, effects) : alert,
  )
  if (fresh.length === 0) return { alerts: joining.size > 0 ? { ...alerts, open } : alerts, effects }
  const count = alerts.count + 1
  const raised = create(routes, `${alerts.patient}-${count}`, fresh, now, effects)
  return { alerts: { ...alerts, count, open: [...open, raised] }, effects }
}

/** The open alert about this problem, or about an event of which any firing of this problem tells. */
function homeOf({ open }: PatientAlerts, firing: RaisedFiring, firings: RaisedFiring[]): Alert | undefined {
  const key = keyOf(firing)
  const same = firings.filter((one) => keyOf(one) === key)
  return (
    open.find(({ keys }) => keys.includes(key)) ?? open.find((alert) => same.some((one) => isSameEvent(alert, one)))
  )
}

/** Somebody is being asked about this alert, or will be because it gets worse. One that was acknowledged hides what is put under it. */
function wouldBeSeen(alert: Alert, firings: RaisedFiring[]): boolean {
  return alert.status === 'open' || isWorse(worst(firings).level, alert.level)
}

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

function create(routes: RouteLookup, id: string, firings: RaisedFiring[], now: Instant, effects: AlertEffect[]): Alert {
  const head = worst(firings)
  const under = firings.filter((firing) => firing !== head)
  const started = startRoute(routes(head.pathway, head.version).route(head.route), now, 'raised')
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
function join(routes: RouteLookup, alert: Alert, firings: RaisedFiring[], now: Instant, effects: AlertEffect[]): Alert {
  const keys = keysOf(alert.keys, firings)
  const head = worst(firings)
  if (!isWorse(head.level, alert.level)) {
    const joined = { ...alert, keys, ...gathered(alert, [...alert.under, ...firings], firings) }
    effects.push({ type: 'joined', alert: joined, firings })
    return joined
  }
  const { acknowledged: _before, ...rest } = alert
  const started = startRoute(routes(head.pathway, head.version).route(head.route), now, 'worse')
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
