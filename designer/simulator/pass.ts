/** Lets time pass in a play: every wake-up of the pathway and of the alerts, in order, each at its own instant. */
import { nextAlertWake } from '../../runtime/alerts/index.ts'
import type { Instant } from '../../runtime/interpreter/enrolment.ts'
import { nextWake, step } from '../../runtime/interpreter/index.ts'
import type { Play } from './play.ts'
import { applyToAlerts, raise } from './raise.ts'

/** How far "until something happens" looks ahead: a year has every season, holiday and clock change in it. */
const horizon = 366 * 24 * 60 * 60 * 1000

/** The play at `until`, with everything due up to and including that instant done. Time never runs backwards. */
export function pass(play: Play, until: Instant): Play {
  let current = play
  for (let at = nextInstant(current); at !== null && at <= until; at = nextInstant(current)) current = wake(current, at)
  return { ...current, now: Math.max(play.now, until) }
}

/** The instant of the first wake-up from now on that has a consequence one can see; null when nothing will happen within a year. */
export function nextHappening(play: Play): Instant | null {
  let current = play
  for (let at = nextInstant(current); at !== null && at <= play.now + horizon; at = nextInstant(current)) {
    const known = current.moments.length
    current = wake(current, at)
    if (current.moments.length > known) return at
  }
  return null
}

function nextInstant(play: Play): Instant | null {
  const wakes = [nextWake(play.pathway, play.enrolment), nextAlertWake(() => play.routes, play.alerts)]
  const due = wakes.filter((at) => at !== null)
  return due.length === 0 ? null : Math.min(...due)
}

/** The pathway goes before the alerts at the same instant: what it raises must be known when the route looks at the clock. */
function wake(play: Play, at: Instant): Play {
  const woken = nextWake(play.pathway, play.enrolment) === at ? wakePathway(play, at) : play
  return nextAlertWake(() => woken.routes, woken.alerts) === at ? wakeAlerts(woken, at) : woken
}

/** A wake-up without any consequence leaves no moment: the account would drown in them. */
function wakePathway(play: Play, at: Instant): Play {
  const before = play.enrolment
  const event = { type: 'wake' } as const
  const { enrolment, effects } = step(play.pathway, before, event, at)
  const woken = { ...play, enrolment, now: at }
  return effects.length === 0 ? woken : raise(woken, { at, move: play.moves.length, event, before, effects })
}

function wakeAlerts(play: Play, at: Instant): Play {
  const happening = { at, move: play.moves.length, before: play.enrolment, effects: [] }
  return applyToAlerts({ ...play, now: at }, { type: 'wake' }, happening)
}
