import { describe, expect, it } from 'vitest'
import type { Condition } from '../../schemas/index.ts'
import { nextWake } from '../../runtime/interpreter/wake.ts'
import { localText } from '../../runtime/interpreter/time/zone.ts'
import { GP, Patient, pathwayOf, ZONE } from './patient.ts'

const high: Condition = { measurement: 'systolic', above: 180 }
const meanHigh: Condition = { mean: 'systolic', over: '7 days', readings: 3, atLeast: 135 }
const threshold = (when: Condition, more: object = {}) => ({ level: 'amber' as const, route: 'routine', when, ...more })

describe('edges, not levels', () => {
  const pathway = pathwayOf({ thresholds: { crisis: threshold(high) } })

  it('acts when it becomes true, and again only after it has been false', () => {
    const patient = new Patient(pathway, '2026-05-01T08:00')
    const raised = [190, 195, 150, 185].map(
      (systolic, index) => patient.send(`2026-05-0${index + 2}T08:00`, { systolic }).alerts,
    )
    expect(raised).toEqual([['crisis'], [], [], ['crisis']])
  })

  it('unknown does not re-arm', () => {
    const patient = new Patient(pathway, '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 190 })
    patient.send('2026-05-03T08:00', { diastolic: 80 })
    expect(patient.send('2026-05-04T08:00', { systolic: 190 }).alerts).toEqual([])
  })

  it('a new stay remembers nothing', () => {
    const again = pathwayOf({
      thresholds: { crisis: threshold(high) },
      states: {
        watching: { transitions: [{ decision: 'again', by: ['gp'], to: 'watching' }] },
        ended: { exit: 'ended' },
      },
    })
    const patient = new Patient(again, '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 190 })
    patient.happen({ type: 'decision', decision: 'again', by: GP }, '2026-05-03T08:00')
    expect(patient.of('entered')).toMatchObject([{ state: 'watching', from: 'watching', transition: 'watching/0' }])
    expect(patient.send('2026-05-04T08:00', { systolic: 190 }).alerts).toEqual(['crisis'])
  })
})

describe('a submission is the unit of evaluation', () => {
  const both = threshold({ all: [high, { measurement: 'complaints', is: true }] }, { level: 'red' })

  it('a cuff at 08:00 and an answer at 08:02 meet, in either order', () => {
    const patient = () => new Patient(pathwayOf({ thresholds: { both } }), '2026-05-01T08:00')
    expect(
      patient().send('2026-05-02T08:00', { systolic: 190 }).send('2026-05-02T08:02', { complaints: true }).alerts,
    ).toEqual(['both'])
    expect(
      patient().send('2026-05-02T08:00', { complaints: true }).send('2026-05-02T08:02', { systolic: 190 }).alerts,
    ).toEqual(['both'])
  })

  it('but not when they lie further apart than `together`', () => {
    const patient = new Patient(pathwayOf({ thresholds: { both } }), '2026-05-01T08:00')
    expect(
      patient.send('2026-05-02T08:00', { systolic: 190 }).send('2026-05-02T08:31', { complaints: true }).alerts,
    ).toEqual([])
    const wide = new Patient(pathwayOf({ thresholds: { both: { ...both, together: '1 hour' } } }), '2026-05-01T08:00')
    expect(
      wide.send('2026-05-02T08:00', { systolic: 190 }).send('2026-05-02T08:31', { complaints: true }).alerts,
    ).toEqual(['both'])
  })

  it('several readings in one submission: the worst is not hidden by the others', () => {
    const patient = new Patient(pathwayOf({ thresholds: { crisis: threshold(high) } }), '2026-05-01T08:00')
    const readings = [190, 140].map((value, index) => ({
      id: `r${index}`,
      measurement: 'systolic',
      value,
      at: Date.parse('2026-05-02T06:00Z') + index,
    }))
    expect(patient.happen({ type: 'submission', readings }, '2026-05-02T08:01').alerts).toEqual(['crisis'])
  })
})

describe('a second reading decides', () => {
  const pathway = pathwayOf({
    thresholds: {
      crisis: threshold(high, { remeasure: { within: '15 minutes' } }),
      low: threshold({ measurement: 'systolic', below: 100 }),
    },
  })
  const first = () => new Patient(pathway, '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 190 })

  it('asks once, for the whole cuff', () => {
    const patient = first()
    expect([patient.alerts, patient.of('measure')]).toMatchObject([
      [],
      [{ measurements: ['systolic', 'diastolic'], reason: 'remeasure', threshold: 'crisis' }],
    ])
  })

  it('fires with both readings when confirmed', () => {
    const patient = first().send('2026-05-02T08:15', { systolic: 186 })
    expect(patient.alerts).toEqual(['crisis'])
    expect(patient.of('alert')[0]!.firing.because.map(({ value }) => value)).toEqual([190, 186])
  })

  it('does not fire when not confirmed, and may ask again later', () => {
    const patient = first().send('2026-05-02T08:10', { systolic: 150 })
    expect([patient.alerts, patient.trace!.looks[0]!.outcome]).toEqual([[], 'not-confirmed'])
    expect(patient.wait('2026-05-03T08:00').alerts).toEqual([])
    expect(patient.send('2026-05-03T08:00', { systolic: 190 }).of('measure')).toHaveLength(1)
  })

  it('fires as unconfirmed at the deadline when none comes, once', () => {
    const patient = first()
    expect(localText(ZONE, nextWake(pathway, patient.enrolment)!)).toBe('2026-05-02T08:15:00.001+02:00')
    expect(patient.wait('2026-05-04T08:00').alerts).toEqual(['crisis unconfirmed'])
    expect(patient.of('alert')[0]!.firing).toMatchObject({
      at: Date.parse('2026-05-02T06:15Z'),
      because: [{ value: 190 }],
    })
    expect(nextWake(pathway, patient.enrolment)).toBeNull()
  })

  it('two thresholds that wait for one reading ask for it once', () => {
    const wait = { remeasure: { within: '15 minutes' } }
    const two = pathwayOf({
      thresholds: { high: threshold(high, wait), higher: threshold({ measurement: 'systolic', above: 200 }, wait) },
    })
    const patient = new Patient(two, '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 210 })
    expect(patient.of('measure')).toHaveLength(1)
    expect(patient.send('2026-05-02T08:05', { systolic: 190 }).alerts).toEqual(['high'])
  })

  it('never delays another threshold', () => {
    expect(first().send('2026-05-02T08:05', { systolic: 90 }).alerts).toEqual(['low'])
  })

  it('survives a change of state', () => {
    const leaving = pathwayOf({
      thresholds: { crisis: threshold(high, { remeasure: { within: '15 minutes' } }) },
      states: {
        watching: { transitions: [{ decision: 'on', by: ['gp'], to: 'calm' }] },
        calm: { thresholds: [] },
        ended: { exit: 'ended' },
      },
    })
    const patient = new Patient(leaving, '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 190 })
    patient.happen({ type: 'decision', decision: 'on', by: GP }, '2026-05-02T08:05')
    expect(patient.wait('2026-05-02T09:00').alerts).toEqual(['crisis unconfirmed'])
  })
})

describe('the quality gate', () => {
  const pathway = pathwayOf({ thresholds: { crisis: threshold(high), mean: threshold(meanHigh) } })
  const patient = () => new Patient(pathway, '2026-05-01T08:00')

  it('an implausible value is not evaluated, and asked again with its panel', () => {
    const sent = patient().send('2026-05-02T08:00', { systolic: 820 })
    expect([sent.alerts, sent.of('measure'), sent.enrolment.readings]).toMatchObject([
      [],
      [{ reason: 'implausible', measurements: ['systolic', 'diastolic'] }],
      {},
    ])
    expect(sent.trace!.readings[0]!.marks).toEqual(['implausible'])
  })

  it.each(['hoog', true, Number.NaN, Number.POSITIVE_INFINITY])('%s is no blood pressure', (systolic) => {
    expect(patient().send('2026-05-02T08:00', { systolic }).enrolment.readings).toEqual({})
  })

  it('a reading from the future is not evaluated; ten minutes of clock error are forgiven', () => {
    expect(patient().send('2026-05-02T08:00', { systolic: 190 }, '2026-05-02T08:11').alerts).toEqual([])
    expect(patient().send('2026-05-02T08:00', { systolic: 190 }, '2026-05-02T08:10').alerts).toEqual(['crisis'])
  })

  it('a stale reading counts in averages, and never fires a single-value threshold', () => {
    const late = patient()
    for (const day of ['02', '03', '04']) late.send('2026-05-06T08:00', { systolic: 190 }, `2026-05-${day}T08:00`)
    expect([late.alerts, late.trace!.readings[0]!.marks]).toEqual([['mean'], ['stale']])
  })

  it('a late reading fires on its own moment and says so, and does not undo what is true now', () => {
    const late = patient().send('2026-05-02T09:00', { systolic: 140 })
    expect(late.send('2026-05-02T09:05', { systolic: 190 }, '2026-05-02T08:00').alerts).toEqual(['crisis late'])
    expect(late.send('2026-05-02T10:00', { systolic: 190 }).alerts).toContain('crisis')
  })

  it('a late reading is looked at again on each later moment whose window holds it', () => {
    const late = patient()
    for (const [day, systolic] of [
      ['02', 130],
      ['03', 136],
      ['04', 120],
    ] as const)
      late.send(`2026-05-${day}T08:00`, { systolic })
    expect(late.alerts).toEqual([])
    expect(late.send('2026-05-04T08:30', { systolic: 170 }, '2026-05-03T20:00').alerts).toEqual(['mean late'])
  })

  it('readings of other pathways are none of its business', () => {
    expect(patient().send('2026-05-02T08:00', { glucose: 5 }).enrolment.readings).toEqual({})
  })
})
