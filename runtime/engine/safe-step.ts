/** A step that cannot fail: when the evaluation throws, the enrolment stays as it was and a human is asked to look. */
import type { Effect, Enrolment, Event, Firing, Instant, Marks, Reading } from '../interpreter/enrolment.ts'
import { step } from '../interpreter/index.ts'
import type { Pathway } from '../interpreter/index.ts'
import { inBoth } from './texts/index.ts'

export const NOT_ASSESSED = 'system:not-assessed'

export type SafeStep = { enrolment: Enrolment; effects: Effect[]; marks?: Marks; failed?: true }

/** Only submissions and wake-ups fail to a human: who takes a decision is there, and hears the error. */
export function safeStep(pathway: Pathway, enrolment: Enrolment, event: Event, at: Instant): SafeStep {
  try {
    return step(pathway, enrolment, event, at)
  } catch (error) {
    if (event.type !== 'submission' && event.type !== 'wake') throw error
    return { ...unassessed(pathway, enrolment, event, at), failed: true }
  }
}

/** The wake-up counts as done, so that one mistake does not wake the patient for ever. */
function unassessed(pathway: Pathway, enrolment: Enrolment, event: Event, at: Instant): SafeStep {
  const because = event.type === 'submission' ? event.readings : []
  const effects: Effect[] = [{ type: 'alert', firing: askForEyes(pathway, because, at) }]
  return { enrolment: event.type === 'wake' ? woken(enrolment, at) : enrolment, effects }
}

function woken(enrolment: Enrolment, at: Instant): Enrolment {
  const waiting = Object.entries(enrolment.remeasuring).filter(([, { deadline }]) => deadline > at)
  return { ...enrolment, woken: Math.max(at, enrolment.woken), remeasuring: Object.fromEntries(waiting) }
}

/** The task for a human: this could not be assessed. */
export function askForEyes(pathway: Pathway, because: Reading[], at: Instant): Firing {
  const title = inBoth('not-assessed.title')
  return { key: NOT_ASSESSED, level: 'amber', route: routeForAmber(pathway), title, at, because }
}

/** The route that the authors chose for what must be looked at soon; without one, the first that there is. */
function routeForAmber(pathway: Pathway): string {
  const amber = pathway.thresholds.find((threshold) => threshold.level === 'amber' && threshold.route)
  return amber?.route ?? Object.keys(pathway.definition.routes)[0] ?? ''
}
