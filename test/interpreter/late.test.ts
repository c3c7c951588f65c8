/** Readings that come late, and thresholds that look at no reading: neither tells the same thing twice. */
import { describe, expect, it } from 'vitest'
import type { Condition, Schedule, Transition } from '../../schemas/index.ts'
import { GP, instant, Patient, pathwayOf } from './patient.ts'

const high: Condition = { measurement: 'systolic', above: 180 }
const threshold = (when: Condition) => ({ level: 'amber' as const, route: 'routine', when })

describe('a late reading', () => {
  it('of the other half of a cuff does not raise again what was raised at that moment', () => {
    const when = { any: [high, { measurement: 'diastolic', above: 110 }] }
    const patient = new Patient(pathwayOf({ thresholds: { crisis: threshold(when) } }), '2026-05-01T08:00')
    patient.send('2026-05-02T08:00', { systolic: 190 }).send('2026-05-02T09:00', { systolic: 120, diastolic: 80 })
    expect(patient.send('2026-05-02T09:05', { diastolic: 90 }, '2026-05-02T08:00').alerts).toEqual([])
    expect(patient.send('2026-05-02T09:06', { diastolic: 115 }, '2026-05-02T08:30').alerts).toEqual(['crisis late'])
  })

  it('that is stale is no news for a guard either', () => {
    const states = { watching: { transitions: [{ if: high, to: 'ended' }] }, ended: { exit: 'ended' } }
    const stale = new Patient(pathwayOf({ states }), '2026-05-01T08:00')
    stale.send('2026-05-12T09:00', { systolic: 190 }, '2026-05-11T09:00')
    expect([stale.enrolment.exit, stale.trace!.looks[0]!.condition!.missing]).toEqual([undefined, 'stale'])
    const late = new Patient(pathwayOf({ states }), '2026-05-01T08:00')
    expect(late.send('2026-05-12T09:00', { systolic: 190 }, '2026-05-11T09:01').enrolment.exit).toBe('ended')
  })

  it('that is stale counts where windows stand now, and not at a moment that nobody remembers', () => {
    const peak = threshold({ max: 'systolic', over: '3 days', above: 180 })
    const begin = () => new Patient(pathwayOf({ thresholds: { peak } }), '2026-05-01T08:00')
    expect(begin().send('2026-05-12T09:00', { systolic: 190 }, '2026-05-10T09:00').alerts).toEqual(['peak'])
    expect(begin().send('2026-05-12T09:00', { systolic: 190 }, '2026-05-05T09:00').alerts).toEqual([])
  })

  it('without a time of day that makes sense is kept out', () => {
    const patient = new Patient(pathwayOf({ thresholds: { crisis: threshold(high) } }), '2026-05-01T08:00')
    const reading = { id: 'a', measurement: 'systolic', value: 190, at: Number.NaN }
    expect(patient.happen({ type: 'submission', readings: [reading] }, '2026-05-02T08:00').alerts).toEqual([])
    expect(patient.send('2026-05-02T08:00', { systolic: 190 }).alerts).toEqual(['crisis'])
  })
})

describe('a threshold that looks at no reading', () => {
  const many = threshold({ alerts: 'amber', over: '7 days', atLeast: 1 })

  it('is about now, also when a late reading has just raised an alert', () => {
    const pathway = pathwayOf({ thresholds: { crisis: threshold(high), many } })
    const patient = new Patient(pathway, '2026-05-01T08:00').send('2026-05-02T09:00', { systolic: 120 })
    expect(patient.send('2026-05-02T09:05', { systolic: 190 }, '2026-05-02T08:00').alerts).toEqual([
      'crisis late',
      'many',
    ])
    expect(patient.send('2026-05-02T09:10', { diastolic: 90 }).alerts).toEqual([])
  })

  it('stays true when a reading from before the newest alert comes in', () => {
    const states = { watching: { transitions: [{ after: '1 day', alert: 'routine' }] }, ended: { exit: 'ended' } }
    const patient = new Patient(pathwayOf({ thresholds: { many }, states }), '2026-05-01T08:00')
    expect(patient.wait('2026-05-02T08:00').alerts).toEqual(['watching/0'])
    expect(patient.send('2026-05-02T08:10', { systolic: 120 }).alerts).toEqual(['many'])
    const more = patient.send('2026-05-02T08:20', { systolic: 120 }, '2026-05-02T07:50').alerts
    expect([...more, ...patient.send('2026-05-02T08:30', { systolic: 120 }).alerts]).toEqual([])
  })

  it('is looked at in the state that is entered at the start, and after a yes', () => {
    const facts = { age: { type: 'integer' as const } }
    const old = threshold({ fact: 'age', atLeast: 80 })
    const states = {
      watching: { thresholds: [], transitions: [{ if: high, to: 'calm', confirm: ['gp'] }] },
      calm: {},
      ended: { exit: 'ended' },
    }
    expect(new Patient(pathwayOf({ facts, thresholds: { old } }), '2026-05-01T08:00', { age: 80 }).alerts).toEqual([
      'old',
    ])
    const patient = new Patient(pathwayOf({ facts, thresholds: { old }, states }), '2026-05-01T08:00', { age: 80 })
    patient.send('2026-05-02T08:00', { systolic: 190 })
    const by = { person: 'Gerda', role: 'gp' }
    expect(
      patient.happen({ type: 'answer', proposal: 'watching/0', accept: true, by }, '2026-05-02T09:00').alerts,
    ).toEqual(['old'])
  })
})

describe('unknown', () => {
  it('does not re-arm a threshold, also when it was looked at', () => {
    const when = { any: [high, { measurement: 'complaints', is: true }] }
    const patient = new Patient(pathwayOf({ thresholds: { crisis: threshold(when) } }), '2026-05-01T08:00')
    patient.send('2026-05-02T08:00', { systolic: 190 }).send('2026-05-02T20:00', { complaints: false })
    expect(patient.trace!.looks[0]!.outcome).toBe('unknown')
    expect(patient.send('2026-05-03T08:00', { systolic: 190 }).alerts).toEqual([])
  })
})

describe('a late reading of a first day', () => {
  const week: Schedule = {
    measure: ['systolic'],
    every: '1 day',
    windows: ['06:00-10:00'],
    for: '3 days',
    discard: { first: '1 day' },
  }
  const rest: Transition = { decision: 'rest', by: ['gp'], to: 'resting' }
  const mean: Transition = { if: { mean: 'systolic', over: '7 days', readings: 2, above: 150 }, alert: 'routine' }
  const states = {
    watching: { schedules: ['week'], transitions: [rest, mean] },
    resting: { transitions: [mean] },
    ended: { exit: 'ended' },
  }
  const decide = { type: 'decision', decision: 'rest', by: GP } as const
  const patient = () => new Patient(pathwayOf({ schedules: { week }, states }), '2026-05-01T05:00')

  it('is left out of averages too when its schedule was left meanwhile', () => {
    const late = patient().send('2026-05-02T07:00', { systolic: 140 }).happen(decide, '2026-05-02T12:00')
    expect(late.send('2026-05-02T13:00', { systolic: 200 }, '2026-05-01T07:00').alerts).toEqual([])
    expect(late.trace!.readings[0]!.marks).toEqual(['stale', 'late', 'discarded'])
    expect(late.send('2026-05-02T14:00', { systolic: 200 }).alerts).toEqual(['resting/0'])
  })

  it('or was begun again', () => {
    const again = {
      watching: { schedules: ['week'], transitions: [{ completed: 'week', to: 'watching' }, mean] },
      ended: { exit: 'ended' },
    }
    const late = new Patient(pathwayOf({ schedules: { week }, states: again }), '2026-05-01T05:00')
    late.send('2026-05-02T07:00', { systolic: 140 }).wait('2026-05-03T12:00')
    expect(late.of('completed')).toHaveLength(1)
    late.send('2026-05-03T13:00', { systolic: 200 }, '2026-05-01T07:00')
    expect([late.alerts, late.trace!.readings[0]!.marks]).toEqual([[], ['stale', 'late', 'discarded']])
  })

  it('is remembered once, and forgotten when no reading of then would be kept', () => {
    const back: Transition = { decision: 'back', by: ['gp'], to: 'watching' }
    const there = { ...states, resting: { transitions: [mean, back] } }
    const moving = new Patient(pathwayOf({ schedules: { week }, states: there }), '2026-05-01T05:00')
    for (const hour of ['10', '11', '12']) {
      moving.happen(decide, `2026-05-01T${hour}:00`)
      moving.happen({ type: 'decision', decision: 'back', by: GP }, `2026-05-01T${hour}:30`)
    }
    moving.happen(decide, '2026-05-01T13:00')
    expect(moving.enrolment.leftOut).toEqual([
      { schedule: 'week', from: instant('2026-05-01T05:00'), until: instant('2026-05-02T00:00') },
      { schedule: 'week', from: instant('2026-05-01T10:30'), until: instant('2026-05-03T00:00') },
    ])
    expect(moving.send('2026-06-01T08:00', { systolic: 140 }).enrolment.leftOut).toBeUndefined()
  })
})

describe('a threshold on averages only', () => {
  const mean = threshold({ mean: 'systolic', over: '7 days', readings: 2, above: 150 })
  const decide = { type: 'decision', decision: 'on', by: GP } as const
  const to = (thresholds: string[]) => ({
    watching: { thresholds: [], transitions: [{ decision: 'on', by: ['gp'], to: 'next' }] },
    next: { thresholds },
    ended: { exit: 'ended' },
  })
  const entering = (parts: object) => {
    const patient = new Patient(
      pathwayOf({ thresholds: { mean, crisis: threshold(high) }, ...parts }),
      '2026-05-01T08:00',
    )
    patient.send('2026-05-02T08:00', { systolic: 190 }).send('2026-05-03T08:00', { systolic: 190 })
    return patient
  }

  it('is looked at on entering a state, with the readings that are kept; one on a single value waits for it', () => {
    const patient = entering({ states: to(['mean', 'crisis']) })
    expect(patient.happen(decide, '2026-05-04T08:00').alerts).toEqual(['mean'])
    expect(patient.send('2026-05-04T09:00', { systolic: 190 }).alerts).toEqual(['crisis'])
  })

  it('not when its window has passed by then', () => {
    expect(entering({ states: to(['mean']) }).happen(decide, '2026-05-12T08:00').alerts).toEqual([])
  })

  it('nor where it also needs a value that has just arrived', () => {
    const both = threshold({ all: [high, { mean: 'systolic', over: '7 days', readings: 2, above: 150 }] })
    expect(entering({ thresholds: { both }, states: to(['both']) }).happen(decide, '2026-05-03T08:10').alerts).toEqual(
      [],
    )
  })

  it('is no news in a state when the one before watched it too', () => {
    const states = {
      watching: { transitions: [{ decision: 'on', by: ['gp'], to: 'next' }] },
      next: { transitions: [{ decision: 'on', by: ['gp'], to: 'next' }] },
      ended: { exit: 'ended' },
    }
    const patient = new Patient(
      pathwayOf({ thresholds: { mean, crisis: threshold(high) }, states }),
      '2026-05-01T08:00',
    )
    patient.send('2026-05-02T08:00', { systolic: 190 })
    expect(patient.send('2026-05-03T08:00', { systolic: 190 }).alerts).toEqual(['mean'])
    const onwards = ['2026-05-03T09:00', '2026-05-03T10:00'].flatMap((now) => patient.happen(decide, now).alerts)
    expect([...onwards, ...patient.send('2026-05-03T11:00', { systolic: 190 }).alerts]).toEqual(['crisis'])
    patient.happen(decide, '2026-05-12T08:00')
    expect(patient.enrolment.holding).toEqual({ 'threshold:mean': true })
  })

  it('is told once in one step, however many states it passes', () => {
    const states = {
      watching: { transitions: [{ if: high, to: 'next' }] },
      next: { transitions: [{ if: high, to: 'last' }] },
      last: {},
      ended: { exit: 'ended' },
    }
    const patient = new Patient(pathwayOf({ thresholds: { mean }, states }), '2026-05-01T08:00')
    patient.send('2026-05-02T08:00', { systolic: 140 })
    expect([patient.send('2026-05-03T08:00', { systolic: 190 }).alerts, patient.enrolment.state]).toEqual([
      ['mean'],
      'last',
    ])
  })
})
