/** Readings that were wrong: put right or taken out afterwards, and what had come of them. */
import { describe, expect, it } from 'vitest'
import type { Condition, Score, State } from '../../schemas/index.ts'
import type { Value } from '../../runtime/interpreter/enrolment.ts'
import { GP, Patient, pathwayOf } from './patient.ts'

const high: Condition = { measurement: 'systolic', above: 180 }
const threshold = (when: Condition, more: object = {}) => ({ level: 'amber' as const, route: 'routine', when, ...more })
const ended: State = { exit: 'ended' }
const from = '2026-05-01T08:00'
const correct = (reading: string, value: Value | null) => ({ type: 'correction', reading, value, by: GP }) as const
const with180 = (more: object = {}) => new Patient(pathwayOf({ thresholds: { crisis: threshold(high, more) } }), from)
const told = (patient: Patient) => patient.of('corrected').map(({ keys, untrue }) => ({ keys, untrue }))

describe('a reading on which an alert rested', () => {
  const wrong = () => with180().send('2026-05-02T08:00', { systolic: 190 })

  it('put right: the alert is told to be untrue, and the next high reading is news again', () => {
    const patient = wrong().happen(correct('reading-1', 119), '2026-05-02T09:00')
    expect(patient.effects).toEqual([
      { type: 'corrected', reading: 'reading-1', keys: ['threshold:crisis'], untrue: ['threshold:crisis'] },
    ])
    expect(patient.enrolment.readings['systolic']).toMatchObject([{ value: 119, marks: ['corrected'] }])
    expect(patient.send('2026-05-02T10:00', { systolic: 190 }).alerts).toEqual(['crisis'])
  })

  it('put right, and still too high: the alert stands', () => {
    const patient = wrong().happen(correct('reading-1', 185), '2026-05-02T09:00')
    expect(told(patient)).toEqual([{ keys: ['threshold:crisis'], untrue: [] }])
    expect(patient.send('2026-05-02T10:00', { systolic: 190 }).alerts).toEqual([])
  })

  it('taken out: it is gone, and the next high reading is news again', () => {
    const patient = wrong().happen(correct('reading-1', null), '2026-05-02T09:00')
    expect([told(patient), patient.enrolment.readings]).toEqual([
      [{ keys: ['threshold:crisis'], untrue: ['threshold:crisis'] }],
      {},
    ])
    expect(patient.send('2026-05-02T10:00', { systolic: 190 }).alerts).toEqual(['crisis'])
  })

  it('that cannot be right either is taken out', () => {
    const patient = wrong().happen(correct('reading-1', 900), '2026-05-02T09:00')
    expect(patient.enrolment.readings).toEqual({})
  })

  it('is told once for each rule that rested on it', () => {
    const mean = threshold({ mean: 'systolic', over: '7 days', readings: 2, atLeast: 150 })
    const states = { watching: { transitions: [{ if: high, alert: 'routine' }] }, ended }
    const patient = new Patient(pathwayOf({ thresholds: { crisis: threshold(high), mean }, states }), from)
    patient.send('2026-05-02T08:00', { systolic: 140 }).send('2026-05-03T08:00', { systolic: 190 })
    patient.happen(correct('reading-2', 165), '2026-05-03T09:00')
    expect(told(patient)).toEqual([
      {
        keys: ['threshold:crisis', 'threshold:mean', 'transition:watching/0'],
        untrue: ['threshold:crisis', 'transition:watching/0'],
      },
    ])
  })

  it('undoes no state', () => {
    const states = { watching: { transitions: [{ if: high, to: 'acute', alert: 'routine' }] }, acute: {}, ended }
    const patient = new Patient(pathwayOf({ states }), from).send('2026-05-02T08:00', { systolic: 190 })
    patient.happen(correct('reading-1', 119), '2026-05-02T09:00')
    expect([patient.enrolment.state, told(patient)]).toEqual([
      'acute',
      [{ keys: ['transition:watching/0'], untrue: ['transition:watching/0'] }],
    ])
  })
})

describe('a reading that should have fired', () => {
  it('fires late, and is known from then on', () => {
    const patient = with180().send('2026-05-02T08:00', { systolic: 119 })
    patient.happen(correct('reading-1', 191), '2026-05-02T09:00')
    expect([patient.alerts, told(patient)]).toEqual([['crisis late'], [{ keys: [], untrue: [] }]])
    expect(patient.send('2026-05-02T10:00', { systolic: 190 }).alerts).toEqual([])
  })

  it('that was followed by a normal one fires late, and the next high one is news', () => {
    const patient = with180().send('2026-05-02T08:00', { systolic: 119 }).send('2026-05-02T08:30', { systolic: 120 })
    patient.happen(correct('reading-1', 191), '2026-05-02T09:00')
    expect(patient.alerts).toEqual(['crisis late'])
    expect(patient.send('2026-05-02T10:00', { systolic: 190 }).alerts).toEqual(['crisis'])
  })

  it('fires for the later moment whose window it falls into', () => {
    const mean = threshold({ mean: 'systolic', over: '7 days', readings: 2, atLeast: 150 })
    const patient = new Patient(pathwayOf({ thresholds: { mean } }), from)
    patient.send('2026-05-02T08:00', { systolic: 100 }).send('2026-05-03T08:00', { systolic: 140 })
    expect(patient.happen(correct('reading-1', 160), '2026-05-03T09:00').alerts).toEqual(['mean late'])
    expect(patient.send('2026-05-04T08:00', { systolic: 150 }).alerts).toEqual([])
  })

  it('fires where a low one is taken out and the average of the rest is too high', () => {
    const mean = threshold({ mean: 'systolic', over: '7 days', readings: 2, atLeast: 150 })
    const patient = new Patient(pathwayOf({ thresholds: { mean, crisis: threshold(high) } }), from)
    for (const [day, systolic] of [150, 190, 100].entries()) patient.send(`2026-05-0${day + 2}T08:00`, { systolic })
    expect(patient.happen(correct('reading-3', null), '2026-05-04T09:00').alerts).toEqual(['mean late'])
  })

  it('moves the patient where a transition waits for it, its alert late too', () => {
    const states = { watching: { transitions: [{ if: high, to: 'acute', alert: 'routine' }] }, acute: {}, ended }
    const patient = new Patient(pathwayOf({ states }), from).send('2026-05-02T08:00', { systolic: 119 })
    patient.happen(correct('reading-1', 191), '2026-05-02T09:00')
    expect([patient.enrolment.state, patient.alerts]).toEqual(['acute', ['watching/0 late']])
  })

  it('does not fire when it was stale on arrival', () => {
    const patient = with180().send('2026-05-05T08:00', { systolic: 119 }, '2026-05-02T08:00')
    expect(patient.happen(correct('reading-1', 191), '2026-05-05T09:00').alerts).toEqual([])
  })
})

describe('while a second reading is awaited', () => {
  const waiting = () => with180({ remeasure: { within: '15 minutes' } }).send('2026-05-02T08:00', { systolic: 190 })

  it('a first one that was wrong ends the waiting', () => {
    for (const value of [119, null]) {
      const patient = waiting().happen(correct('reading-1', value), '2026-05-02T08:05')
      expect([patient.enrolment.remeasuring, patient.wait('2026-05-03T08:00').alerts]).toEqual([{}, []])
      expect(patient.send('2026-05-03T08:00', { systolic: 190 }).of('measure')).toHaveLength(1)
    }
  })

  it('a first one that is still too high leaves it, with the right value', () => {
    const patient = waiting().happen(correct('reading-1', 185), '2026-05-02T08:05')
    expect(patient.of('measure')).toEqual([])
    expect([patient.wait('2026-05-02T09:00').alerts, patient.of('alert')[0]!.firing.because]).toMatchObject([
      ['crisis unconfirmed'],
      [{ value: 185 }],
    ])
  })

  it('afterwards it is the second one that decides whether the alert was true', () => {
    const confirmed = () => waiting().send('2026-05-02T08:10', { systolic: 186 })
    expect(told(confirmed().happen(correct('reading-1', 119), '2026-05-02T09:00'))).toEqual([
      { keys: ['threshold:crisis'], untrue: [] },
    ])
    expect(told(confirmed().happen(correct('reading-2', 119), '2026-05-02T09:00'))).toEqual([
      { keys: ['threshold:crisis'], untrue: ['threshold:crisis'] },
    ])
  })

  it('an unconfirmed alert rests on the first', () => {
    const patient = waiting().wait('2026-05-02T09:00').happen(correct('reading-1', 119), '2026-05-02T09:00')
    expect(told(patient)).toEqual([{ keys: ['threshold:crisis'], untrue: ['threshold:crisis'] }])
  })
})

describe('a score that the reading was part of', () => {
  const scores: Record<string, Score> = {
    early: {
      combine: 'sum',
      inputs: {
        pressure: { measurement: 'systolic', bands: [{ above: 180, points: 3 }, { points: 0 }] },
        warmth: { measurement: 'temperature', bands: [{ above: 38, points: 2 }, { points: 0 }] },
        complaints: { measurement: 'complaints', bands: [{ is: true, points: 1 }, { points: 0 }] },
      },
    },
  }
  const early = (more: object = {}) => threshold({ score: 'early', atLeast: 5 }, more)
  const ill = (more: object = {}) =>
    new Patient(pathwayOf({ scores, thresholds: { early: early(more) } }), from).send('2026-05-02T08:00', {
      systolic: 190,
      temperature: 39,
      complaints: true,
    })
  const wait = { remeasure: { within: '30 minutes' } }

  it('is computed again, and the alert that rested on it is told', () => {
    const patient = ill().happen(correct('reading-2', 37), '2026-05-02T09:00')
    expect(patient.enrolment.readings['early']).toMatchObject([{ value: 4 }])
    expect(told(patient)).toEqual([{ keys: ['threshold:early'], untrue: ['threshold:early'] }])
    expect(patient.happen(correct('reading-2', 39), '2026-05-02T09:05').alerts).toEqual(['early late'])
  })

  it('is gone with a reading that it cannot do without', () => {
    const patient = ill().happen(correct('reading-2', null), '2026-05-02T09:00')
    expect(patient.enrolment.readings['early']).toBeUndefined()
    expect(told(patient)).toEqual([{ keys: ['threshold:early'], untrue: ['threshold:early'] }])
  })

  it('needs all its measurements again to be confirmed, and asks for them', () => {
    const patient = ill(wait)
    expect(patient.of('measure')).toMatchObject([
      { measurements: ['systolic', 'diastolic', 'temperature', 'complaints'] },
    ])
    expect(patient.send('2026-05-02T08:05', { complaints: false }).alerts).toEqual([])
    expect(patient.send('2026-05-02T08:06', { systolic: 120 }).alerts).toEqual([])
    expect(Object.keys(patient.enrolment.remeasuring)).toEqual(['early'])
    patient.send('2026-05-02T08:07', { temperature: 37 })
    expect([patient.enrolment.remeasuring, patient.wait('2026-05-02T09:00').alerts]).toEqual([{}, []])
  })

  it('is waited for no longer when it was never so high', () => {
    const patient = ill(wait).happen(correct('reading-2', 37), '2026-05-02T08:05')
    expect([patient.enrolment.remeasuring, patient.wait('2026-05-02T09:00').alerts]).toEqual([{}, []])
  })
})

describe('a baseline that the reading was part of', () => {
  const baselines = {
    usual: {
      of: 'systolic',
      statistic: 'mean' as const,
      over: '7 days',
      readings: 2,
      taken: { entering: 'titrating' },
    },
  }
  const states = { watching: { transitions: [{ decision: 'on', by: ['gp'], to: 'titrating' }] }, titrating: {}, ended }
  const based = () => {
    const patient = new Patient(pathwayOf({ baselines, states }), from)
    for (const [day, systolic] of [120, 140].entries()) patient.send(`2026-05-0${day + 2}T08:00`, { systolic })
    return patient.happen({ type: 'decision', decision: 'on', by: GP }, '2026-05-04T08:00')
  }
  const usual = (patient: Patient) => patient.enrolment.baselines?.['usual']?.value

  it('is fixed again, at its own moment', () => {
    expect(usual(based())).toBe(130)
    expect(usual(based().happen(correct('reading-1', 110), '2026-05-05T08:00'))).toBe(125)
  })

  it('is unknown when too few readings are left', () => {
    expect(usual(based().happen(correct('reading-1', null), '2026-05-05T08:00'))).toBeUndefined()
  })

  it('stays as it was when the reading came after it', () => {
    const later = based().send('2026-05-05T08:00', { systolic: 150 })
    expect(usual(later.happen(correct('reading-3', 110), '2026-05-05T09:00'))).toBe(130)
  })
})

describe('a correction', () => {
  it('of what is not known, or not kept any more, is refused', () => {
    const patient = with180().send('2026-05-02T08:00', { systolic: 190 })
    const refused = [{ type: 'refused', code: 'unknown-reading' }]
    expect(patient.happen(correct('reading-9', 120), '2026-05-02T09:00').effects).toEqual(refused)
    patient.send('2026-07-02T08:00', { systolic: 120 })
    expect(patient.enrolment.rested).toEqual([])
    expect(patient.happen(correct('reading-1', 120), '2026-07-02T09:00').effects).toEqual(refused)
  })

  it('of a reading that is kept because it is one of the newest, however old, still tells what rested on it', () => {
    const twice = threshold({ count: 'systolic', where: { above: 180 }, last: '3 readings', atLeast: 2 })
    const patient = new Patient(pathwayOf({ thresholds: { twice } }), from)
    patient.send('2026-05-02T08:00', { systolic: 190 }).send('2026-05-03T08:00', { systolic: 190 })
    patient.send('2026-08-01T08:00', { diastolic: 80 })
    patient.happen(correct('reading-2', 120), '2026-08-02T08:00')
    expect(told(patient)).toEqual([{ keys: ['threshold:twice'], untrue: ['threshold:twice'] }])
  })

  it('withdraws a proposal that rested on it', () => {
    const states = { watching: { transitions: [{ if: high, to: 'ended', confirm: ['gp'] }] }, ended }
    const patient = new Patient(pathwayOf({ states }), from).send('2026-05-02T08:00', { systolic: 190 })
    patient.happen(correct('reading-1', 120), '2026-05-02T09:00')
    expect([patient.enrolment.proposals, patient.of('withdrawn-proposal')]).toMatchObject([[], [{ id: 'watching/0' }]])
  })

  it('is told of by explain', () => {
    const patient = with180().send('2026-05-02T08:00', { systolic: 119 })
    patient.happen(correct('reading-1', 191), '2026-05-02T09:00')
    expect(patient.trace!.looks).toMatchObject([{ id: 'threshold:crisis', outcome: 'fired' }])
  })
})
