/** What must hold for every life of a patient: order of arrival, what has nothing to do with it, a host that falls over, a new version. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PathwayDefinition } from '../../schemas/index.ts'
import type { Effect, Enrolment, Event, Reading } from '../../runtime/interpreter/enrolment.ts'
import { start, step } from '../../runtime/interpreter/step.ts'
import { upgrade } from '../../runtime/interpreter/upgrade.ts'
import { advance, nextWake } from '../../runtime/interpreter/wake.ts'
import { runs } from '../property.ts'
import { GP, instant, Patient, pathwayOf } from './patient.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const began = instant('2026-03-10T07:00')

const parts: Partial<PathwayDefinition> = {
  thresholds: {
    crisis: {
      level: 'red',
      route: 'routine',
      when: { measurement: 'systolic', above: 180 },
      remeasure: { within: '15 minutes' },
    },
    mean: { level: 'amber', route: 'routine', when: { mean: 'systolic', over: '3 days', readings: 2, atLeast: 140 } },
    rise: { level: 'amber', route: 'routine', when: { rise: 'diastolic', over: '3 days', atLeast: 20 } },
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
const pathway = pathwayOf(parts)

/** Submissions at minutes after the start, some of them late. */
const submissions = fc
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
type Told = { now: number; event: Event }

function play(events: Told[], on = pathway): { enrolment: Enrolment; effects: { at: number; effect: Effect }[] } {
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

describe('readings of one window that come in time', () => {
  it('give the same windows in whatever order they arrive, alone or together', () => {
    const window = fc
      .array(
        fc.record({ measurement: fc.constantFrom('systolic', 'diastolic'), minute: fc.integer({ min: 0, max: 120 }) }),
        { minLength: 1, maxLength: 8 },
      )
      .chain((readings) =>
        fc.tuple(
          fc.constant(readings),
          fc.shuffledSubarray(readings, { minLength: readings.length }),
          fc.array(fc.integer({ min: 121, max: 239 }), { minLength: readings.length, maxLength: readings.length }),
        ),
      )
    fc.assert(
      fc.property(window, ([inOrder, shuffled, arrivals]) => {
        const opens = instant('2026-03-10T08:00')
        const arriving = (list: typeof inOrder, at: number[]): Told[] =>
          list.map(({ measurement, minute }, index) => ({
            now: opens + at[index]! * MINUTE,
            event: {
              type: 'submission',
              readings: [{ id: `${measurement}-${minute}`, measurement, value: 120, at: opens + minute * MINUTE }],
            },
          }))
        const together: Told = {
          now: opens + 125 * MINUTE,
          event: {
            type: 'submission',
            readings: arriving(inOrder, arrivals).flatMap(({ event }) =>
              event.type === 'submission' ? event.readings : [],
            ),
          },
        }
        const sorted = arrivals.toSorted((one, other) => one - other)
        const closed = [arriving(inOrder, sorted), arriving(shuffled, sorted), [together]].map((events) => {
          const { enrolment } = advance(pathway, play(events).enrolment, opens + 5 * HOUR)
          return enrolment.schedules['plan']!.closed
        })
        expect(closed[0]).toHaveLength(1)
        expect(closed[1]).toEqual(closed[0])
        expect(closed[2]).toEqual(closed[0])
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('a reading that has nothing to do with it', () => {
  const at = fc.array(
    fc.record({ minute: fc.integer({ min: 1, max: 15 * 24 * 60 }), late: fc.integer({ min: -9, max: 600 }) }),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  const amid = (events: Told[], measurement: string, others: { minute: number; late: number }[]): Told[] => {
    const last = events.at(-1)!.now
    const unrelated = others.map(({ minute, late }, index): Told => {
      const now = began + minute * MINUTE
      return {
        now,
        event: {
          type: 'submission',
          readings: [{ id: `other-${index}`, measurement, value: 37, at: now - late * MINUTE }],
        },
      }
    })
    return [...events, ...unrelated.filter(({ now }) => now < last)].toSorted((one, other) => one.now - other.now)
  }

  /** That a reading came after another one was looked at is written on it, whatever that other one was. */
  const unmarked = <Value>(value: Value): Value =>
    JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'marks' ? undefined : part))) as Value

  it('changes no decision: of another pathway', () => {
    fc.assert(
      fc.property(submissions, at, (events, others) => {
        const [without, amidst] = [play(events), play(amid(events, 'glucose', others))]
        expect(amidst).toEqual(without)
      }),
      { numRuns: runs(60) },
    )
  })

  it('nor of this one, where no rule looks at it: thresholds, windows and stays', () => {
    fc.assert(
      fc.property(submissions, at, (events, others) => {
        const [without, amidst] = [play(events), play(amid(events, 'temperature', others))]
        expect(unmarked(amidst.effects)).toEqual(unmarked(without.effects))
        const { state, since, phaseSince, schedules, holding, acted, remeasuring } = unmarked(without.enrolment)
        expect(unmarked(amidst.enrolment)).toMatchObject({
          state,
          since,
          schedules,
          holding,
          acted,
          remeasuring,
          ...(phaseSince ? { phaseSince } : {}),
        })
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('a host that may fall over at any moment', () => {
  /** Works on what is stored only; `falls` says at which attempts it falls over before it has stored what it did. */
  function host(events: Told[], falls: boolean[]): { stored: string; log: string[] } {
    let stored = JSON.stringify(start(pathway, {}, began, 'e').enrolment)
    let done = 0
    let attempt = 0
    const log: string[] = []
    while (done < events.length) {
      const { now, event } = events[done]!
      const enrolment = JSON.parse(stored) as Enrolment
      const wake = nextWake(pathway, enrolment)
      const isDue = wake !== null && wake <= now
      const at = isDue ? wake : now
      const result = step(pathway, enrolment, isDue ? { type: 'wake' } : event, at)
      if (falls[attempt++ % falls.length] && attempt < 5000) continue
      stored = JSON.stringify(result.enrolment)
      log.push(JSON.stringify([at, result.effects]))
      if (!isDue) done++
    }
    return { stored, log }
  }

  it('loses no wake-up and doubles none', () => {
    fc.assert(
      fc.property(submissions, fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (events, falls) => {
        expect(host(events, [...falls, false])).toEqual(host(events, [false]))
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('moving to another version at any moment', () => {
  const next = (changed: Partial<PathwayDefinition>, timers?: 'restart') =>
    pathwayOf({ ...parts, version: '1.1.0', upgrade: [{ from: '1.x', ...(timers ? { timers } : {}) }], ...changed })
  const { crisis: _, ...fewer } = parts.thresholds!
  const versions = [
    next({}),
    next({}, 'restart'),
    next({
      thresholds: fewer,
      states: { ...parts.states!, watching: { ...parts.states!['watching'], transitions: [] } },
    }),
    next({ schedules: { plan: { ...parts.schedules!['plan']!, windows: ['07:00-09:00'], for: '5 days' } } }),
    next({
      states: {
        ...parts.states!,
        watching: { schedules: ['plan'], transitions: [{ threshold: 'crisis', to: 'acute' }] },
        acute: { schedules: ['plan'], transitions: [{ after: '2 days', to: 'watching' }] },
      },
    }),
  ]
  const moves = (check: (before: Enrolment, now: number, version: number) => void) =>
    fc.assert(
      fc.property(submissions, fc.nat(600), fc.nat(versions.length - 1), (events, wait, version) => {
        const now = events.at(-1)!.now + wait * MINUTE
        const { enrolment } = advance(pathway, play(events).enrolment, now)
        check(enrolment, now, version)
      }),
      { numRuns: runs(60) },
    )

  it('loses nobody: who is moved waits for nothing that is past, keeps the parameters and goes on; the others are told why', () => {
    moves((before, now, version) => {
      const to = versions[version]!
      const result = upgrade(pathway, to, before, now)
      if ('blocked' in result) {
        expect([result, before.state.startsWith('acute.'), version]).toEqual([
          { blocked: 'no-state', about: before.state },
          true,
          4,
        ])
        return
      }
      const { enrolment, effects } = result
      expect([enrolment.version, enrolment.id, to.states.has(enrolment.state)]).toEqual(['1.1.0', 'e', true])
      expect(nextWake(to, enrolment) ?? Infinity).toBeGreaterThan(now)
      const told = effects.flatMap((effect) => (effect.type === 'alert' ? [effect.firing.threshold] : []))
      for (const id of Object.keys(before.remeasuring))
        expect([...told, ...Object.keys(enrolment.remeasuring)]).toContain(id)
      expect(JSON.stringify(enrolment).length).toBeLessThan(JSON.stringify(before).length * 1.2 + 2000)
      advance(to, enrolment, now + 30 * 24 * HOUR)
    })
  })

  it('in which nothing changed leaves everything and every due time as it was', () => {
    moves((before, now) => {
      const to = versions[0]!
      const result = upgrade(pathway, to, before, now)
      if ('blocked' in result) throw new Error(result.blocked)
      const { enrolment } = step(pathway, before, { type: 'wake' }, now)
      expect(result.enrolment).toEqual({ ...enrolment, version: '1.1.0' })
      const later = (of: typeof pathway, one: Enrolment) =>
        advance(of, one, now + 30 * 24 * HOUR).steps.map(({ at, result: { effects } }) => [at, effects])
      expect(later(to, result.enrolment)).toEqual(later(pathway, before))
    })
  })
})

it('a decision that is possible is taken or refused, never lost', () => {
  const states = {
    watching: {
      transitions: [
        { if: { mean: 'systolic' as const, over: '2 days', below: 150 }, to: 'calm' },
        { decision: 'go', by: ['gp'], if: { mean: 'systolic' as const, over: '5 days', below: 160 }, to: 'gone' },
      ],
    },
    calm: { transitions: [{ decision: 'back', by: ['gp'], to: 'watching' }] },
    gone: { transitions: [{ after: '2 days', to: 'watching' }] },
    ended: { exit: 'ended' },
  }
  const on = pathwayOf({ states })
  fc.assert(
    fc.property(submissions, fc.nat(5 * 24 * 60), (events, wait) => {
      const played = play(events, on)
      const now = events.at(-1)!.now + wait * MINUTE
      const before = advance(on, played.enrolment, now).enrolment
      const { effects, marks } = step(on, before, { type: 'decision', decision: 'go', by: GP }, now)
      const taken = effects.some((effect) => effect.type === 'entered' && effect.transition === 'watching/1')
      expect([taken, effects.some(({ type }) => type === 'refused')].filter(Boolean)).toHaveLength(1)
      if (taken) expect(marks.fired).toContain('watching/1')
    }),
    { numRuns: runs(100) },
  )
  expect(new Patient(on, '2026-03-10T07:00').enrolment.state).toBe('watching')
})
