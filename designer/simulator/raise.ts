/** Hands what a step raised to the alerts, and keeps what came of both as one moment of the play. */
import type { Alert, AlertEffect, AlertEvent, RaisedFiring } from '../../runtime/alerts/alert.ts'
import { alert } from '../../runtime/alerts/index.ts'
import type { Effect } from '../../runtime/interpreter/enrolment.ts'
import type { Moment, Play } from './play.ts'

type Happening = Omit<Moment, 'alertEffects'>

/** Everything that one step fired goes to the alerts together, so that it becomes one alert and not several. */
export function raise(play: Play, happening: Happening): Play {
  const firings = happening.effects.flatMap((effect) => firingOf(play, effect))
  if (firings.length === 0) return { ...play, moments: [...play.moments, { ...happening, alertEffects: [] }] }
  return applyToAlerts(play, { type: 'raised', firings }, happening)
}

/** One step of the alerts, kept together with the step of the pathway that caused it, if any. */
export function applyToAlerts(play: Play, event: AlertEvent, happening: Happening): Play {
  const { alerts, effects } = alert(() => play.routes, play.alerts, event, happening.at)
  const moments = [...play.moments, { ...happening, alertEffects: effects }]
  return { ...play, alerts, closed: [...play.closed, ...effects.flatMap(closedBy)], moments }
}

function firingOf(play: Play, effect: Effect): RaisedFiring[] {
  if (effect.type !== 'alert') return []
  const { id, version } = play.pathway
  return [{ ...effect.firing, enrolment: play.enrolment.id, pathway: id, version }]
}

function closedBy(effect: AlertEffect): Alert[] {
  return effect.type === 'resolved' ? [effect.alert] : []
}
