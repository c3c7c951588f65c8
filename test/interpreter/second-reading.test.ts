/** What counts as a second reading, and what becomes of the waiting when the patient leaves. */
import { describe, expect, it } from 'vitest'
import { nextWake } from '../../runtime/interpreter/wake.ts'
import { GP, Patient, pathwayOf } from './patient.ts'

const pathway = pathwayOf({
  thresholds: {
    crisis: {
      level: 'red',
      route: 'routine',
      when: {
        any: [
          { measurement: 'systolic', above: 180 },
          { measurement: 'diastolic', above: 110 },
        ],
      },
      remeasure: { within: '15 minutes' },
    },
  },
  states: {
    watching: {
      transitions: [
        { decision: 'finish', by: ['gp'], to: 'ended' },
        { if: { measurement: 'temperature', above: 38 }, to: 'ended' },
      ],
    },
    ended: { exit: 'ended' },
  },
})
const first = () => new Patient(pathway, '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 190 })

describe('a second reading', () => {
  it('is not the other half of the same cuff, sent by itself', () => {
    const patient = first().send('2026-05-02T08:00', { diastolic: 90 })
    expect(patient.alerts).toEqual([])
    expect(patient.send('2026-05-02T08:05', { systolic: 150, diastolic: 90 }).trace!.looks[0]!.outcome).toBe(
      'not-confirmed',
    )
    expect(patient.wait('2026-05-03T08:00').alerts).toEqual([])
  })

  it('is not the same reading, sent once more', () => {
    expect(first().send('2026-05-02T08:03', { systolic: 190 }, '2026-05-02T08:00').alerts).toEqual([])
  })

  it('of which half is missing leaves open what it was, and the waiting goes on', () => {
    const patient = first().send('2026-05-02T08:05', { systolic: 150 })
    expect([patient.alerts, patient.trace!.looks[0]!.outcome]).toEqual([[], 'waiting'])
    expect(patient.wait('2026-05-02T09:00').alerts).toEqual(['crisis unconfirmed'])
  })

  it('may arrive after an answer that is newer', () => {
    const answered = () => first().send('2026-05-02T08:10', { complaints: false })
    const second = (systolic: number) =>
      answered().send('2026-05-02T08:12', { systolic, diastolic: 90 }, '2026-05-02T08:05')
    expect(second(150).wait('2026-05-03T08:00').alerts).toEqual([])
    expect(second(186).alerts).toEqual(['crisis'])
  })

  it('was taken within the time', () => {
    const patient = first().send('2026-05-02T08:14', { systolic: 150, diastolic: 80 }, '2026-05-02T08:16')
    expect(patient.wait('2026-05-02T09:00').alerts).toEqual(['crisis unconfirmed'])
  })

  it('when it is normal but a device clock puts it past the deadline, the next crisis is asked about again', () => {
    const patient = first().send('2026-05-02T08:14', { systolic: 150, diastolic: 80 }, '2026-05-02T08:16')
    patient.wait('2026-05-02T09:00')
    expect(patient.send('2026-05-02T09:00', { systolic: 190 }).of('measure')).toHaveLength(1)
  })
})

describe('a second reading of a cuff and an answer', () => {
  const when = {
    any: [
      {
        all: [
          { measurement: 'systolic', above: 160 },
          { measurement: 'complaints', is: true },
        ],
      },
      { measurement: 'diastolic', above: 110 },
    ],
  }
  const wait = { level: 'red' as const, route: 'routine', when, remeasure: { within: '15 minutes' } }
  const asked = () =>
    new Patient(pathwayOf({ thresholds: { crisis: wait } }), '2026-05-01T08:00').send('2026-05-02T08:00', {
      systolic: 190,
      diastolic: 90,
      complaints: true,
    })

  it('is not the answer alone: "no complaints" does not end the waiting', () => {
    const patient = asked().send('2026-05-02T08:05', { complaints: false })
    expect([patient.alerts, Object.keys(patient.enrolment.remeasuring)]).toEqual([[], ['crisis']])
    expect(patient.wait('2026-05-02T09:00').alerts).toEqual(['crisis unconfirmed'])
  })

  it('is the cuff, with the answer that was given nearest to it', () => {
    expect(asked().send('2026-05-02T08:05', { systolic: 186, diastolic: 90 }).alerts).toEqual(['crisis'])
    const calmer = asked()
      .send('2026-05-02T08:05', { complaints: false })
      .send('2026-05-02T08:06', { systolic: 186, diastolic: 90 })
    expect([calmer.alerts, calmer.wait('2026-05-03T08:00').alerts]).toEqual([[], []])
  })

  it('is an answer where an answer alone was the first', () => {
    const complaints = { ...wait, when: { measurement: 'complaints', is: true } }
    const patient = new Patient(pathwayOf({ thresholds: { crisis: complaints } }), '2026-05-01T08:00')
    patient.send('2026-05-02T08:00', { complaints: true }).send('2026-05-02T08:05', { complaints: false })
    expect(patient.wait('2026-05-03T08:00').alerts).toEqual([])
  })

  it('is everything that was measured, also when it comes in parts', () => {
    const both = {
      ...wait,
      when: {
        all: [
          { measurement: 'systolic', above: 160 },
          { measurement: 'temperature', above: 38 },
        ],
      },
    }
    const first = () =>
      new Patient(pathwayOf({ thresholds: { crisis: both } }), '2026-05-01T08:00').send('2026-05-02T08:00', {
        systolic: 190,
        temperature: 39,
      })
    const half = first().send('2026-05-02T08:05', { systolic: 120 })
    expect(half.wait('2026-05-02T09:00').alerts).toEqual(['crisis unconfirmed'])
    const parts = first().send('2026-05-02T08:05', { systolic: 186 })
    expect([parts.alerts, parts.send('2026-05-02T08:06', { temperature: 39 }).alerts]).toEqual([[], ['crisis']])
  })
})

describe('waiting for a threshold that the pathway does not have', () => {
  it('ends at its deadline with an alert for whoever is asked first, and wakes nobody for ever', () => {
    const patient = first()
    const [waiting] = Object.values(patient.enrolment.remeasuring)
    patient.enrolment = { ...patient.enrolment, remeasuring: { gone: waiting! } }
    expect(patient.wait('2026-05-02T09:00').alerts).toEqual(['gone unconfirmed'])
    expect(patient.of('alert')[0]!.firing).toMatchObject({
      level: 'amber',
      route: 'routine',
      because: [{ value: 190 }],
    })
    expect([patient.enrolment.remeasuring, nextWake(pathway, patient.enrolment)]).toEqual([{}, null])
  })
})

describe('the time for a second reading', () => {
  const wait = (within: string, above: number) => ({
    level: 'red' as const,
    route: 'routine',
    when: { measurement: 'systolic', above },
    remeasure: { within },
  })

  it('includes its last moment, also when something else wakes at that moment', () => {
    const states = {
      watching: { transitions: [{ after: '1455 minutes', message: 'hello' }] },
      ended: { exit: 'ended' },
    }
    const messages = { hello: { to: 'patient', text: { nl: 'Hallo' } } }
    const patient = new Patient(
      pathwayOf({ thresholds: { crisis: wait('15 minutes', 180) }, messages, states }),
      '2026-05-01T08:00',
    )
    patient.send('2026-05-02T08:00', { systolic: 190 }).send('2026-05-02T08:15', { systolic: 150 })
    expect([patient.of('message').length, patient.alerts, patient.wait('2026-05-03T08:00').alerts]).toEqual([1, [], []])
  })

  it('counts from the arrival of the first, however long that was under way', () => {
    const patient = new Patient(pathway, '2026-05-01T08:00')
    patient.send('2026-05-02T08:10', { systolic: 190 }, '2026-05-02T08:00')
    expect(patient.wait('2026-05-02T08:24').alerts).toEqual([])
    expect(patient.send('2026-05-02T08:25', { systolic: 150, diastolic: 80 }).alerts).toEqual([])
    expect(patient.wait('2026-05-03T08:00').alerts).toEqual([])
  })

  it('is never made longer by what comes in meanwhile', () => {
    const patient = first().send('2026-05-02T08:12', { systolic: 150, diastolic: 80 }, '2026-05-02T08:16')
    expect(patient.send('2026-05-02T08:13', { systolic: 190 }, '2026-05-02T08:17').of('measure')).toEqual([])
    expect(patient.wait('2026-05-02T08:16').alerts).toEqual(['crisis unconfirmed'])
  })

  it('that is asked for two thresholds is the shorter', () => {
    const thresholds = { high: wait('30 minutes', 180), higher: wait('15 minutes', 200) }
    const patient = new Patient(pathwayOf({ thresholds }), '2026-05-01T08:00')
    patient.send('2026-05-02T08:00', { systolic: 210 })
    expect(patient.of('measure')).toMatchObject([{ until: Date.parse('2026-05-02T06:15Z') }])
  })
})

describe('who leaves while a second reading is awaited', () => {
  it('leaves the alert behind, unconfirmed, by a decision', () => {
    const patient = first().happen({ type: 'decision', decision: 'finish', by: GP }, '2026-05-02T08:05')
    expect([patient.enrolment.exit, patient.alerts]).toEqual(['ended', ['crisis unconfirmed']])
    expect(patient.of('alert')[0]!.firing).toMatchObject({
      at: Date.parse('2026-05-02T06:05Z'),
      because: [{ value: 190 }],
    })
    expect([patient.enrolment.remeasuring, nextWake(pathway, patient.enrolment)]).toEqual([{}, null])
  })

  it('also when the very reading brings the end', () => {
    const patient = new Patient(pathway, '2026-05-01T08:00').send('2026-05-02T08:00', {
      systolic: 190,
      temperature: 39,
    })
    expect([patient.enrolment.exit, patient.alerts]).toEqual(['ended', ['crisis unconfirmed']])
  })
})
