/** A small pathway with a phase, and submissions to it, some of them late. */
import fc from 'fast-check'
import type { PathwayDefinition } from '../../schemas/index.ts'
import type { Effect, Enrolment, Event, Reading } from '../../runtime/interpreter/enrolment.ts'
import { start, step } from '../../runtime/interpreter/step.ts'
import { advance } from '../../runtime/interpreter/wake.ts'
import { crisis, highWithComplaints, instant, pathwayOf } from './patient.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const began = instant('2026-03-10T07:00')

export const parts: Partial<PathwayDefinition> = {
  thresholds: {
    crisis,
    mean: { level: 'amber', route: 'routine', when: { mean: 'systolic', over: '3 days', readings: 2, atLeast: 140 } },
    rise: { level: 'amber', route: 'routine', when: { rise: 'diastolic', over: '3 days', atLeast: 20 } },
    both: highWithComplaints,
  },
  schedules: {
    plan: {
      measure: ['systolic', 'diastolic'],
      every: '1 day',
      windows: ['08:00-10:00', '18:00-20:00'],
      readings: 2,
      missedAfter: '2 hours',
      remind: '1 hour',
    },
  },
  states: {
    watching: {
      schedules: ['plan'],
      transitions: [
        { if: { missed: 'plan', atLeast: 3, inARow: true }, alert: 'routine' },
        { threshold: 'crisis', to: 'acute.first' },
        { after: '9 days', to: 'acute' },
      ],
    },
    acute: {
      initial: 'first',
      schedules: ['plan'],
      states: { first: { transitions: [{ after: '1 day', to: 'acute.second' }] }, second: {} },
      transitions: [{ after: '4 days', to: 'watching', alert: 'routine' }],
    },
    ended: { exit: 'ended' },
  },
}
export const pathway = pathwayOf(parts)

/** Submissions at minutes after the start, some of them late. */
export const submissions = fc
  .array(
    fc.record({
      wait: fc.integer({ min: 1, max: 20 * 60 }),
      late: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 20 * 60 })),
      values: fc.record(
        {
          systolic: fc.integer({ min: 100, max: 200 }),
          diastolic: fc.integer({ min: 60, max: 110 }),
          complaints: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((list) => {
    let now = began
    return list.map(({ wait, late, values }, index) => {
      now += wait * MINUTE
      const readings = Object.entries(values).map(([measurement, value]): Reading => ({
        id: `${index}-${measurement}`,
        measurement,
        value,
        at: now - late * MINUTE,
      }))
      return { now, event: { type: 'submission', readings } as Event }
    })
  })
export type Told = { now: number; event: Event }

export function play(
  events: Told[],
  on = pathway,
): { enrolment: Enrolment; effects: { at: number; effect: Effect }[] } {
  let { enrolment } = start(on, {}, began, 'e')
  const effects: { at: number; effect: Effect }[] = []
  const note = (at: number, list: Effect[]): void => void effects.push(...list.map((effect) => ({ at, effect })))
  for (const { now, event } of events) {
    const passed = advance(on, enrolment, now)
    for (const { at, result } of passed.steps) note(at, result.effects)
    const result = step(on, passed.enrolment, event, now)
    note(now, result.effects)
    enrolment = result.enrolment
  }
  return { enrolment, effects }
}
