/** Carries out one move on a play: the pathway takes its step, the alerts take theirs. */
import type { AlertEvent } from '../../runtime/alerts/alert.ts'
import type { Enrolment, Event, Reading } from '../../runtime/interpreter/enrolment.ts'
import { step } from '../../runtime/interpreter/index.ts'
import { pass } from './pass.ts'
import type { Move, Play } from './play.ts'
import { applyToAlerts, raise } from './raise.ts'

const minute = 60_000

/** Does what the move asks; `play.moves` already ends with this move. */
export function carryOut(play: Play, move: Move): Play {
  if (move.type === 'clock') return pass(play, move.until)
  if (move.type === 'acknowledge') return happen(play, { type: 'acknowledged', alert: move.alert, by: move.by })
  if (move.type === 'resolve') return happen(play, resolved(move))
  const ready = move.type === 'send' ? afterTheLast(play) : play
  return take(ready, eventOf(ready, move))
}

/** Nobody measures twice in one instant: a second reading without moving the clock is taken a minute later. */
function afterTheLast(play: Play): Play {
  const measured = play.moments.some(({ at, event }) => event?.type === 'submission' && at === play.now)
  return measured ? pass(play, play.now + minute) : play
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
  const computed = scoresNew(play, before, enrolment)
  return raise({ ...play, enrolment }, { at: play.now, move: play.moves.length, event, before, effects, computed })
}

/** The scores that are in the second record and not in the first. */
function scoresNew({ pathway }: Play, before: Enrolment, after: Enrolment): Reading[] {
  return Object.keys(pathway.definition.scores ?? {}).flatMap((score) => {
    const known = new Set((before.readings[score] ?? []).map(({ id, value }) => `${id} ${value}`))
    return (after.readings[score] ?? []).filter(({ id, value }) => !known.has(`${id} ${value}`))
  })
}

function happen(play: Play, event: AlertEvent): Play {
  return applyToAlerts(play, event, { at: play.now, move: play.moves.length, before: play.enrolment, effects: [] })
}
