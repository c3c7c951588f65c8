/** Carries out one move on a play: the pathway takes its step, the alerts take theirs. */
import type { AlertEvent } from '../../runtime/alerts/alert.ts'
import type { Event } from '../../runtime/interpreter/enrolment.ts'
import { step } from '../../runtime/interpreter/index.ts'
import { pass } from './pass.ts'
import type { Move, Play } from './play.ts'
import { applyToAlerts, raise } from './raise.ts'

/** Does what the move asks; `play.moves` already ends with this move. */
export function carryOut(play: Play, move: Move): Play {
  if (move.type === 'clock') return pass(play, move.until)
  if (move.type === 'acknowledge') return happen(play, { type: 'acknowledged', alert: move.alert, by: move.by })
  if (move.type === 'resolve') return happen(play, resolved(move))
  return take(play, eventOf(play, move))
}

function eventOf(play: Play, move: Exclude<Move, { type: 'clock' | 'acknowledge' | 'resolve' }>): Event {
  switch (move.type) {
    case 'send':
      return { type: 'submission', readings: readings(play, move.values) }
    case 'decide':
      return { ...move, type: 'decision' }
    case 'answer':
      return move
    case 'limit':
      return { ...move, type: 'parameter' }
  }
}

function readings(play: Play, values: Extract<Move, { type: 'send' }>['values']) {
  return Object.entries(values).map(([measurement, value]) => {
    return { id: `${play.moves.length}-${measurement}`, measurement, value, at: play.now }
  })
}

function resolved(move: Extract<Move, { type: 'resolve' }>): AlertEvent {
  const { alert, by, outcome, note } = move
  return { type: 'resolved', alert, by, outcome, ...(note === undefined ? {} : { note }) }
}

function take(play: Play, event: Event): Play {
  const before = play.enrolment
  const { enrolment, effects } = step(play.pathway, before, event, play.now)
  return raise({ ...play, enrolment }, { at: play.now, move: play.moves.length, event, before, effects })
}

function happen(play: Play, event: AlertEvent): Play {
  return applyToAlerts(play, event, { at: play.now, move: play.moves.length, before: play.enrolment, effects: [] })
}
