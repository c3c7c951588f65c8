/** Phases with sub-states: what belongs to the phase outlives a move between its sub-states. */
import { describe, expect, it } from 'vitest'
import type { Condition, State, Transition } from '../../schemas/index.ts'
import { nextWake } from '../../runtime/interpreter/wake.ts'
import { localText } from '../../runtime/interpreter/time/zone.ts'
import { GP, instant, Patient, pathwayOf, ZONE } from './patient.ts'

const high: Condition = { measurement: 'systolic', above: 180 }
const threshold = (when: Condition, more: object = {}) => ({ level: 'amber' as const, route: 'routine', when, ...more })
const ended: State = { exit: 'ended' }
const from = '2026-05-01T08:00'
const decide = (decision: string, to: string): Transition => ({ decision, by: ['gp'], to })
const by = (decision: string) => ({ type: 'decision', decision, by: GP }) as const
const message = (nl: string) => ({ to: 'patient', text: { nl } })
const day = { measure: ['systolic'], every: '1 day', windows: ['08:00-10:00'] }

/** `watching` leads into a phase of two sub-states; `phase` adds to the phase itself. */
const phased = (phase: Partial<State>, more: object = {}, one: Partial<State> = {}) =>
  pathwayOf({
    messages: { hello: message('Hallo'), week: message('Week') },
    states: {
      watching: { transitions: [decide('begin', 'phase'), decide('jump', 'phase.two')] },
      phase: {
        initial: 'one',
        enter: [{ message: 'hello' }],
        ...phase,
        states: {
          one: { enter: [{ message: 'week' }], transitions: [decide('next', 'phase.two')], ...one },
          two: { enter: [{ message: 'week' }], transitions: [decide('back', 'phase.one')] },
        },
      },
      ended,
    },
    ...more,
  })
const begun = (phase: Partial<State>, more: object = {}, one: Partial<State> = {}) =>
  new Patient(phased(phase, more, one), from).happen(by('begin'), '2026-05-02T08:00')
const messages = (patient: Patient) => patient.of('message').map((effect) => effect.message)

describe('entering a phase', () => {
  it('is entering its initial sub-state: the message of the phase, then its own', () => {
    const patient = begun({})
    expect([patient.enrolment.state, messages(patient)]).toEqual(['phase.one', ['hello', 'week']])
    expect(patient.of('entered')).toMatchObject([{ state: 'phase.one', from: 'watching', transition: 'watching/0' }])
    expect(patient.enrolment).toMatchObject({
      since: instant('2026-05-02T08:00'),
      phaseSince: instant('2026-05-02T08:00'),
    })
  })

  it('may be entering another of its sub-states', () => {
    const patient = new Patient(phased({}), from).happen(by('jump'), '2026-05-02T08:00')
    expect([patient.enrolment.state, messages(patient)]).toEqual(['phase.two', ['hello', 'week']])
  })

  it('a pathway may begin in a phase', () => {
    const patient = new Patient(phased({}, { initial: 'phase' }), from)
    expect([patient.enrolment.state, patient.enrolment.phaseSince, messages(patient)]).toEqual([
      'phase.one',
      instant(from),
      ['hello', 'week'],
    ])
  })
})

describe('moving between sub-states', () => {
  it('greets for the sub-state only, and the stay in the phase goes on', () => {
    const patient = begun({}).happen(by('next'), '2026-05-03T08:00')
    expect([patient.enrolment.state, messages(patient)]).toEqual(['phase.two', ['week']])
    expect(patient.enrolment).toMatchObject({
      since: instant('2026-05-03T08:00'),
      phaseSince: instant('2026-05-02T08:00'),
    })
  })

  it('`after` and `inState` of the phase count from its beginning, once', () => {
    const transitions: Transition[] = [
      { after: '7 days', alert: 'routine' },
      { if: { inState: '10 days' }, to: 'ended' },
    ]
    const patient = begun({ transitions }).happen(by('next'), '2026-05-05T12:00')
    expect(localText(ZONE, nextWake(patient.pathway, patient.enrolment)!)).toBe('2026-05-09T08:00:00+02:00')
    expect(patient.wait('2026-05-09T08:00').alerts).toEqual(['phase/0'])
    patient.happen(by('back'), '2026-05-10T08:00')
    expect([patient.wait('2026-05-12T07:59').alerts, patient.enrolment.exit]).toEqual([[], undefined])
    expect(patient.wait('2026-05-12T08:00').enrolment.exit).toBe('ended')
  })

  it('`after` of a sub-state counts from its own beginning', () => {
    const patient = begun({}, {}, { transitions: [{ after: '2 days', alert: 'routine' }, decide('next', 'phase.two')] })
    patient.happen(by('next'), '2026-05-03T08:00').happen(by('back'), '2026-05-03T20:00')
    expect([patient.wait('2026-05-05T19:59').alerts, patient.wait('2026-05-05T20:00').alerts]).toEqual([
      [],
      ['phase.one/0'],
    ])
  })

  it('what the phase wants at the moment a sub-state moves to another is not lost', () => {
    const moving = { transitions: [{ after: '1 day', to: 'phase.two' }] }
    const late = begun({ transitions: [{ after: '1 day', to: 'ended', message: 'hello' }] }, {}, moving)
    expect(late.wait('2026-05-03T08:00').enrolment.exit).toBe('ended')
    expect(messages(late)).toEqual(['week', 'hello'])
    const stay = begun({ transitions: [{ if: { inState: '1 day' }, to: 'ended', confirm: ['gp'] }] }, {}, moving)
    expect(stay.wait('2026-05-03T08:00').enrolment.proposals).toMatchObject([{ id: 'phase/0', to: 'ended' }])
    expect(stay.enrolment.state).toBe('phase.two')
  })

  it('what was true for the phase is no news, what was true for the sub-state is', () => {
    const alert = { if: high, alert: 'routine' }
    const patient = begun({ transitions: [alert] }, {}, { transitions: [alert, decide('next', 'phase.two')] })
    expect(patient.send('2026-05-03T08:00', { systolic: 190 }).alerts).toEqual(['phase.one/0', 'phase/0'])
    patient.happen(by('next'), '2026-05-03T08:10').happen(by('back'), '2026-05-03T08:20')
    expect(patient.alerts).toEqual(['phase.one/0'])
    expect(
      patient.send('2026-05-03T08:30', { systolic: 120 }).send('2026-05-03T08:40', { systolic: 190 }).alerts,
    ).toEqual(['phase.one/0', 'phase/0'])
  })

  it('a schedule of the phase goes on unbroken, those of the sub-state end', () => {
    const schedules = { day, night: { ...day, windows: ['20:00-22:00'] } }
    const patient = begun(
      { schedules: ['day'] },
      { schedules },
      { schedules: ['night'], transitions: [decide('next', 'phase.two')] },
    )
    expect(Object.keys(patient.enrolment.schedules)).toEqual(['night', 'day'])
    patient.happen(by('next'), '2026-05-04T12:00')
    expect(Object.keys(patient.enrolment.schedules)).toEqual(['day'])
    expect(patient.enrolment.schedules['day']).toMatchObject({ firstDay: '2026-05-02', closed: { length: 3 } })
  })

  it('a proposal of the phase stays, one of the sub-state is withdrawn', () => {
    const propose = { if: high, to: 'ended', confirm: ['gp'] }
    const patient = begun({ transitions: [propose] }, {}, { transitions: [propose, decide('next', 'phase.two')] })
    patient.send('2026-05-03T08:00', { systolic: 190 }).happen(by('next'), '2026-05-03T09:00')
    expect(patient.of('withdrawn-proposal')).toEqual([{ type: 'withdrawn-proposal', id: 'phase.one/0' }])
    expect(patient.enrolment.proposals.map(({ id }) => id)).toEqual(['phase/0'])
    patient.happen({ type: 'answer', proposal: 'phase/0', accept: true, by: GP }, '2026-05-03T10:00')
    expect(patient.enrolment.exit).toBe('ended')
  })
})

describe('a transition of the phase', () => {
  const out = (to: string): Partial<State> => ({ transitions: [decide('out', to)] })

  it('is taken from any sub-state', () => {
    const leave = out('watching')
    const first = begun(leave).happen(by('out'), '2026-05-03T08:00')
    const second = begun(leave).happen(by('next'), '2026-05-03T08:00').happen(by('out'), '2026-05-03T09:00')
    for (const patient of [first, second]) {
      expect([patient.enrolment.state, patient.enrolment.phaseSince]).toEqual(['watching', undefined])
      expect(patient.of('entered')).toMatchObject([{ transition: 'phase/0' }])
    }
  })

  it('to the phase itself begins a new stay', () => {
    const patient = begun(out('phase')).happen(by('next'), '2026-05-03T08:00').happen(by('out'), '2026-05-04T08:00')
    expect([patient.enrolment.state, messages(patient)]).toEqual(['phase.one', ['hello', 'week']])
    expect(patient.enrolment.phaseSince).toBe(instant('2026-05-04T08:00'))
  })

  it('to one of its own sub-states stays in the phase', () => {
    const patient = begun(out('phase.two')).happen(by('out'), '2026-05-03T08:00')
    expect([patient.enrolment.state, messages(patient)]).toEqual(['phase.two', ['week']])
    expect(patient.enrolment.phaseSince).toBe(instant('2026-05-02T08:00'))
  })

  it('comes after those of the sub-state and before those of every state', () => {
    const go = (to: string): Transition => ({ if: high, to })
    const order = (one: Transition[], phase: Transition[]) =>
      begun({ transitions: phase }, { always: [go('ended')] }, { transitions: one }).send('2026-05-03T08:00', {
        systolic: 190,
      }).enrolment.state
    expect([order([go('phase.two')], [go('watching')]), order([], [go('watching')])]).toEqual(['ended', 'ended'])
    const looked = (one: Transition[], phase: Transition[]) =>
      begun({ transitions: phase }, { always: [{ if: high, alert: 'routine' }] }, { transitions: one })
        .send('2026-05-03T08:00', { systolic: 190 })
        .of('entered')[0]?.transition
    expect([looked([go('phase.two')], [go('watching')]), looked([], [go('watching')])]).toEqual([
      'phase.one/0',
      'phase/0',
    ])
  })
})

describe('what a sub-state says itself goes before what its phase says', () => {
  const thresholds = { high: threshold(high), low: threshold({ measurement: 'systolic', below: 100 }) }

  it('thresholds', () => {
    const alerts = (phase: Partial<State>, one: Partial<State>) => {
      const patient = begun(phase, { thresholds }, one)
      return [190, 90].flatMap((systolic, hour) => patient.send(`2026-05-03T0${hour}:00`, { systolic }).alerts)
    }
    expect([
      alerts({}, {}),
      alerts({ thresholds: ['high'] }, {}),
      alerts({ thresholds: ['high'] }, { thresholds: ['low'] }),
    ]).toEqual([['high', 'low'], ['high'], ['low']])
  })

  it('monitoring', () => {
    const alerts = (phase: Partial<State>, one: Partial<State>) =>
      begun(phase, { thresholds }, one).send('2026-05-03T08:00', { systolic: 190 }).alerts
    expect(alerts({ monitoring: 'none' }, {})).toEqual(['high coaching'])
    expect(alerts({ monitoring: 'none' }, { monitoring: 'centre' })).toEqual(['high'])
  })

  it('review', () => {
    const reviews = (phase: Partial<State>) =>
      begun(phase).send('2026-05-03T08:00', { systolic: 120 }).of('review').length
    expect([reviews({}), reviews({ review: 'all' })]).toEqual([0, 1])
  })
})
