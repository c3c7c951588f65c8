/** Moves that lead back to where they can be taken again, and moves that meet at one moment. */
import { describe, expect, it } from 'vitest'
import type { Condition, State, Transition } from '../../schemas/index.ts'
import { GP, Patient, pathwayOf } from './patient.ts'

const high: Condition = { measurement: 'systolic', above: 180 }
const threshold = (when: Condition) => ({ level: 'amber' as const, route: 'routine', when })
const ended: State = { exit: 'ended' }
const from = '2026-05-01T08:00'

describe('a transition that holds in every state', () => {
  it('on a threshold: moves once, and again when it fires again', () => {
    const always: Transition[] = [{ threshold: 'crisis', to: 'acute' }]
    const states = { watching: {}, acute: {}, ended }
    const patient = new Patient(pathwayOf({ thresholds: { crisis: threshold(high) }, always, states }), from)
    patient.send('2026-05-02T08:00', { systolic: 190 })
    expect([patient.alerts, patient.enrolment.state, patient.of('entered').length]).toEqual([['crisis'], 'acute', 1])
    patient.send('2026-05-03T08:00', { systolic: 120 }).send('2026-05-04T08:00', { systolic: 190 })
    expect([patient.alerts, patient.of('entered')]).toMatchObject([['crisis'], [{ from: 'acute', state: 'acute' }]])
  })

  it('on a condition: is still true where it leads, and waits until it has been false', () => {
    const always: Transition[] = [{ if: high, to: 'acute', alert: 'routine' }]
    const patient = new Patient(pathwayOf({ always, states: { watching: {}, acute: {}, ended } }), from)
    const moves = [190, 195, 120, 190].map((systolic, day) => {
      patient.send(`2026-05-0${day + 2}T08:00`, { systolic })
      return `${patient.enrolment.state} ${patient.of('entered').length} ${patient.alerts.length}`
    })
    expect(moves).toEqual(['acute 1 1', 'acute 0 0', 'acute 0 0', 'acute 1 1'])
  })

  it('a self-transition on a condition is one new stay, not one without end', () => {
    const states = { watching: { transitions: [{ if: high, to: 'watching' }] }, ended }
    expect(
      new Patient(pathwayOf({ states }), from).send('2026-05-02T08:00', { systolic: 190 }).of('entered'),
    ).toHaveLength(1)
  })
})

describe('several reasons to move at one moment', () => {
  it('of two thresholds the first in order moves, the other does not follow it', () => {
    const thresholds = { high: threshold({ measurement: 'systolic', above: 160 }), crisis: threshold(high) }
    const always: Transition[] = [
      { threshold: 'crisis', to: 'acute' },
      { threshold: 'high', to: 'closer' },
    ]
    const states = { watching: {}, acute: {}, closer: {}, ended }
    const patient = new Patient(pathwayOf({ thresholds, always, states }), from)
    patient.send('2026-05-02T08:00', { systolic: 190 })
    expect([patient.alerts, patient.enrolment.state]).toEqual([['high', 'crisis'], 'acute'])
  })

  it('a threshold that fired before a move for another reason still moves the patient, and is told once', () => {
    const always: Transition[] = [{ threshold: 'crisis', to: 'acute', message: 'rest' }]
    const states = {
      watching: { transitions: [{ if: { measurement: 'diastolic', above: 90 }, to: 'closer' }] },
      closer: {},
      acute: {},
      ended,
    }
    const messages = { rest: { to: 'patient', text: { nl: 'Ga rustig zitten.' } } }
    const patient = new Patient(pathwayOf({ thresholds: { crisis: threshold(high) }, messages, always, states }), from)
    patient.send('2026-05-02T08:00', { systolic: 190, diastolic: 95 })
    expect([patient.enrolment.state, patient.alerts, patient.of('message').length]).toEqual(['acute', ['crisis'], 1])
  })

  it('who withdraws is withdrawn at once, also when a condition has just become true with time', () => {
    const states = {
      watching: {
        transitions: [{ if: { mean: 'systolic', over: '7 days', below: 140 }, to: 'calm' }],
      },
      calm: { transitions: [{ decision: 'rest', by: ['gp'], to: 'watching' }] },
      ended,
    }
    const always = [{ decision: 'withdraw', by: ['gp'], to: 'ended' }]
    const patient = new Patient(pathwayOf({ states, always }), from)
    patient.send('2026-05-02T08:00', { systolic: 190 }).send('2026-05-05T08:00', { systolic: 130 })
    expect(patient.enrolment.state).toBe('watching')
    patient.happen({ type: 'decision', decision: 'withdraw', by: GP }, '2026-05-10T08:00')
    expect([patient.enrolment.exit, patient.of('entered').map(({ state }) => state)]).toEqual(['ended', ['ended']])
  })

  it('what becomes untrue is withdrawn, and proposed anew when it is true again', () => {
    const states = { watching: { transitions: [{ if: high, to: 'ended', confirm: ['gp'] }] }, ended }
    const patient = new Patient(pathwayOf({ states }), from)
    for (const [day, systolic] of [190, 120, 190].entries()) patient.send(`2026-05-0${day + 2}T08:00`, { systolic })
    expect([patient.enrolment.proposals.length, patient.of('proposed').length]).toEqual([1, 1])
  })

  it('`after` acts again in a new stay', () => {
    const again = { decision: 'again', by: ['gp'], to: 'watching' }
    const states = { watching: { transitions: [{ after: '1 day', alert: 'routine' }, again] }, ended }
    const patient = new Patient(pathwayOf({ states }), from).wait('2026-05-03T08:00')
    patient.happen({ type: 'decision', decision: 'again', by: GP }, '2026-05-03T08:00')
    expect([patient.wait('2026-05-04T07:59').alerts, patient.wait('2026-05-04T08:00').alerts]).toEqual([
      [],
      ['watching/0'],
    ])
  })

  it('what was proposed in the state before can no longer be accepted', () => {
    const states = {
      watching: {
        transitions: [
          { if: high, to: 'ended', confirm: ['gp'] },
          { decision: 'rest', by: ['gp'], to: 'calm' },
        ],
      },
      calm: {},
      ended,
    }
    const patient = new Patient(pathwayOf({ states }), from).send('2026-05-02T08:00', { systolic: 190 })
    patient.happen({ type: 'decision', decision: 'rest', by: GP }, '2026-05-02T09:00')
    expect([patient.of('withdrawn-proposal'), patient.enrolment.proposals]).toMatchObject([[{ id: 'watching/0' }], []])
    patient.happen({ type: 'answer', proposal: 'watching/0', accept: true, by: GP }, '2026-05-02T10:00')
    expect(patient.effects).toEqual([{ type: 'refused', code: 'unknown-proposal' }])
  })

  it('a decision meant for one state is not taken in the next', () => {
    const rest = { decision: 'rest', by: ['gp'], to: 'calm' }
    const states = { watching: { transitions: [rest] }, calm: { transitions: [{ ...rest, to: 'ended' }] }, ended }
    const patient = new Patient(pathwayOf({ states }), from)
    patient.happen({ type: 'decision', decision: 'rest', by: GP }, '2026-05-02T08:00')
    expect(patient.enrolment.state).toBe('calm')
  })
})

describe('an alert that goes with a move', () => {
  it('takes route, level and title from the transition where it gives them', () => {
    const alert = { route: 'urgent', level: 'red' as const, title: { nl: 'Nu bellen', en: 'Call now' } }
    const states = { watching: { transitions: [{ threshold: 'crisis', alert }] }, ended }
    const routes = Object.fromEntries(
      ['routine', 'urgent'].map((name) => [name, [{ to: 'nurse', by: 'worklist' as const, within: '1 day' }]]),
    )
    const patient = new Patient(pathwayOf({ thresholds: { crisis: threshold(high) }, routes, states }), from)
    expect(
      patient
        .send('2026-05-02T08:00', { systolic: 190 })
        .of('alert')
        .map(({ firing }) => firing),
    ).toMatchObject([alert])
  })

  it('is coaching where nobody watches and the move is only proposed', () => {
    const propose = { if: high, to: 'seen', alert: 'routine', confirm: ['gp'] }
    const states = { watching: { monitoring: 'none' as const, transitions: [propose] }, seen: {}, ended }
    const patient = new Patient(pathwayOf({ states }), from).send('2026-05-02T08:00', { systolic: 190 })
    expect(patient.alerts).toEqual(['watching/0 coaching'])
  })
})

describe('a personal limit that is changed while a threshold is true', () => {
  const when: Condition = { measurement: 'systolic', above: { parameter: 'target' } }
  const limit = (patient: Patient, value: number, now: string) =>
    patient.happen({ type: 'parameter', parameter: 'target', value, by: GP }, now)
  const above = () =>
    new Patient(pathwayOf({ thresholds: { high: threshold(when) } }), from).send('2026-05-02T08:00', { systolic: 142 })

  it('makes it false where the last value is fine under the new limit: the next one above it is told', () => {
    const patient = limit(above(), 150, '2026-05-09T09:00')
    expect([patient.alerts, patient.send('2026-05-10T08:00', { systolic: 155 }).alerts]).toEqual([[], ['high']])
  })

  it('leaves it true where the last value is still above', () => {
    const patient = limit(above(), 140, '2026-05-02T09:00')
    expect(patient.send('2026-05-03T08:00', { systolic: 155 }).alerts).toEqual([])
  })
})
