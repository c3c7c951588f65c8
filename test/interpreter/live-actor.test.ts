/** The interpreter beside a live XState actor on a simulated clock, where both can say the same: states, phases, `after`, decisions, reports, thresholds. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createActor, createMachine } from 'xstate'
import type { State, Transition } from '../../schemas/index.ts'
import type { Event } from '../../runtime/interpreter/enrolment.ts'
import { start, step } from '../../runtime/interpreter/step.ts'
import { advance } from '../../runtime/interpreter/wake.ts'
import { runs } from '../property.ts'
import { GP, pathwayOf } from './patient.ts'

const MINUTE = 60_000
/** Delays of which no few add up to another: no two things happen at one instant. */
const DELAYS = [1009, 2503, 4507, 8513, 16411, 33013]
const NAMES = ['a', 'b.one', 'b.two', 'c', 'd.one', 'd.two'] as const
const TARGETS = [...NAMES, 'b', 'd', 'ended'] as const
const PLACES = ['a', 'b', 'b.one', 'b.two', 'c', 'd', 'd.one', 'd.two', 'always'] as const
const DECISIONS = ['x', 'y']

type Place = (typeof PLACES)[number]
type Arrow = {
  place: Place
  to: (typeof TARGETS)[number]
  when: 'decision' | 'event' | 'threshold' | 'after'
  which: number
}

/** At most one arrow of a place for each thing that can happen, and every delay once. */
const arrows = fc
  .uniqueArray(
    fc.record<Arrow>({
      place: fc.constantFrom(...PLACES),
      to: fc.constantFrom(...TARGETS),
      when: fc.constantFrom('decision', 'event', 'threshold', 'after'),
      which: fc.nat(DELAYS.length - 1),
    }),
    {
      minLength: 3,
      maxLength: 24,
      selector: ({ place, when, which }) => (when === 'after' ? `after ${which}` : `${place} ${when} ${which % 2}`),
    },
  )
  .map((list) => list.filter(({ place, when }) => place !== 'always' || when !== 'after'))

const happenings = fc.array(
  fc.record({
    wait: fc.integer({ min: 1, max: 9000 }),
    what: fc.constantFrom('decision', 'event', 'threshold'),
    which: fc.nat(1),
  }),
  { minLength: 1, maxLength: 25 },
)

const LIMITS = [180, 200]

function ourTransition({ to, when, which }: Arrow): Transition {
  if (when === 'decision') return { decision: DECISIONS[which % 2]!, by: ['gp'], to }
  if (when === 'event') return { event: `event${which % 2}`, to }
  if (when === 'threshold') return { threshold: `above${which % 2}`, to }
  return { after: `${DELAYS[which]} minutes`, to }
}

function ours(list: Arrow[]) {
  const at = (place: Place): State => ({ transitions: list.filter((one) => one.place === place).map(ourTransition) })
  const phase = (place: 'b' | 'd'): State => ({
    ...at(place),
    initial: 'one',
    states: { one: at(`${place}.one`), two: at(`${place}.two`) },
  })
  const above = (place: 'systolic' | 'diastolic', limit: number) => ({
    level: 'amber' as const,
    route: 'routine',
    when: { measurement: place, above: limit },
  })
  return pathwayOf({
    timezone: 'UTC',
    thresholds: { above0: above('systolic', LIMITS[0]!), above1: above('diastolic', LIMITS[1]! - 50) },
    events: { event0: { title: {} }, event1: { title: {} } },
    initial: 'a',
    states: { a: at('a'), b: phase('b'), c: at('c'), d: phase('d'), ended: { exit: 'ended' } },
    always: at('always').transitions!,
  })
}

/** A clock that runs every timer at its own time, also one that is set by a timer. (XState's own lets them all run at the end.) */
class OrderedClock {
  #now = 0
  #timers = new Map<number, { at: number; run: () => void }>()
  #count = 0

  setTimeout = (run: () => void, delay: number): number => {
    this.#timers.set(++this.#count, { at: this.#now + delay, run })
    return this.#count
  }

  clearTimeout = (id: number): void => void this.#timers.delete(id)

  increment(time: number): void {
    const until = this.#now + time
    for (let due = this.#next(until); due !== undefined; due = this.#next(until)) {
      const { at, run } = this.#timers.get(due)!
      this.#timers.delete(due)
      this.#now = at
      run()
    }
    this.#now = until
  }

  #next(until: number): number | undefined {
    const due = [...this.#timers].filter(([, { at }]) => at <= until)
    return due.toSorted(([, one], [, other]) => one.at - other.at)[0]?.[0]
  }
}

function theirs(list: Arrow[]) {
  // What holds everywhere stands at every outermost state, after its own: XState would leave a phase for one at the root.
  const at = (place: Place) => {
    const on: Record<string, object> = {}
    const after: Record<number, object> = {}
    const always = place.includes('.') ? [] : list.filter((one) => one.place === 'always')
    for (const { to, when, which } of [...always, ...list.filter((one) => one.place === place)]) {
      // To a sub-state of its own a phase goes without leaving itself.
      const target = { target: `#m.${to}`, reenter: !to.startsWith(`${place}.`) }
      if (when === 'after') after[DELAYS[which]! * MINUTE] = target
      else on[`${when}${which % 2}`] = target
    }
    return { on, after }
  }
  const phase = (place: 'b' | 'd') => ({
    ...at(place),
    initial: 'one',
    states: { one: at(`${place}.one`), two: at(`${place}.two`) },
  })
  const machine = createMachine({
    id: 'm',
    initial: 'a',
    states: { a: at('a'), b: phase('b'), c: at('c'), d: phase('d'), ended: { type: 'final' } },
  } as never)
  const clock = new OrderedClock()
  const actor = createActor(machine, { clock }).start()
  return { clock, actor, state: () => nameOf(actor.getSnapshot().value as string | Record<string, string>) }
}

const nameOf = (value: string | Record<string, string>): string =>
  typeof value === 'string' ? value : Object.entries(value)[0]!.join('.')

const began = Date.parse('2026-03-01T00:00Z')

describe('a live actor', () => {
  it('is in the same state at every moment', () => {
    const seen = { moves: 0, phases: 0, exits: 0 }
    fc.assert(
      fc.property(arrows, happenings, (list, life) => {
        const pathway = ours(list)
        const live = theirs(list)
        let { enrolment } = start(pathway, {}, began, 'e')
        let now = began
        const happen = (event: Event): void => {
          const before = enrolment.state
          enrolment = step(pathway, advance(pathway, enrolment, now).enrolment, event, now).enrolment
          if (enrolment.state !== before) seen.moves++
        }
        for (const [index, { wait, what, which }] of life.entries()) {
          now += wait * MINUTE + 500
          live.clock.increment(wait * MINUTE + 500)
          enrolment = advance(pathway, enrolment, now).enrolment
          expect(enrolment.state).toBe(live.state())
          if (enrolment.state.includes('.')) seen.phases++
          if (enrolment.exit !== undefined) {
            seen.exits++
            break
          }
          if (what === 'decision') happen({ type: 'decision', decision: DECISIONS[which]!, by: GP })
          else if (what === 'event') happen({ type: 'report', event: `event${which}`, by: GP })
          else {
            // First a normal value, so that the high one is an edge, as an event is.
            const measurement = which === 0 ? 'systolic' : 'diastolic'
            for (const value of [120, 190])
              happen({ type: 'submission', readings: [{ id: `${index}-${value}`, measurement, value, at: now }] })
          }
          live.actor.send({ type: `${what}${which}` })
          expect(enrolment.state).toBe(live.state())
        }
        live.actor.stop()
      }),
      { numRuns: runs(200) },
    )
    expect(Math.min(seen.moves, seen.phases, seen.exits)).toBeGreaterThan(0)
  })
})
