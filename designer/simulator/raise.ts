/** Hands what a step raised to the alerts, and keeps what came of both as one moment of the play. */
import type { Alert, AlertEffect, AlertEvent } from '../../runtime/alerts/alert.ts'
import { alert, firingsIn } from '../../runtime/alerts/index.ts'
import type { Moment, Play } from './play.ts'

type Happening = Omit<Moment, 'alertEffects'>

/** Everything that one step fired goes to the alerts together, so that it becomes one alert and not several. */
export function raise(play: Play, happening: Happening): Play {
  const { id: pathway, version } = play.pathway
  const firings = firingsIn(happening.effects, { enrolment: play.enrolment.id, pathway, version })
  if (firings.length === 0) return { ...play, moments: [...play.moments, { ...happening, alertEffects: [] }] }
  return applyToAlerts(play, { type: 'raised', firings }, happening)
}

/** One step of the alerts, kept together with the step of the pathway that caused it, if any. */
export function applyToAlerts(play: Play, event: AlertEvent, happening: Happening): Play {
  const { alerts, effects } = alert(() => play.routes, play.alerts, event, happening.at)
  const moments = [...play.moments, { ...happening, alertEffects: effects }]
  return { ...play, alerts, closed: [...play.closed, ...effects.flatMap(closedBy)], moments }
}

function closedBy(effect: AlertEffect): Alert[] {
  return effect.type === 'resolved' ? [effect.alert] : []
}
