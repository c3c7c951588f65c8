/** A snooze: survives what was known, is broken by what is worse, ends at its moment, and never covers what is missing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alert, compileRoutes, noAlerts, type PatientAlerts, type RaisedFiring } from '../../runtime/alerts/index.ts'
import { aboutOf } from '../../runtime/alerts/side.ts'
import type { Reading, Value } from '../../runtime/interpreter/enrolment.ts'
import type { Condition, PathwayDefinition } from '../../schemas/index.ts'
import { runs } from '../property.ts'
import { at, definition as base, firing as baseFiring, TimeLine, zone } from './time-line.ts'

const by = { person: 'n1', role: 'centre-nurse' }
const definition: PathwayDefinition = {
  ...base,
  thresholds: {
    ...base.thresholds,
    either: {
      level: 'amber',
      route: 'next-day',
      when: {
        any: [
          { measurement: 'systolic', above: 180 },
          { measurement: 'diastolic', atLeast: 110 },
        ],
      },
    },
    mean: { level: 'amber', route: 'next-day', when: { mean: 'systolic', over: '7 days', atLeast: 135 } },
    complaints: { level: 'amber', route: 'next-day', when: { measurement: 'complaints', is: true } },
  },
  states: {
    measuring: {
      transitions: [
        { if: { missed: 'daily', atLeast: 4, inARow: true }, alert: 'routine' },
        { after: '4 weeks', alert: 'routine' },
      ],
    },
  },
}
const routes = () => compileRoutes({ definition, zone })
const when = at('2026-03-27T10:00')
const DAY = 24 * 60 * 60_000

let numbers = 0
const reading = (measurement: string, value: Value): Reading => ({ id: `r${++numbers}`, measurement, value, at: when })
const firing = (threshold: string, because: Reading[], more: Partial<RaisedFiring> = {}): RaisedFiring => ({
  ...baseFiring('low'),
  key: `threshold:${threshold}`,
  threshold,
  level: 'amber',
  route: 'next-day',
  because,
  ...more,
})

function raised(...firings: RaisedFiring[]): PatientAlerts {
  return alert(routes, noAlerts('p'), { type: 'raised', firings }, when).alerts
}

const snoozeOf = (alerts: PatientAlerts, until = when + 2 * DAY, known: Reading[] = []) =>
  alert(routes, alerts, { type: 'snoozed', alert: 'p-1', until, by, known }, when)

function snoozed(threshold: string, ...because: Reading[]): PatientAlerts {
  return snoozeOf(raised(firing(threshold, because))).alerts
}

const seen = (alerts: PatientAlerts, ...readings: Reading[]) =>
  alert(routes, alerts, { type: 'raised', firings: [], readings }, when + 60_000)

describe('a snooze', () => {
  it('stops the climb, names its causes and shows its end', () => {
    const { alerts, effects } = snoozeOf(raised(firing('crisis', [reading('systolic', 188)])))
    expect(effects.map(({ type }) => type)).toEqual(['snoozed'])
    const [open] = alerts.open
    expect(open).toMatchObject({ status: 'snoozed', snoozed: { until: when + 2 * DAY, by } })
    expect(open!.snoozed!.causes).toMatchObject([{ measurement: 'systolic', worse: 'up', seen: [{ value: 188 }] }])
    expect(alert(routes, alerts, { type: 'wake' }, when + DAY).effects).toEqual([])
  })

  it.each([
    ['an equal reading', 188],
    ['a lower reading that is alarming still', 182],
    ['a normal reading', 120],
  ])('survives %s', (_what, value) => {
    const { alerts, effects } = seen(snoozed('crisis', reading('systolic', 188)), reading('systolic', value))
    expect(effects).toEqual([])
    expect(alerts.open[0]!.status).toBe('snoozed')
  })

  it('is broken by a reading that goes further, though no threshold fires: the route starts again', () => {
    const { alerts, effects } = seen(snoozed('crisis', reading('systolic', 188)), reading('systolic', 189))
    expect(effects).toMatchObject([
      { type: 'unsnoozed', reason: 'worse', reading: { value: 189 } },
      { type: 'told', step: { party: 'centre-nurse', index: 0, since: when + 60_000 }, reason: 'snooze-broken' },
    ])
    expect(alerts.open[0]).toMatchObject({ status: 'open' })
    expect(alerts.open[0]).not.toHaveProperty('snoozed')
  })

  it('goes down where lower is worse', () => {
    const low = snoozed('low', reading('systolic', 95))
    expect(seen(low, reading('systolic', 96), reading('systolic', 150)).effects).toEqual([])
    expect(seen(low, reading('systolic', 94)).effects[0]).toMatchObject({ type: 'unsnoozed' })
  })

  it('counts what was known when it was snoozed, and the other half of an either-or from its limit', () => {
    const { alerts } = snoozeOf(raised(firing('either', [reading('systolic', 184)])), when + DAY, [
      reading('systolic', 195),
    ])
    expect(seen(alerts, reading('systolic', 195), reading('diastolic', 109)).effects).toEqual([])
    expect(seen(alerts, reading('diastolic', 110)).effects[0]).toMatchObject({ type: 'unsnoozed' })
    expect(seen(alerts, reading('systolic', 195.5)).effects[0]).toMatchObject({ type: 'unsnoozed' })
  })

  it('moves along with a mean: a high reading in place of a higher one is not worse', () => {
    const taken = (value: number, days: number): Reading => ({ ...reading('systolic', value), at: when + days * DAY })
    const mean = snoozed('mean', taken(150, -6), taken(130, -5), taken(140, -4))
    const once = seen(mean, taken(149, 1)) // 130 140 149, was 150 130 140
    expect(once.effects).toEqual([])
    const twice = seen(once.alerts, taken(140, 2)) // 140 149 140: higher than 130 140 149
    expect(twice.effects[0]).toMatchObject({ type: 'unsnoozed', reason: 'worse' })
  })

  it('is broken when a reading behind it is corrected to something worse, not to something better', () => {
    const cuff = reading('systolic', 188)
    const start = snoozed('crisis', cuff)
    expect(seen(start, { ...cuff, value: 182 }).effects).toEqual([])
    expect(seen(start, { ...cuff, value: 218 }).effects[0]).toMatchObject({ type: 'unsnoozed', reason: 'worse' })
    const [first, ...others] = [150, 130, 140].map((value) => reading('systolic', value)) as [Reading, Reading, Reading]
    const mean = snoozed('mean', first, ...others)
    const better = seen(mean, { ...first, value: 120 })
    expect(better.effects).toEqual([])
    expect(seen(mean, { ...first, value: 151 }).effects[0]).toMatchObject({ type: 'unsnoozed' })
    expect(seen(better.alerts, { ...first, value: 121 }).effects[0]).toMatchObject({ type: 'unsnoozed' })
  })

  it('is held against nothing that was withdrawn, before it or since', () => {
    const [slip, cuff] = [reading('systolic', 290), reading('systolic', 184)]
    const withdraw = (alerts: PatientAlerts) =>
      alert(routes, alerts, { type: 'corrected', enrolment: 'e1', keys: [], untrue: [], reading: slip.id, value: null, by }, when) // prettier-ignore
    const start = raised(firing('crisis', [slip, cuff]))
    const before = snoozeOf(withdraw(start).alerts).alerts
    const since = withdraw(snoozeOf(start, undefined, [slip, cuff]).alerts).alerts
    for (const alerts of [before, since]) {
      expect(alerts.open[0]!.status).toBe('snoozed')
      expect(seen(alerts, reading('systolic', 200)).effects[0]).toMatchObject({ type: 'unsnoozed' })
    }
  })

  it('of a mean does not count what averages leave out', () => {
    const first: Reading = { ...reading('systolic', 190), marks: ['discarded'] }
    const [one, other] = [reading('systolic', 140), reading('systolic', 140)]
    const { alerts } = snoozeOf(raised(firing('mean', [one, other])), undefined, [first, one, other])
    expect(alerts.open[0]!.snoozed!.causes[0]!.seen).toHaveLength(2)
    expect(seen(alerts, { ...reading('systolic', 190), marks: ['discarded'] }).effects).toEqual([])
    expect(seen(alerts, reading('systolic', 141)).effects[0]).toMatchObject({ type: 'unsnoozed' })
  })

  it('survives the same answer again', () => {
    const yes = snoozed('complaints', reading('complaints', true))
    expect(seen(yes, reading('complaints', false), reading('complaints', true)).effects).toEqual([])
  })

  it('is broken by a higher level and by another threshold, not by the same one again', () => {
    const cuff = reading('systolic', 188)
    const start = snoozed('crisis', cuff)
    const raise = (one: RaisedFiring) => alert(routes, start, { type: 'raised', firings: [one] }, when + 60_000)
    const kinds = (one: RaisedFiring) => raise(one).effects.map(({ type }) => type)
    expect(kinds(firing('crisis', [reading('systolic', 188)]))).toEqual(['joined'])
    expect(kinds(firing('crisis', [reading('systolic', 188)], { level: 'red', route: 'urgent' }))).toEqual(['worse', 'told']) // prettier-ignore
    expect(kinds(firing('mean', [cuff]))).toEqual(['joined', 'unsnoozed', 'told'])
    expect(raise(firing('mean', [cuff])).alerts.open[0]!.status).toBe('open')
  })

  it('ends at its moment: the same step again, with its whole time', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', baseFiring('crisis', { because: [reading('systolic', 188)] }))
    line.until('2026-03-27T15:00') // nobody answered in 4 hours: with the GP now
    const until = at('2026-03-30T09:00')
    line.alerts = alert(
      routes,
      line.alerts,
      { type: 'snoozed', alert: 'p-1', until, by },
      at('2026-03-27T15:00'),
    ).alerts
    line.until('2026-03-30T08:59')
    expect(line.told).toEqual([])
    line.until('2026-03-30T09:00')
    expect(line.kinds).toEqual(['unsnoozed', 'told'])
    expect(line.told).toEqual(['09:00 gp worklist snooze-ended'])
    expect(line.alerts.open[0]).toMatchObject({ status: 'open', step: { index: 1, deadline: at('2026-03-31T09:00') } })
  })

  it.each([
    ['what is missing', 'transition:measuring/0', { because: [] }, 'missing-data'],
    ['the time that something takes', 'transition:measuring/1', { because: [] }, 'nothing-to-compare'],
    [
      'what could not be assessed',
      'system:not-assessed',
      { because: [reading('systolic', 120)] },
      'nothing-to-compare',
    ],
  ])('never covers %s', (_what, key, more, code) => {
    const { threshold: _none, ...rest } = firing('crisis', [])
    const alerts = raised({ ...rest, key, ...more })
    const result = snoozeOf(alerts)
    expect(result.effects).toMatchObject([{ type: 'refused', code }])
    expect(result.alerts).toBe(alerts)
  })

  it('is not covered either when it is under another alert, or comes while that is snoozed', () => {
    const cuff = reading('systolic', 188)
    const missing = firing('crisis', [], { key: 'transition:measuring/0' })
    const together = raised(firing('crisis', [cuff]), missing)
    expect(snoozeOf(together).effects).toMatchObject([{ code: 'missing-data' }])
    const later = alert(routes, snoozed('crisis', cuff), { type: 'raised', firings: [missing] }, when + 60_000)
    expect(later.effects.map(({ type }) => type)).toEqual(['raised', 'told'])
  })

  it.each([0, -1, 15 * DAY])('of %d milliseconds is refused', (length) => {
    const alerts = raised(firing('crisis', [reading('systolic', 188)]))
    expect(snoozeOf(alerts, when + length).effects).toMatchObject([{ type: 'refused', code: 'bad-until' }])
  })

  it('of nothing is refused; acknowledging or closing ends it', () => {
    expect(snoozeOf(noAlerts('p')).effects).toMatchObject([{ code: 'unknown-alert' }])
    const start = snoozed('crisis', reading('systolic', 188))
    const taken = alert(routes, start, { type: 'acknowledged', alert: 'p-1', by }, when)
    expect(taken.alerts.open[0]).toMatchObject({ status: 'acknowledged' })
    expect(taken.alerts.open[0]).not.toHaveProperty('snoozed')
    const closed = alert(routes, start, { type: 'resolved', alert: 'p-1', by, outcome: 'acted' }, when)
    expect(closed.alerts.open).toEqual([])
  })

  it('never hides something worse: whatever comes, what is beyond all that was known breaks it', () => {
    const values = fc.integer({ min: 60, max: 260 })
    fc.assert(
      fc.property(fc.integer({ min: 181, max: 250 }), fc.array(values, { maxLength: 12 }), (first, later) => {
        let alerts = snoozed('crisis', reading('systolic', first))
        for (const value of later) {
          const before = alerts.open[0]!.status
          alerts = seen(alerts, reading('systolic', value)).alerts
          if (before === 'snoozed') expect(alerts.open[0]!.status).toBe(value > first ? 'open' : 'snoozed')
        }
      }),
      { numRuns: runs(200) },
    )
  })
})

describe('which side is alarming', () => {
  const side = (condition: Condition) => aboutOf(condition).sides[0]
  it.each<[string, Condition, object | undefined]>([
    ['above', { measurement: 'a', above: 5 }, { worse: 'up', limit: 5 }],
    ['atMost', { measurement: 'a', atMost: 5 }, { worse: 'down', limit: 5 + 1e-6 }],
    ['a personal limit', { measurement: 'a', above: { parameter: 'p' } }, { worse: 'up' }],
    ['not', { not: { measurement: 'a', atLeast: 5 } }, { worse: 'down', limit: 5 }],
    ['not not', { not: { not: { measurement: 'a', above: 5 } } }, { worse: 'up', limit: 5 }],
    ['a rise', { rise: 'a', over: '3 days', atLeast: 2 }, { worse: 'up' }],
    ['a fall', { fall: 'a', over: '3 days', atLeast: 2 }, { worse: 'down' }],
    ['n of m', { count: 'a', where: { below: 90 }, last: '5 readings', atLeast: 3 }, { worse: 'down', limit: 90 }],
    [
      'too few of m',
      { count: 'a', where: { above: 90 }, over: '7 days', below: 3 },
      { worse: 'down', limit: 90 + 1e-6 },
    ],
    ['a band', { measurement: 'a', between: { from: 1, to: 2 } }, { worse: 'given', alarming: { from: 1, to: 2 } }],
    ['an outcome', { score: 'a', oneOf: ['high'] }, { worse: 'given', alarming: ['high'] }],
    ['outside a band', { not: { measurement: 'a', between: { from: 1, to: 2 } } }, undefined],
    ['a fact', { fact: 'age', above: 70 }, undefined],
  ])('of %s', (_what, condition, expected) => {
    if (expected === undefined) expect(side(condition)).toBeUndefined()
    else expect(side(condition)).toEqual({ measurement: 'a', ...expected })
  })

  it.each<Condition>([
    { missed: 's', atLeast: 1 },
    { adherence: 's', below: 80 },
    { since: 'a', above: 48 },
  ])('is none of missing data: %j', (condition) => {
    expect(aboutOf({ all: [condition] })).toEqual({ sides: [], missingData: true })
  })
})
