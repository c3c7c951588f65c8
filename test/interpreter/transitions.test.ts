/** Transitions: which are true, which leads, what is proposed, and what is refused. */
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../schemas/index.ts'
import { step } from '../../runtime/interpreter/step.ts'
import { nextWake } from '../../runtime/interpreter/wake.ts'
import { localText } from '../../runtime/interpreter/time/zone.ts'
import { GP, Patient, pathwayOf, ZONE } from './patient.ts'

const high: Condition = { measurement: 'systolic', above: 180 }
const meanHigh: Condition = { mean: 'systolic', over: '7 days', readings: 3, atLeast: 135 }
const threshold = (when: Condition, more: object = {}) => ({ level: 'amber' as const, route: 'routine', when, ...more })

describe('transitions', () => {
  const decide = { decision: 'finish', by: ['gp'], to: 'ended' }

  it('the first that leaves is taken; alerts of all that are true happen', () => {
    const transitions = [
      { if: high, alert: 'routine' },
      { if: high, to: 'calm' },
      { if: high, to: 'ended', alert: 'routine' },
    ]
    const patient = new Patient(
      pathwayOf({ states: { watching: { transitions }, calm: {}, ended: { exit: 'ended' } } }),
      '2026-05-01T08:00',
    )
    patient.send('2026-05-02T08:00', { systolic: 190 })
    expect([patient.enrolment.state, patient.alerts]).toEqual(['calm', ['watching/0', 'watching/2']])
    expect(patient.trace!.looks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'watching/0 fired',
      'watching/1 taken',
      'watching/2 preceded',
    ])
  })

  it('what two thresholds say at once, the patient reads once', () => {
    const thresholds = {
      first: threshold(high, { message: 'call' }),
      second: threshold({ measurement: 'systolic', above: 170 }, { message: 'call' }),
      third: threshold({ measurement: 'systolic', above: 160 }, { message: 'rest' }),
    }
    const messages = { call: { to: 'patient', text: { nl: 'Bel' } }, rest: { to: 'patient', text: { nl: 'Rust' } } }
    const patient = new Patient(pathwayOf({ thresholds, messages }), '2026-05-01T08:00')
    patient.send('2026-05-02T08:00', { systolic: 190 })
    const read = patient.effects.flatMap((effect) => (effect.type === 'message' ? [effect.message] : []))
    expect(read).toEqual(['call', 'rest'])
  })

  it('transitions on one trigger are alternatives: the last is the otherwise', () => {
    const schedules = { day: { measure: ['systolic'], every: '1 day', windows: ['08:00-10:00'], for: '1 day' } }
    const transitions = [
      { completed: 'day', if: meanHigh, to: 'ended', alert: 'routine' },
      { completed: 'day', to: 'watching', alert: 'routine' },
    ]
    const pathway = pathwayOf({
      schedules,
      states: { watching: { schedules: ['day'], transitions }, ended: { exit: 'ended' } },
    })
    const few = new Patient(pathway, '2026-05-01T07:00').wait('2026-05-01T12:00')
    expect([few.alerts, few.enrolment.schedules['day']]).toMatchObject([
      ['watching/1'],
      { firstDay: '2026-05-02', completed: false },
    ])
    const enough = new Patient(pathway, '2026-05-01T07:00')
    for (const minute of ['00', '01', '02']) enough.send(`2026-05-01T08:${minute}`, { systolic: 140 })
    expect([enough.wait('2026-05-01T12:00').alerts, enough.enrolment.exit]).toEqual([['watching/0'], 'ended'])
  })

  it('after acts once per stay, on the calendar', () => {
    const pathway = pathwayOf({
      states: { watching: { transitions: [{ after: '14 days', alert: 'routine' }, decide] }, ended: { exit: 'ended' } },
    })
    const patient = new Patient(pathway, '2026-03-20T08:00')
    expect(localText(ZONE, nextWake(pathway, patient.enrolment)!)).toBe('2026-04-03T08:00:00+02:00')
    expect([patient.wait('2026-04-03T08:00').alerts, patient.wait('2026-09-01T08:00').alerts]).toEqual([
      ['watching/0'],
      [],
    ])
  })

  it('an `after` whose condition is false at first is not used up', () => {
    const pathway = pathwayOf({
      states: { watching: { transitions: [{ after: '1 day', if: high, to: 'ended' }] }, ended: { exit: 'ended' } },
    })
    const patient = new Patient(pathway, '2026-05-01T08:00')
      .send('2026-05-01T09:00', { systolic: 120 })
      .wait('2026-05-03T08:00')
    expect(patient.enrolment.exit).toBeUndefined()
    expect(patient.send('2026-05-04T08:00', { systolic: 190 }).enrolment.exit).toBe('ended')
  })

  it('what is true on entry acts at once, and chains', () => {
    const states = {
      watching: { transitions: [{ if: high, to: 'middle' }] },
      middle: { transitions: [{ if: high, to: 'ended' }] },
      ended: { exit: 'ended' },
    }
    const patient = new Patient(pathwayOf({ states }), '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 190 })
    expect(patient.of('entered').map(({ state }) => state)).toEqual(['middle', 'ended'])
  })

  it('going round without end is an error, and the record stays as it was', () => {
    const states = {
      watching: { transitions: [{ if: high, to: 'other' }] },
      other: { transitions: [{ if: high, to: 'watching' }] },
      ended: { exit: 'ended' },
    }
    const patient = new Patient(pathwayOf({ states }), '2026-05-01T08:00')
    const before = structuredClone(patient.enrolment)
    expect(() => patient.send('2026-05-02T08:00', { systolic: 190 })).toThrow('keeps moving')
    expect(patient.enrolment).toEqual(before)
  })

  it('a threshold can move the patient and give its alert another route', () => {
    const transitions = [{ threshold: 'crisis', to: 'calm', alert: 'urgent' }]
    const routes = {
      routine: [{ to: 'nurse', by: 'worklist' as const, within: '1 day' }],
      urgent: [{ to: 'nurse', by: 'phone' as const, within: '15 minutes' }],
    }
    const pathway = pathwayOf({
      routes,
      thresholds: { crisis: threshold(high) },
      states: { watching: { transitions }, calm: {}, ended: { exit: 'ended' } },
    })
    const patient = new Patient(pathway, '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 190 })
    expect([patient.alerts, patient.of('alert')[0]!.firing.route, patient.enrolment.state]).toEqual([
      ['crisis'],
      'urgent',
      'calm',
    ])
  })

  it('what must be confirmed is proposed, not taken; no is remembered', () => {
    const states = {
      watching: { transitions: [{ if: { measurement: 'systolic', below: 120 }, to: 'ended', confirm: ['gp'] }] },
      ended: { exit: 'ended' },
    }
    const patient = new Patient(pathwayOf({ states }), '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 110 })
    expect([patient.enrolment.state, patient.of('proposed')]).toMatchObject([
      'watching',
      [{ proposal: { id: 'watching/0', to: 'ended', roles: ['gp'] } }],
    ])
    const answer = (accept: boolean, role = 'gp') =>
      ({ type: 'answer', proposal: 'watching/0', accept, by: { person: 'x', role } }) as const
    expect(patient.happen(answer(true, 'patient'), '2026-05-02T09:00').of('refused')).toMatchObject([
      { code: 'role-may-not' },
    ])
    patient.happen(answer(false), '2026-05-02T10:00').send('2026-05-03T08:00', { systolic: 110 })
    expect([patient.enrolment.proposals, patient.of('proposed')]).toEqual([[], []])
    patient.send('2026-05-04T08:00', { systolic: 130 }).send('2026-05-05T08:00', { systolic: 110 })
    expect(patient.happen(answer(true), '2026-05-05T09:00').enrolment.exit).toBe('ended')
  })

  it('what is no longer true is no longer proposed, and cannot be said yes to', () => {
    const states = {
      watching: {
        transitions: [
          { if: { measurement: 'systolic', below: 120 }, to: 'ended', confirm: ['gp'] },
          { if: { not: { inState: '7 days' } }, to: 'ended', confirm: ['gp'] },
        ],
      },
      ended: { exit: 'ended' },
    }
    const patient = new Patient(pathwayOf({ states }), '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 110 })
    patient.send('2026-05-03T08:00', { systolic: 150 })
    expect(patient.of('withdrawn-proposal')).toEqual([{ type: 'withdrawn-proposal', id: 'watching/0' }])
    const yes = (id: string) => ({ type: 'answer', proposal: id, accept: true, by: GP }) as const
    expect(patient.happen(yes('watching/0'), '2026-05-03T09:00').of('refused')).toMatchObject([
      { code: 'unknown-proposal' },
    ])
    const unseen = {
      ...patient.enrolment,
      since: patient.enrolment.since - 8 * 86_400_000,
      woken: patient.enrolment.woken + 1,
    }
    expect(step(patient.pathway, unseen, yes('watching/1'), unseen.woken).effects).toEqual([
      { type: 'refused', code: 'condition-not-met' },
    ])
  })

  it.each([
    ['unknown-decision', { type: 'decision', decision: 'fly', by: GP }],
    ['role-may-not', { type: 'decision', decision: 'finish', by: { person: 'P', role: 'patient' } }],
    ['unknown-parameter', { type: 'parameter', parameter: 'luck', value: 7, by: GP }],
    ['out-of-bounds', { type: 'parameter', parameter: 'target', value: 151, by: GP }],
    ['role-may-not', { type: 'parameter', parameter: 'target', value: 130, by: { person: 'P', role: 'patient' } }],
    ['unknown-proposal', { type: 'answer', proposal: 'watching/9', accept: true, by: GP }],
  ] as const)('refuses with %s and changes nothing: %j', (code, event) => {
    const patient = new Patient(
      pathwayOf({ states: { watching: { transitions: [decide] }, ended: { exit: 'ended' } } }),
      '2026-05-01T08:00',
    )
    const before = patient.enrolment
    expect(patient.happen(event, '2026-05-02T08:00').effects).toEqual([{ type: 'refused', code }])
    expect(patient.enrolment).toBe(before)
  })

  it('after the exit nothing is evaluated and nothing waits', () => {
    const patient = new Patient(
      pathwayOf({
        thresholds: { crisis: threshold(high) },
        states: { watching: { transitions: [decide] }, ended: { exit: 'ended' } },
      }),
      '2026-05-01T08:00',
    )
    patient.happen({ type: 'decision', decision: 'finish', by: GP }, '2026-05-02T08:00')
    expect([patient.enrolment.exit, nextWake(patient.pathway, patient.enrolment)]).toEqual(['ended', null])
    expect(patient.send('2026-05-03T08:00', { systolic: 190 }).effects).toEqual([])
    expect(patient.happen({ type: 'decision', decision: 'finish', by: GP }, '2026-05-04T08:00').effects).toEqual([
      { type: 'refused', code: 'already-ended' },
    ])
  })
})

describe('monitoring: none', () => {
  it('takes amber off the worklist, never red', () => {
    const thresholds = { amber: threshold(high), red: threshold(high, { level: 'red' }) }
    const pathway = pathwayOf({ thresholds, states: { watching: { monitoring: 'none' }, ended: { exit: 'ended' } } })
    expect(new Patient(pathway, '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 190 }).alerts).toEqual([
      'amber coaching',
      'red',
    ])
  })

  it('an alert that goes with the way back is for the state entered', () => {
    const states = {
      watching: { monitoring: 'none' as const, transitions: [{ if: high, to: 'seen', alert: 'routine' }] },
      seen: {},
      ended: { exit: 'ended' },
    }
    expect(
      new Patient(pathwayOf({ states }), '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 190 }).alerts,
    ).toEqual(['watching/0'])
  })
})

describe('a threshold that brings the patient back under watch', () => {
  it('is an alert, not coaching', () => {
    const states = {
      watching: { monitoring: 'none' as const, transitions: [{ threshold: 'crisis', to: 'seen' }] },
      seen: {},
      ended: { exit: 'ended' },
    }
    const pathway = pathwayOf({ thresholds: { crisis: threshold(high) }, states })
    expect(new Patient(pathway, '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 190 }).alerts).toEqual([
      'crisis',
    ])
  })
})

describe('personal limits', () => {
  it('count from the moment they are set', () => {
    const states = {
      watching: {
        transitions: [{ if: { mean: 'systolic', over: '7 days', atLeast: { parameter: 'target' } }, to: 'ended' }],
      },
      ended: { exit: 'ended' },
    }
    const patient = new Patient(pathwayOf({ states }), '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 132 })
    expect(patient.enrolment.exit).toBeUndefined()
    patient.happen({ type: 'parameter', parameter: 'target', value: 130, by: GP, because: 'ouder' }, '2026-05-02T09:00')
    expect([patient.enrolment.exit, patient.enrolment.parameters['target']]).toMatchObject([
      'ended',
      { value: 130, by: GP, because: 'ouder' },
    ])
  })
})
