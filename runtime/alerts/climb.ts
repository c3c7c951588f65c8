/** How an alert climbs its route: who is asked first, who is next when nobody answers, and when that must be looked at. */
import type { Instant } from '../interpreter/enrolment.ts'
import type { Alert, AlertEffect, AlertResult, PatientAlerts, Step, ToldReason } from './alert.ts'
import type { CompiledRoute, Recipient, RouteLookup } from './routes.ts'

export type Started = { step: Step; reason: ToldReason }

/** The first step of a route that reaches somebody at this hour. */
export function startRoute(route: CompiledRoute, at: Instant, reason: 'raised' | 'worse'): Started {
  return startStep(route, 0, 1, at, reason)
}

/**
 * Starts a step, passing over those whose party is not there at this hour. When nobody in the rest of the route is there,
 * the one whose turn it is gets it all the same: an alert is never with nobody.
 */
function startStep(route: CompiledRoute, index: number, round: number, at: Instant, reason: ToldReason): Started {
  const found = firstThere(route, index, at)
  const { party, by, deadline } = found?.recipient ?? route.steps[index]!.meantFor
  const passedOver = found !== null && found.index !== index
  const turn = passedOver ? { index: found.index, round: 1 } : { index, round }
  return {
    step: { ...turn, party, by, since: at, deadline: deadline(at) },
    reason: passedOver ? 'nobody-there' : reason,
  }
}

function firstThere(route: CompiledRoute, from: number, at: Instant): { index: number; recipient: Recipient } | null {
  const recipient = route.steps[from]!.reachable(at)
  if (recipient) return { index: from, recipient }
  const next = indexOf(route.machine.next(`step-${from}`, 'nobody-there'))
  return next === from ? null : firstThere(route, next, at)
}

const indexOf = (state: string): number => Number(state.slice('step-'.length))

/** The alert with its newly started step. Rounds of one repeated step are kept as one line, the newest, because they can go on for days. */
export function withStep(alert: Omit<Alert, 'step'>, { step, reason }: Started): Alert {
  const before = alert.told.at(-1)
  const again =
    reason === 'repeated' && before?.reason === 'repeated' && before.index === step.index && before.party === step.party
  return { ...alert, step, told: [...(again ? alert.told.slice(0, -1) : alert.told), { ...step, reason }] }
}

/** The earliest deadline of an alert that waits for an answer and has somewhere to go; null when nothing waits. */
export function nextAlertWake(routes: RouteLookup, alerts: PatientAlerts): Instant | null {
  const deadlines = alerts.open.filter((alert) => mayClimb(routes, alert)).map((alert) => alert.step.deadline)
  return deadlines.length > 0 ? Math.min(...deadlines) : null
}

/** Lets every deadline up to and including `now` pass, in order, each at its own instant however late it is handled. */
export function climb(routes: RouteLookup, alerts: PatientAlerts, now: Instant): AlertResult {
  const effects: AlertEffect[] = []
  let open = alerts.open
  for (;;) {
    const due = earliestDue(routes, open, now)
    if (!due) break
    const started = nextStep(routeOf(routes, due), due.step)
    open = open.map((alert) => (alert === due ? withStep(alert, started) : alert))
    effects.push({ type: 'told', alert: due.id, ...started })
  }
  return { alerts: effects.length > 0 ? { ...alerts, open } : alerts, effects }
}

function earliestDue(routes: RouteLookup, open: Alert[], now: Instant): Alert | undefined {
  const due = open.filter((alert) => alert.step.deadline <= now && mayClimb(routes, alert))
  return due.reduce<Alert | undefined>(
    (first, alert) => (first && first.step.deadline <= alert.step.deadline ? first : alert),
    undefined,
  )
}

function nextStep(route: CompiledRoute, { index, round, deadline }: Step): Started {
  const next = indexOf(route.machine.next(`step-${index}`, 'unanswered'))
  if (next === index) return startStep(route, index, round + 1, deadline, 'repeated')
  return startStep(route, next, 1, deadline, 'unanswered')
}

const mayClimb = (routes: RouteLookup, alert: Alert): boolean =>
  alert.status === 'open' && routeOf(routes, alert).climbs(alert.step.index)

const routeOf = (routes: RouteLookup, { origin, route }: Alert): CompiledRoute =>
  routes(origin.pathway, origin.version).route(route)
