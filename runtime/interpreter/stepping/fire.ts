/** Raises an alert: on its own route or on the one that the state gives it. */
import type { Firing, Instant, Reading } from '../enrolment.ts'
import type { CompiledThreshold, CompiledTransition } from '../pathway.ts'
import { rememberRested } from './rested.ts'
import { guardSituation, markActed, markMoving, stateOf, type Run } from './run.ts'

/** What of a threshold makes its alert. */
export type Alarm = Pick<CompiledThreshold, 'id' | 'key' | 'level' | 'title' | 'route' | 'message'>

/** `deciding`: of the readings behind it, those from this place on were the second reading. */
export type FiringKind = { unconfirmed?: true; late?: true; at?: Instant; deciding?: number }

/** A threshold acts: its alert, unless it has no route, and its message. */
export function fireThreshold(
  run: Run,
  threshold: Alarm,
  because: Reading[],
  { deciding = 0, ...kind }: FiringKind = {},
): void {
  markActed(run, threshold.key, 'fired')
  markMoving(run, threshold.id)
  run.marks.fired.push(threshold.key)
  const adding = stateOf(run).transitions.filter((transition) => addsTo(run, transition, threshold))
  const own = adding.find(({ alert }) => alert)?.alert
  const route = own?.route ?? threshold.route
  const level = own?.level ?? threshold.level
  const title = own?.title ?? threshold.title
  if (route)
    raise(
      run,
      { key: threshold.key, threshold: threshold.id, level, route, title, at: run.t, because, ...kind },
      isWatched(run, adding.find(({ to, confirm }) => to && !confirm)?.to),
      deciding,
    )
  if (threshold.message) advise(run, threshold.message, level)
}

/** A transition on this threshold adds a move, or gives its alert another route in this state. */
function addsTo(run: Run, transition: CompiledTransition, threshold: Alarm): boolean {
  if (transition.trigger.type !== 'threshold' || transition.trigger.threshold !== threshold.id) return false
  return !transition.if || transition.if.test(guardSituation(run)) === true
}

/** Sends what a threshold says. Beside red the patient does not read the amber messages of the same moment: "today" contradicts "now". */
function advise(run: Run, message: string, level: Alarm['level']): void {
  const { red, amber } = (run.advised ??= { red: false, amber: [] })
  if (level === 'amber' && red) return
  if (level === 'amber') amber.push(message)
  if (level === 'red') {
    run.advised.red = true
    run.effects = run.effects.filter((effect) => effect.type !== 'message' || !amber.includes(effect.message))
  }
  sendMessage(run, message)
}

/** Whether somebody watches where the patient is, or where this brings the patient at once. */
function isWatched(run: Run, to: string | undefined): boolean {
  return run.pathway.states.get(to ?? run.enrolment.state)!.watched
}

/** A transition acts: its alert (unless a threshold already carries it) and its message. */
export function fireTransition(run: Run, transition: CompiledTransition, because: Reading[]): void {
  run.marks.fired.push(transition.id)
  const { alert, message, trigger, to } = transition
  if (alert && trigger.type !== 'threshold') {
    const { route, level = 'amber', title = titleOf(run, transition) } = alert
    const late = run.correcting ? { late: true as const } : {}
    const firing = { key: `transition:${transition.id}`, level, route, title, at: run.t, because, ...late }
    raise(run, firing, isWatched(run, transition.confirm ? undefined : to))
  }
  if (message) sendMessage(run, message)
}

/** Without a title of its own the reason says it, else the state in which it happened. */
function titleOf(run: Run, { title, because }: CompiledTransition): Firing['title'] {
  return title ?? because ?? stateOf(run).title
}

function raise(run: Run, firing: Firing, watched: boolean, deciding = 0): void {
  const coaching = !watched && firing.level !== 'red'
  run.effects.push({ type: 'alert', firing: coaching ? { ...firing, coaching: true } : firing })
  const horizon = run.now - run.pathway.keepAlerts
  run.enrolment.raised = [
    ...run.enrolment.raised.filter(({ at }) => at >= horizon),
    { level: firing.level, at: firing.at },
  ]
  rememberRested(run, firing, deciding)
}

/** Sends a message; what two thresholds or a late look say at once, the patient reads once. */
export function sendMessage(run: Run, message: string): void {
  if (run.effects.some((effect) => effect.type === 'message' && effect.message === message)) return
  run.effects.push({ type: 'message', message, to: run.pathway.definition.messages?.[message]?.to ?? 'patient' })
}
