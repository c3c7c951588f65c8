/** Any pathway: rules about every subject over any window, scores and baselines, states that lead to one another; and lives on it. */
import fc from 'fast-check'
import type { Effect, Event, PauseReason, Reading, Value } from '../../runtime/interpreter/enrolment.ts'
import type { Pathway } from '../../runtime/interpreter/pathway.ts'
import { start, step } from '../../runtime/interpreter/step.ts'
import { nextWake } from '../../runtime/interpreter/wake.ts'
import type { Condition, PathwayDefinition, Score, Threshold } from '../../schemas/index.ts'
import { GP, instant } from './patient.ts'

const numbers = fc.constantFrom('weight', 'pulse', 'worry', 'burden', 'usual-burden')
const over = fc.constantFrom('36 hours', '3 days', '1 week', '2 weeks', '1 month')
/** Beside a window: so many readings at least. */
const least: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant({}),
  fc.integer({ min: 1, max: 4 }).map((readings) => ({ readings })),
)
const limit = fc.integer({ min: 0, max: 9 })

const comparator: fc.Arbitrary<Condition> = fc.oneof(
  limit.map((value) => ({ above: value })),
  limit.map((value) => ({ atLeast: value })),
  limit.map((value) => ({ below: value })),
  limit.map((value) => ({ atMost: value })),
  fc.tuple(limit, limit).map(([one, other]) => ({ between: { from: Math.min(one, other), to: Math.max(one, other) } })),
)
/** A change is small, and half of the time the other way. */
const change: fc.Arbitrary<Condition> = fc.oneof(
  fc.integer({ min: -2, max: 3 }).map((value) => ({ atLeast: value })),
  fc.integer({ min: -3, max: 2 }).map((value) => ({ atMost: value })),
)

const about = (subject: fc.Arbitrary<Condition>, compared = comparator): fc.Arbitrary<Condition> =>
  fc.tuple(subject, compared).map(([one, other]) => ({ ...one, ...other }))

const windowed = (key: 'mean' | 'median' | 'min' | 'max'): fc.Arbitrary<Condition> =>
  about(fc.tuple(numbers, over, least).map(([name, window, few]) => ({ [key]: name, over: window, ...few })))

const newest = fc.integer({ min: 1, max: 6 }).map((most) => ({ last: `${most} readings` }))

/** One condition of every kind. */
export const leaves = {
  measurement: about(fc.record({ measurement: fc.constantFrom('weight', 'pulse') })),
  boolean: fc.boolean().map((is): Condition => ({ measurement: 'fever', is })),
  answer: about(fc.constant<Condition>({ answer: 'worry' })),
  score: about(fc.record({ score: fc.constantFrom('burden', 'usual-burden') })),
  outcome: fc.constantFrom<Condition[]>({ score: 'burden', is: 'heavy' }, { score: 'burden', oneOf: ['light'] }),
  mean: windowed('mean'),
  median: windowed('median'),
  min: windowed('min'),
  max: windowed('max'),
  rise: about(fc.record({ rise: numbers, over }), change),
  fall: about(fc.record({ fall: numbers, over }), change),
  slope: about(
    fc.tuple(numbers, over, least).map(([slope, window, few]) => ({ slope, over: window, ...few })),
    change,
  ),
  deviation: about(
    fc.constantFrom<Condition[]>(
      { deviation: 'weight', from: 'moving' },
      { deviation: 'weight', from: 'completed', percent: true },
      { deviation: 'burden', from: 'entered' },
      { deviation: 'pulse', from: { parameter: 'limit' } },
    ),
    change,
  ),
  count: about(
    fc
      .tuple(
        numbers,
        comparator,
        fc.oneof(
          over.map((text) => ({ over: text })),
          newest,
        ),
        least,
      )
      .map(([name, where, window, few]): Condition => ({ count: name, where, ...window, ...few })),
  ),
  since: fc
    .tuple(fc.constantFrom('weight', 'pulse', 'burden'), fc.constantFrom(20, 48, 200, 900))
    .map(([since, above]): Condition => ({ since, above })),
  missed: about(
    fc
      .tuple(fc.constantFrom('daily', 'weekly'), fc.option(over))
      .map(([missed, window]): Condition => ({ missed, ...(window ? { over: window } : {}) })),
  ),
  missedInARow: fc
    .tuple(fc.constantFrom('daily', 'weekly'), fc.integer({ min: 1, max: 6 }))
    .map(([missed, atLeast]): Condition => ({ missed, atLeast, inARow: true })),
  adherence: fc
    .tuple(fc.constantFrom('daily', 'weekly'), over, fc.constantFrom(20, 50, 80))
    .map(([adherence, window, atLeast]): Condition => ({ adherence, over: window, atLeast })),
  alerts: about(fc.record({ alerts: fc.constantFrom('red', 'amber'), over })),
  fact: about(fc.constant<Condition>({ fact: 'age' })),
  parameter: about(fc.constant<Condition>({ parameter: 'limit' })),
  inState: over.map((inState): Condition => ({ inState })),
} satisfies Record<string, fc.Arbitrary<Condition>>

const leaf: fc.Arbitrary<Condition> = fc.oneof(...Object.values(leaves))

export const conditions: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2 },
    { weight: 5, arbitrary: leaf },
    { weight: 1, arbitrary: fc.array(tie('any'), { minLength: 2, maxLength: 3 }).map((all) => ({ all })) },
    { weight: 1, arbitrary: fc.array(tie('any'), { minLength: 2, maxLength: 3 }).map((any) => ({ any })) },
    { weight: 1, arbitrary: tie('any').map((not) => ({ not })) },
  ),
})).any

const threshold: fc.Arbitrary<Threshold> = fc
  .tuple(
    fc.constantFrom('red' as const, 'amber' as const),
    conditions,
    fc.option(fc.constantFrom('1 hour', '5 days')),
    fc.constantFrom('30 minutes', '2 days'),
  ) // prettier-ignore
  .map(([level, when, within, together]) => ({
    level,
    route: 'routine',
    when,
    together,
    ...(within ? { remeasure: { within } } : {}),
  }))

const within = fc.constantFrom('30 minutes', '1 day', '1 week')

/** Points of what was sent, and of their own course: a score over a score. */
const scores = fc
  .tuple(within, fc.integer({ min: 0, max: 2 }), fc.constantFrom('sum' as const, 'mean' as const), over)
  .map(([old, atMost, combine, window]): Record<string, Score> => ({
    burden: {
      combine,
      within: old,
      inputs: {
        weight: { measurement: 'weight' },
        pulse: { measurement: 'pulse', bands: [{ below: 5, points: 0 }, { points: 2 }] },
        worry: { answer: 'worry' },
      },
      missing: { atMost },
      outcomes: [{ outcome: 'heavy', atLeast: 9 }, { outcome: 'light' }],
    },
    'usual-burden': {
      combine: 'mean',
      within: old,
      inputs: { now: { score: 'burden' }, before: { mean: 'burden', over: window } },
      missing: { atMost: 1 },
    },
  }))

const statistic = fc.constantFrom('mean' as const, 'median' as const, 'min' as const, 'max' as const, 'latest' as const)
const stale = fc.constantFrom('12 hours', '24 hours', '7 days', '1 month')

/** Rules about everything, in two states that a patient goes to and fro between. */
export const anyParts: fc.Arbitrary<Partial<PathwayDefinition>> = fc
  .record({
    stales: fc.tuple(stale, stale, stale),
    scores,
    statistic,
    windows: fc.tuple(over, over, over),
    rules: fc.array(threshold, { minLength: 1, maxLength: 3 }),
    guards: fc.array(conditions, { minLength: 2, maxLength: 4 }),
    discard: fc.boolean(),
  })
  .map(({ stales, scores: made, statistic: of, windows, rules, guards, discard }) => ({
    facts: { age: { type: 'integer' } },
    measurements: {
      weight: { precision: 0.1, stale: stales[0], plausible: { from: 0, to: 10 } },
      pulse: { precision: 1, stale: stales[1] },
      fever: { type: 'boolean' },
    },
    questionnaires: {
      mood: { stale: stales[2], items: { worry: { ask: { nl: 'Zorgen?' }, scale: { from: 0, to: 10 } } } },
    },
    parameters: { limit: { default: 5, from: 0, to: 9, setBy: ['gp'] } },
    scores: made,
    baselines: {
      moving: { of: 'weight', statistic: of, over: windows[0] },
      completed: { of: 'weight', statistic: of, over: windows[1], taken: { completed: 'weekly' } },
      entered: { of: 'burden', statistic: of, over: windows[2], taken: { entering: 'resting' } },
    },
    schedules: {
      daily: { measure: ['weight', 'pulse'], every: '1 day', windows: ['07:00-10:00', '19:00-22:00'], missedAfter: '1 hour', remind: '1 hour', ...(discard ? { discard: { first: '1 day' } } : {}) }, // prettier-ignore
      weekly: { measure: ['weight', 'mood'], every: '1 week', windows: ['08:00-20:00'], for: '2 weeks' },
    },
    thresholds: Object.fromEntries(rules.map((rule, index) => [`rule-${index}`, rule])),
    states: {
      watching: {
        schedules: ['daily', 'weekly'],
        transitions: [
          ...guards.map((guard) => ({ if: guard, alert: 'routine' })),
          { decision: 'rest', by: ['gp'], to: 'resting' },
          { completed: 'weekly', alert: 'routine' },
        ],
      },
      resting: {
        schedules: ['daily'],
        transitions: [...guards.map((guard) => ({ if: guard, alert: 'routine' })), { after: '1 week', to: 'watching' }],
      },
    },
  }))

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
export const began = instant('2026-03-10T07:00')

/** Minutes: hours mostly, days sometimes, weeks now and then. */
const minutes = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 12 * 60 }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 * 24 * 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 50 * 24 * 60 }) },
)
const sent = fc.record(
  {
    weight: fc.integer({ min: 0, max: 105 }).map((tenths) => tenths / 10),
    pulse: fc.integer({ min: 0, max: 10 }),
    worry: fc.integer({ min: 0, max: 10 }),
    fever: fc.boolean(),
  },
  { requiredKeys: [] },
)
const happenings = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      late: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: minutes }),
      values: sent,
    }),
  },
  fc.record({
    kind: fc.constant('correct' as const),
    back: fc.integer({ min: 1, max: 6 }),
    measurement: fc.constantFrom('weight', 'pulse', 'worry'),
    value: fc.option(fc.integer({ min: 0, max: 10 })),
  }),
  fc.record({ kind: fc.constant('rest' as const) }),
  fc.record({ kind: fc.constant('limit' as const), value: fc.integer({ min: 0, max: 9 }) }),
  fc.record({
    kind: fc.constant('pause' as const),
    reason: fc.constantFrom<PauseReason[]>('holiday', 'outage'),
    from: fc.integer({ min: -5, max: 5 }),
    days: fc.integer({ min: 1, max: 20 }),
  }),
)

export const anyLife = fc.array(fc.record({ wait: minutes, what: happenings }), { minLength: 1, maxLength: 40 })
export type AnyLife = typeof anyLife extends fc.Arbitrary<infer Life> ? Life : never

function eventOf(what: AnyLife[number]['what'], now: number, count: number): Event {
  if (what.kind === 'correct')
    return { type: 'correction', reading: `${count - what.back}-${what.measurement}`, value: what.value, by: GP }
  if (what.kind === 'rest') return { type: 'decision', decision: 'rest', by: GP }
  if (what.kind === 'limit') return { type: 'parameter', parameter: 'limit', value: what.value, by: GP }
  if (what.kind === 'pause') {
    const from = now + what.from * DAY
    return { type: 'pause', pause: { reason: what.reason, from, until: from + what.days * DAY } }
  }
  const readings = Object.entries(what.values as Record<string, Value>).map(([measurement, value]): Reading => ({
    id: `${count}-${measurement}`,
    measurement,
    value,
    at: now - what.late * MINUTE,
  }))
  return { type: 'submission', readings }
}

/** What comes of a life, event by event, with the wake-ups before each. */
export function live(pathway: Pathway, life: AnyLife): Effect[][] {
  let { enrolment } = start(pathway, { age: 5 }, began, 'e')
  let now = began
  return life.map(({ wait, what }, count) => {
    now += wait * MINUTE
    const effects: Effect[] = []
    const happen = (event: Event, at: number): void => {
      const result = step(pathway, enrolment, event, at)
      enrolment = result.enrolment
      effects.push(...result.effects)
    }
    // As the engine does it: nothing but the steps themselves brings the record up to date.
    for (let at = nextWake(pathway, enrolment); at !== null && at <= now; at = nextWake(pathway, enrolment))
      happen({ type: 'wake' }, at)
    happen(eventOf(what, now, count), now)
    return effects
  })
}
