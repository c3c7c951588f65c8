/** A pathway with a bit of everything, and the lives that patients may lead on it. */
import fc from 'fast-check'
import type { Enrolment, Event, PauseReason, StepResult } from '../../runtime/interpreter/enrolment.ts'
import type { Pathway } from '../../runtime/interpreter/pathway.ts'
import { start, step } from '../../runtime/interpreter/step.ts'
import { advance } from '../../runtime/interpreter/wake.ts'
import { crisis, GP, highWithComplaints, instant, pathwayOf, week } from './patient.ts'

export const pathway = pathwayOf({
  thresholds: {
    crisis,
    mean: {
      level: 'amber',
      route: 'routine',
      when: { mean: 'systolic', over: '3 days', readings: 3, atLeast: { parameter: 'target' } },
    },
    both: highWithComplaints,
  },
  schedules: {
    week,
    day: { measure: ['systolic'], every: '2 weeks', windows: ['06:00-10:00'] },
  },
  states: {
    watching: {
      schedules: ['week'],
      transitions: [
        {
          completed: 'week',
          if: { mean: 'systolic', over: '7 days', readings: 3, below: { parameter: 'target' } },
          to: 'stable',
        },
        { completed: 'week', to: 'watching', alert: 'routine' },
        { if: { missed: 'week', atLeast: 4, inARow: true }, alert: 'routine' },
        { decision: 'rest', by: ['gp'], to: 'stable' },
      ],
    },
    stable: {
      schedules: ['day'],
      transitions: [
        {
          if: {
            all: [
              { adherence: 'day', over: '8 weeks', atLeast: 50 },
              { alerts: 'red', over: '8 weeks', atMost: 0 },
              { inState: '4 weeks' },
            ],
          },
          to: 'ended',
          confirm: ['gp'],
        },
        { after: '6 weeks', to: 'watching' },
        { decision: 'again', by: ['gp'], to: 'watching' },
      ],
    },
    care: {
      initial: 'close',
      schedules: ['day'],
      states: {
        close: { review: 'all', transitions: [{ after: '3 days', to: 'care.wide' }] },
        wide: { transitions: [{ event: 'worse', to: 'care.close' }] },
      },
      transitions: [
        { event: 'discharged', to: 'watching' },
        { after: '10 days', to: 'stable', alert: 'routine' },
        { if: { mean: 'systolic', over: '3 days', readings: 2, above: 170 }, to: 'care', alert: 'routine' },
      ],
    },
    ended: { exit: 'ended' },
  },
  always: [{ event: 'admitted', to: 'care' }],
  events: { admitted: { title: {} }, discharged: { title: {} }, worse: { title: {} } },
})

export const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
export const began = instant('2026-03-10T07:00')

/** What may happen in a patient's life: readings (also late ones), decisions, limits, and time that passes. */
export const lives = fc.array(
  fc.record({
    wait: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 12 * 60 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 * 24 * 60 }) },
    ),
    what: fc.oneof(
      {
        weight: 8,
        arbitrary: fc.record({
          kind: fc.constant('send' as const),
          late: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: -20, max: 40 * 60 })),
          values: fc.record(
            {
              systolic: fc.integer({ min: 30, max: 310 }),
              diastolic: fc.integer({ min: 40, max: 130 }),
              complaints: fc.boolean(),
            },
            { requiredKeys: [] },
          ),
        }),
      },
      fc.record({ kind: fc.constant('decide' as const), decision: fc.constantFrom('rest', 'again', 'unknown') }),
      fc.record({ kind: fc.constant('answer' as const), accept: fc.boolean() }),
      fc.record({ kind: fc.constant('limit' as const), value: fc.integer({ min: 110, max: 160 }) }),
      fc.record({
        kind: fc.constant('report' as const),
        event: fc.constantFrom('admitted', 'discharged', 'worse', 'unknown'),
      }),
      fc.record({
        kind: fc.constant('pause' as const),
        reason: fc.constantFrom<PauseReason[]>('holiday', 'outage'),
        from: fc.integer({ min: -5, max: 5 }),
        days: fc.option(fc.integer({ min: 0, max: 20 })),
      }),
      fc.record({ kind: fc.constant('resume' as const) }),
      fc.record({
        kind: fc.constant('correct' as const),
        back: fc.integer({ min: 1, max: 5 }),
        measurement: fc.constantFrom('systolic', 'diastolic', 'complaints'),
        value: fc.option(fc.integer({ min: 60, max: 200 })),
      }),
    ),
  }),
  { minLength: 1, maxLength: 60 },
)
export type Life = typeof lives extends fc.Arbitrary<infer Value> ? Value : never

function eventOf(what: Life[number]['what'], now: number, count: number): Event {
  if (what.kind === 'decide') return { type: 'decision', decision: what.decision, by: GP }
  if (what.kind === 'answer') return { type: 'answer', proposal: 'stable/0', accept: what.accept, by: GP }
  if (what.kind === 'limit') return { type: 'parameter', parameter: 'target', value: what.value, by: GP }
  if (what.kind === 'report') return { type: 'report', event: what.event, by: GP }
  if (what.kind === 'resume') return { type: 'resume', by: GP }
  if (what.kind === 'correct')
    return { type: 'correction', reading: `${count - what.back}-${what.measurement}`, value: what.value, by: GP }
  if (what.kind === 'pause') {
    const from = now + what.from * DAY
    const until = what.days === null ? null : from + what.days * DAY
    return { type: 'pause', pause: { reason: what.reason, from, until, by: GP } }
  }
  const values = Object.entries(what.values)
  return {
    type: 'submission',
    readings: values.map(([measurement, value]) => ({
      id: `${count}-${measurement}`,
      measurement,
      value,
      at: now - what.late * MINUTE,
    })),
  }
}

type Folded = {
  enrolment: Enrolment
  results: StepResult[]
  events: { event: Event; now: number; before: Enrolment }[]
}

/** Folds a life; `between` is applied to the record between any two steps. */
export function fold(
  life: Life,
  between: (enrolment: Enrolment) => Enrolment = (enrolment) => enrolment,
  on: Pathway = pathway,
): Folded {
  let enrolment = between(start(on, {}, began, 'e').enrolment)
  const results: StepResult[] = []
  const events: Folded['events'] = []
  let now = began
  for (const [count, { wait, what }] of life.entries()) {
    now += wait * MINUTE
    const passed = advance(on, enrolment, now)
    results.push(...passed.steps.map(({ result }) => result))
    const before = between(passed.enrolment)
    const event = eventOf(what, now, count)
    events.push({ event, now, before })
    const result = step(on, before, event, now)
    results.push(result)
    enrolment = between(result.enrolment)
  }
  return { enrolment, results, events }
}

export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}
