/** The full account of a step, rebuilt from the same inputs: what fired and what did not, and why. */
import type { Enrolment, Event, Instant } from './enrolment.ts'
import { isValid, judge } from './stepping/intake.ts'
import type { Pathway } from './pathway.ts'
import { step } from './step.ts'
import type { Look, Trace } from './trace.ts'

/** Takes the same step again and writes down every threshold and transition that was looked at. */
export function explain(pathway: Pathway, before: Enrolment, event: Event, now: Instant): Trace {
  const looks: Look[] = []
  const { enrolment, marks } = step(pathway, before, event, now, (look) => looks.push(look))
  const readings = event.type === 'submission' ? judge(pathway, before, event.readings, now) : []
  return {
    at: readings.some(isValid) ? marks.at : now,
    stateBefore: before.state,
    stateAfter: enrolment.state,
    looks,
    readings: readings.map(({ id, measurement, at, value, marks: own = [] }) => ({
      id,
      measurement,
      at,
      value,
      marks: own,
    })),
  }
}
