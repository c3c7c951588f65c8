/** Events that cannot be carried out are refused with a reason, and change nothing. */
import type { Actor, Event, Instant, Pause, Refusal } from '../enrolment.ts'
import { own } from '../own.ts'
import type { CompiledTransition } from '../pathway.ts'
import { keptReading } from './correction.ts'
import { runsAt } from './pause.ts'
import { guardSituation, stateOf, type Run } from './run.ts'
import { DAY } from '../time/zone.ts'

/** Why this event cannot be carried out now; null when it can. */
export function refusalOf(run: Run, event: Event): Refusal | null {
  if (event.type === 'submission' || event.type === 'wake') return null
  if (run.enrolment.exit !== undefined) return 'already-ended'
  switch (event.type) {
    case 'decision':
      return refuseDecision(run, event.decision, event.by)
    case 'answer':
      return refuseAnswer(run, event)
    case 'parameter':
      return refuseParameter(run, event.parameter, event.value, event.by)
    case 'report':
      return own(run.pathway.definition.events, event.event) ? null : 'unknown-event'
    case 'pause':
      return isPossible(event.pause, run.now) ? null : 'impossible-pause'
    case 'resume':
      return run.enrolment.pauses?.some((pause) => runsAt(pause, run.now)) ? null : 'not-paused'
    case 'correction':
      return keptReading(run.enrolment, event.reading) ? null : 'unknown-reading'
  }
}

function refuseDecision(run: Run, decision: string, by: Actor): Refusal | null {
  const candidates = stateOf(run).transitions.filter(
    ({ trigger }) => trigger.type === 'decision' && trigger.decision === decision,
  )
  if (candidates.length === 0) return 'unknown-decision'
  const allowed = candidates.filter(({ trigger }) => trigger.type === 'decision' && trigger.by.includes(by.role))
  if (allowed.length === 0) return 'role-may-not'
  return allowed.some((transition) => holds(run, transition)) ? null : 'condition-not-met'
}

function holds(run: Run, transition: CompiledTransition): boolean {
  return !transition.if || transition.if.test(guardSituation(run)) === true
}

/** Yes is held against the condition once more: time may have made it untrue without anybody looking. No is always allowed. */
function refuseAnswer(run: Run, { proposal: id, accept, by }: Event & { type: 'answer' }): Refusal | null {
  const proposal = run.enrolment.proposals.find((one) => one.id === id)
  if (!proposal) return 'unknown-proposal'
  if (!proposal.roles.includes(by.role)) return 'role-may-not'
  const condition = run.pathway.transitions.find((transition) => transition.id === id)?.if
  return accept && condition?.test(guardSituation(run)) === false ? 'condition-not-met' : null
}

function refuseParameter(run: Run, name: string, value: number, by: Actor): Refusal | null {
  const parameter = own(run.pathway.definition.parameters, name)
  if (!parameter) return 'unknown-parameter'
  if (!parameter.setBy.includes(by.role)) return 'role-may-not'
  return value >= parameter.from && value <= parameter.to ? null : 'out-of-bounds'
}

/** A pause is at most a year long, and begins within a year before or after today: anything else is a slip of the pen. */
const LONGEST_PAUSE = 366 * DAY

function isPossible({ from, until }: Pause, now: Instant): boolean {
  const begins = Math.abs(from - now) <= LONGEST_PAUSE
  return begins && (until === null || (until > from && until - from <= LONGEST_PAUSE))
}
