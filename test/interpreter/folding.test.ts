import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Enrolment, Event, PauseReason, StepResult } from '../../runtime/interpreter/enrolment.ts'
import { explain } from '../../runtime/interpreter/explain.ts'
import type { Pathway } from '../../runtime/interpreter/pathway.ts'
import { start, step } from '../../runtime/interpreter/step.ts'
import { advance, nextWake } from '../../runtime/interpreter/wake.ts'
import { runs } from '../property.ts'
import { GP, instant, pathwayOf } from './patient.ts'

const pathway = pathwayOf({
  thresholds: {
    crisis: {
      level: 'red',
      route: 'routine',
      when: { measurement: 'systolic', above: 180 },
      remeasure: { within: '15 minutes' },
    },
    mean: {
      level: 'amber',
      route: 'routine',
      when: { mean: 'systolic', over: '3 days', readings: 3, atLeast: { parameter: 'target' } },
    },
    both: {
      level: 'amber',
      route: 'routine',
      when: {
        all: [
          { measurement: 'diastolic', above: 90 },
          { measurement: 'complaints', is: true },
        ],
      },
    },
  },
  schedules: {
    week: {
      measure: ['systolic', 'diastolic'],
      every: '1 day',
      windows: ['06:00-10:00', '18:00-22:00'],
      readings: 2,
      for: '7 days',
      discard: { first: '1 day' },
      remind: '1 hour',
      missedAfter: '2 hours',
    },
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

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const began = instant('2026-03-10T07:00')

/** What may happen in a patient's life: readings (also late ones), decisions, limits, and time that passes. */
const lives = fc.array(
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
type Life = typeof lives extends fc.Arbitrary<infer Value> ? Value : never

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
function fold(
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

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

describe('folding the same events', () => {
  const check = (property: (life: Life) => void, sample = 60) =>
    fc.assert(fc.property(lives, property), { numRuns: runs(sample) })

  it('gives the same enrolment and effects, also when it was written and read between any two steps', () => {
    check((life) => {
      const straight = fold(life)
      const stored = fold(life, (enrolment) => JSON.parse(JSON.stringify(enrolment)) as Enrolment)
      expect(stored.enrolment).toEqual(straight.enrolment)
      expect(stored.results.map(({ effects, marks }) => ({ effects, marks }))).toEqual(
        straight.results.map(({ effects, marks }) => ({ effects, marks })),
      )
    })
  })

  it('and what was forgotten would have changed nothing', () => {
    const kept = new Map([...pathway.kept].map(([name]) => [name, { keep: Infinity, keepNewest: 0 }]))
    const schedules = new Map(
      [...pathway.schedules].map(([id, one]) => [id, { ...one, keep: Infinity, keepInARow: Infinity }]),
    )
    const remembering: Pathway = { ...pathway, kept, schedules, keepAlerts: Infinity, keepPauses: Infinity }
    check((all) => {
      // A reading that was forgotten cannot be corrected any more: that is told, and the engine folds again.
      const life = all.filter(({ what }) => what.kind !== 'correct')
      const remembered = fold(life, undefined, remembering)
      expect(fold(life).results.map(({ effects }) => effects)).toEqual(remembered.results.map(({ effects }) => effects))
    })
  })

  it('never changes the enrolment that was given', () => {
    check((life) => void fold(life, deepFreeze))
  })

  it('explain tells of exactly what step did', () => {
    check((life) => {
      for (const { event, now, before } of fold(life).events) {
        const { enrolment, marks } = step(pathway, before, event, now)
        const trace = explain(pathway, before, event, now)
        expect(trace.stateAfter).toBe(enrolment.state)
        const told = trace.looks
          .filter(({ outcome }) => outcome === 'fired' || outcome === 'taken' || outcome === 'proposed')
          .map(({ id }) => id)
        for (const fired of marks.fired)
          expect([
            ...told,
            ...trace.looks.filter(({ outcome }) => outcome === 'preceded').map(({ id }) => id),
          ]).toContain(fired)
        for (const waiting of marks.waiting)
          expect(trace.looks).toContainEqual(expect.objectContaining({ id: waiting, outcome: 'waiting' }))
      }
    }, 30)
  })

  it('a wake-up always moves on: the next lies after it', () => {
    check((life) => {
      const { enrolment } = fold(life)
      const first = nextWake(pathway, enrolment)
      if (first === null) return
      const after = step(pathway, enrolment, { type: 'wake' }, first).enrolment
      expect(nextWake(pathway, after) ?? Infinity).toBeGreaterThan(first)
    })
  })

  it('a wake-up delivered twice changes nothing the second time', () => {
    check((life) => {
      const { enrolment } = fold(life)
      const at = nextWake(pathway, enrolment)
      if (at === null) return
      const once = step(pathway, enrolment, { type: 'wake' }, at).enrolment
      const twice = step(pathway, once, { type: 'wake' }, at)
      expect(twice.enrolment).toEqual(once)
      expect(twice.effects).toEqual([])
    })
  })

  it('every reading that was kept is valid, in order, and none is older than the pathway can need', () => {
    check((life) => {
      const { enrolment } = fold(life)
      for (const [name, readings] of Object.entries(enrolment.readings)) {
        const times = readings.map(({ at }) => at)
        expect(times).toEqual(times.toSorted((left, right) => left - right))
        expect(readings.some(({ marks = [] }) => marks.includes('implausible') || marks.includes('future'))).toBe(false)
        expect(Math.max(enrolment.evaluated, enrolment.woken) - (times[0] ?? Infinity)).toBeLessThanOrEqual(
          pathway.kept.get(name)!.keep,
        )
      }
    })
  })
})

describe('a long life', () => {
  it('does not make the record larger', () => {
    let { enrolment } = start(pathway, {}, began, 'e')
    const sizes: number[] = []
    for (let day = 0; day < 1000; day++) {
      for (const hour of [0, 12]) {
        const now = began + (day * 24 + hour) * 60 * MINUTE
        enrolment = advance(pathway, enrolment, now).enrolment
        enrolment = step(
          pathway,
          enrolment,
          { type: 'submission', readings: [{ id: `${day}-${hour}`, measurement: 'systolic', value: 150, at: now }] },
          now,
        ).enrolment
      }
      sizes.push(JSON.stringify(enrolment).length)
    }
    expect(Math.max(...sizes.slice(500))).toBeLessThanOrEqual(Math.max(...sizes.slice(0, 200)) * 1.1)
  })
})
