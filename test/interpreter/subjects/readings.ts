/** Readings, a record that holds them, and conditions that look at it. */
import { compileCondition } from '../../../runtime/interpreter/condition/condition.ts'
import type { Situation } from '../../../runtime/interpreter/condition/situation.ts'
import type { Enrolment, Instant, Reading, Value } from '../../../runtime/interpreter/enrolment.ts'
import type { Pathway } from '../../../runtime/interpreter/pathway.ts'
import { start } from '../../../runtime/interpreter/step.ts'
import type { Truth } from '../../../runtime/interpreter/trace.ts'
import type { Condition } from '../../../schemas/index.ts'
import { ZONE } from '../patient.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** A winter's day without a clock change near it, so that days are 24 hours. */
export const T: Instant = Date.UTC(2026, 0, 20, 12)

let count = 0

/** A reading of `weight`, so many hours from T. */
export const reading = (value: Value, hours: number, change: Partial<Reading> = {}): Reading => ({
  id: `reading-${++count}`,
  measurement: 'weight',
  value,
  at: T + hours * HOUR,
  ...change,
})

/** A record with these readings, each list in order of time. */
export function recordOf(pathway: Pathway, readings: Reading[], change: Partial<Enrolment> = {}): Enrolment {
  const { enrolment } = start(pathway, {}, T - 400 * DAY, 'e')
  const sorted = readings.toSorted((one, other) => one.at - other.at)
  const byName = Object.groupBy(sorted, ({ measurement }) => measurement) as Record<string, Reading[]>
  return { ...enrolment, readings: byName, ...change }
}

/** What a guard sees at T. */
export const guard = (enrolment: Enrolment, t: Instant = T): Situation => ({
  enrolment,
  t,
  now: t,
  submission: null,
  together: 0,
})

/** What a threshold sees at T, with the readings that arrived. */
export const arrival = (enrolment: Enrolment, submission: Reading[], t: Instant = T): Situation => ({
  enrolment,
  t,
  now: t,
  submission,
  together: HOUR / 2,
})

export const compiled = (pathway: Pathway, condition: Condition) =>
  compileCondition(condition, '/when', { definition: pathway.definition, zone: ZONE })

export const truth = (pathway: Pathway, condition: Condition, situation: Situation): Truth =>
  compiled(pathway, condition).test(situation)
