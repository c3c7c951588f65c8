/** How an alert climbs its route: who is asked first, who is next when nobody answers, and when that must be looked at. */
import type { Instant } from '../interpreter/enrolment.ts'
import type { Alert, AlertEffect, AlertResult, PatientAlerts, Step, ToldReason } from './alert.ts'
import type { CompiledRoute, Recipient, RouteLookup } from './routes.ts'

export type Started = { step: Step; reason: ToldReason }

/** The first step of a route that reaches somebody at this hour. */
export function startRoute(route: CompiledRoute, at: Instant, reason: ToldReason, away: string[] = []): Started {
  return startStep(route, 0, 1, at, reason, away)
}

/**
 * Starts a step, passing over those whose party is not there at this hour, or may not see the patient (`away`). When nobody in
 * the rest of the route is there, the one whose turn it is gets it all the same: an alert is never with nobody.
 */
function startStep(
  route: CompiledRoute,
  index: number,
  round: number,
  at: Instant,
  reason: ToldReason,
  away: string[],
): Started {
  const found = firstThere(route, index, at, away)
  const { party, by, deadline } = found?.recipient ?? nobodyThere(route, index, away)
  const passedOver = found !== null && found.index !== index
  const turn = passedOver ? { index: found.index, round: 1 } : { index, round }
  return {
    step: { ...turn, party, by, since: at, deadline: deadline(at) },
    reason: passedOver && reason !== 'no-longer-shared' ? 'nobody-there' : reason,
  }
}

function firstThere(
  route: CompiledRoute,
  from: number,
  at: Instant,
  away: string[],
): { index: number; recipient: Recipient } | null {
  const recipient = route.steps[from]!.reachable(at)
  if (recipient && !away.includes(recipient.kind)) return { index: from, recipient }
  const next = indexOf(route.machine.next(`step-${from}`, 'nobody-there'))
  return next === from ? null : firstThere(route, next, at, away)
}

/** Whose turn it is; when that one may not see the patient, anybody of the route who may, else who answers medically. */
function nobodyThere(route: CompiledRoute, index: number, away: string[]): Recipient {
  const { meantFor } = route.steps[index]!
  if (!away.includes(meantFor.kind)) return meantFor
  return route.steps.find((step) => !away.includes(step.meantFor.kind))?.meantFor ?? route.responsible
}

const indexOf = (state: string): number => Number(state.slice('step-'.length))

/** The alert with its newly started step. Rounds of one repeated step are kept as one line, the newest, because they can go on for days. */
export function withStep(alert: Omit<Alert, 'step'>, { step, reason }: Started): Alert {
  const before = alert.told.at(-1)
  const again =
    reason === 'repeated' && before?.reason === 'repeated' && before.index === step.index && before.party === step.party
  return { ...alert, step, told: [...(again ? alert.told.slice(0, -1) : alert.told), { ...step, reason }] }
}

/** The earliest instant at which an alert goes on: its deadline, or the end of its snooze; null when nothing waits. */
export function nextAlertWake(routes: RouteLookup, alerts: PatientAlerts): Instant | null {
  const waits = alerts.open.flatMap((alert) => dueOf(routes, alert) ?? [])
  return waits.length > 0 ? Math.min(...waits) : null
}

/** Lets every deadline up to and including `now` pass, in order, each at its own instant however late it is handled. */
export function climb(routes: RouteLookup, alerts: PatientAlerts, now: Instant): AlertResult {
  const effects: AlertEffect[] = []
  let open = alerts.open
  for (;;) {
    const due = earliestDue(routes, open, now)
    if (!due) break
    const goneOn = goOn(routeOf(routes, due), due, alerts.away ?? [], effects)
    open = open.map((alert) => (alert === due ? goneOn : alert))
  }
  return { alerts: effects.length > 0 ? { ...alerts, open } : alerts, effects }
}

function earliestDue(routes: RouteLookup, open: Alert[], now: Instant): Alert | undefined {
  const due = open.flatMap((alert) => {
    const at = dueOf(routes, alert)
    return at !== null && at <= now ? [{ alert, at }] : []
  })
  return due.toSorted((a, b) => a.at - b.at)[0]?.alert
}

function dueOf(routes: RouteLookup, alert: Alert): Instant | null {
  if (alert.snoozed) return alert.snoozed.until
  const mayClimb = alert.status === 'open' && !alert.stuck
  return mayClimb && routeOf(routes, alert).climbs(alert.step.index) ? alert.step.deadline : null
}

function goOn(route: CompiledRoute, alert: Alert, away: string[], effects: AlertEffect[]): Alert {
  const started = alert.snoozed
    ? afterSnooze(route, alert, alert.snoozed.until, away)
    : nextStep(route, alert.step, away)
  const { snoozed, ...rest } = alert
  const goneOn = withStep({ ...rest, status: 'open' }, started)
  if (snoozed) effects.push({ type: 'unsnoozed', alert: goneOn, reason: 'ended' })
  effects.push({ type: 'told', alert: alert.id, ...started })
  return goneOn
}

/** It goes on where it was: the same step again, with its whole time. */
const afterSnooze = (route: CompiledRoute, { step }: Alert, at: Instant, away: string[]): Started =>
  startStep(route, step.index, step.round, at, 'snooze-ended', away)

function nextStep(route: CompiledRoute, { index, round, deadline }: Step, away: string[]): Started {
  const next = indexOf(route.machine.next(`step-${index}`, 'unanswered'))
  if (next === index) return startStep(route, index, round + 1, deadline, 'repeated', away)
  return startStep(route, next, 1, deadline, 'unanswered', away)
}

/**
 * From now on nobody of these kinds is asked: what they were asked goes on to the next who may see the patient. One of them who
 * took an alert up no longer sees it, so that it is open again.
 */
export function keepAway(routes: RouteLookup, alerts: PatientAlerts, kinds: string[], now: Instant): AlertResult {
  const effects: AlertEffect[] = []
  const open = alerts.open.map((alert) => {
    const { parties, route } = routes(alert.origin.pathway, alert.origin.version)
    const isWith = (party: string): boolean => kinds.includes(parties.get(party) ?? '')
    if (!isWith(alert.acknowledged?.by.role ?? alert.snoozed?.by.role ?? alert.step.party)) return alert
    const started = startStep(route(alert.route), alert.step.index, 1, now, 'no-longer-shared', kinds)
    const { acknowledged: _taken, snoozed: _off, ...rest } = alert
    effects.push({ type: 'told', alert: alert.id, ...started })
    return withStep({ ...rest, status: 'open' }, started)
  })
  return { alerts: { ...alerts, open, away: kinds }, effects }
}

const routeOf = (routes: RouteLookup, { origin, route }: Alert): CompiledRoute =>
  routes(origin.pathway, origin.version).route(route)
