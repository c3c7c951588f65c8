/** What must hold for every life of a patient: order of arrival, what has nothing to do with it, a host that falls over, a decision. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Enrolment } from '../../runtime/interpreter/enrolment.ts'
import { start, step } from '../../runtime/interpreter/step.ts'
import { advance, nextWake } from '../../runtime/interpreter/wake.ts'
import { runs } from '../property.ts'
import { GP, instant, pathwayOf } from './patient.ts'
import { began, HOUR, MINUTE, pathway, play, submissions, type Told } from './submissions.ts'

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
})
