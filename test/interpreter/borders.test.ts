/** Exactly on the border: windows, staleness, `together`, readings of one instant. */
import { describe, expect, it } from 'vitest'
import type { Condition, Schedule } from '../../schemas/index.ts'
import { localText } from '../../runtime/interpreter/time/zone.ts'
import { GP, instant, Patient, pathwayOf, ZONE } from './patient.ts'

const high: Condition = { measurement: 'systolic', above: 180 }
const threshold = (when: Condition, more: object = {}) => ({ level: 'amber' as const, route: 'routine', when, ...more })
const ended = { exit: 'ended' }

describe('a reading', () => {
  const crisis = pathwayOf({ thresholds: { crisis: threshold(high) } })

  it('of exactly `stale` ago is stale, one a minute younger is not', () => {
    const taken = (at: string) =>
      new Patient(crisis, '2026-05-01T08:00').send('2026-05-05T08:00', { systolic: 190 }, at)
    expect([taken('2026-05-04T08:00').alerts, taken('2026-05-04T08:01').alerts]).toEqual([[], ['crisis']])
    expect(taken('2026-05-04T08:00').trace!.readings[0]!.marks).toEqual(['stale'])
  })

  it('of the very moment that was evaluated last is not late', () => {
    const patient = new Patient(crisis, '2026-05-01T08:00').send('2026-05-02T08:00', { diastolic: 80 })
    patient.send('2026-05-02T08:01', { systolic: 190 }, '2026-05-02T08:00')
    expect([patient.alerts, patient.trace!.readings[0]!.marks]).toEqual([['crisis'], []])
  })

  it('exactly `together` away meets', () => {
    const both = threshold({ all: [high, { measurement: 'complaints', is: true }] })
    const patient = new Patient(pathwayOf({ thresholds: { both } }), '2026-05-01T08:00')
    patient.send('2026-05-02T08:00', { systolic: 190 }).send('2026-05-02T08:30', { complaints: true })
    expect(patient.alerts).toEqual(['both'])
  })

  it('of one instant: the one that came last is the newest', () => {
    const states = { watching: { transitions: [{ if: high, to: 'ended' }] }, ended }
    const patient = new Patient(pathwayOf({ states }), '2026-05-01T08:00').send('2026-05-02T08:00', { systolic: 120 })
    expect(patient.send('2026-05-02T08:00', { systolic: 190 }).enrolment.exit).toBe('ended')
  })
})

describe('a window', () => {
  const plan: Schedule = {
    measure: ['systolic'],
    every: '1 day',
    windows: ['08:00-10:00'],
    readings: 2,
    missedAfter: '2 hours',
  }
  const patient = (transitions: object[] = []) =>
    new Patient(
      pathwayOf({ schedules: { plan }, states: { watching: { schedules: ['plan'], transitions }, ended } }),
      '2026-05-01T07:00',
    )
  const delivered = (at: string) =>
    patient().send('2026-05-01T13:00', { systolic: 120 }, at).enrolment.schedules['plan']!.closed[0]!.delivered

  it('holds what was taken at its opening and at the end of its grace, and nothing around them', () => {
    expect(['07:59', '08:00', '12:00', '12:01'].map((clock) => delivered(`2026-05-01T${clock}`))).toEqual([0, 1, 1, 0])
  })

  it('holds them just as well when they come before it is closed', () => {
    const opening = patient().send('2026-05-01T08:00', { systolic: 120 })
    const end = patient().send('2026-05-01T11:55', { systolic: 120 }, '2026-05-01T12:00')
    for (const early of [opening, end]) {
      expect(early.wait('2026-05-01T12:00').of('missed')).toEqual([])
      expect(early.enrolment.schedules['plan']!.closed).toMatchObject([{ delivered: 1, missed: false }])
    }
  })

  it('counts no more late readings than it asked for', () => {
    const late = patient().wait('2026-05-01T13:00')
    for (const minute of ['00', '01', '02']) late.send('2026-05-01T13:00', { systolic: 120 }, `2026-05-01T09:${minute}`)
    expect(late.enrolment.schedules['plan']!.closed[0]).toMatchObject({ asked: 2, delivered: 2 })
  })

  it('counts no late reading of one measurement for another that is missing', () => {
    const schedules = { plan: { ...plan, measure: ['systolic', 'diastolic'] } }
    const pathway = pathwayOf({ schedules, states: { watching: { schedules: ['plan'] }, ended } })
    const late = new Patient(pathway, '2026-05-01T07:00').wait('2026-05-01T13:00')
    for (const minute of ['00', '01', '02']) late.send('2026-05-01T13:00', { systolic: 120 }, `2026-05-01T09:${minute}`)
    expect(late.enrolment.schedules['plan']!.closed[0]).toMatchObject({ asked: 4, delivered: 2 })
  })

  it('counts no more early readings than it asked for', () => {
    const early = patient()
    for (const minute of ['00', '01', '02']) early.send(`2026-05-01T09:${minute}`, { systolic: 120 })
    expect(early.wait('2026-05-01T13:00').enrolment.schedules['plan']!.closed[0]).toMatchObject({ delivered: 2 })
  })

  it.each([
    ['no longer missed', { missed: 'plan', over: '2 days', atLeast: 2 }, [2], []],
    ['missed for ever without `over`', { missed: 'plan', atLeast: 2 }, [2], ['watching/0']],
    ['no longer asked', { adherence: 'plan', over: '2 days', atLeast: 50 }, [3], ['watching/0']],
  ])('that opened before `over` is %s: %j', (_name, condition, days, alerts) => {
    const asked = patient([{ if: condition, alert: 'routine' }])
    for (const day of days)
      asked.send(`2026-05-0${day}T09:00`, { systolic: 120 }).send(`2026-05-0${day}T09:05`, { systolic: 120 })
    expect(asked.wait('2026-05-03T12:00').alerts).toEqual(alerts)
  })

  it('that was missed long ago still counts where nothing says how far to look back', () => {
    const asked = patient([{ if: { missed: 'plan', atLeast: 3 }, alert: 'routine' }])
    for (const day of ['02', '03', '05', '06', '07']) asked.send(`2026-05-${day}T09:00`, { systolic: 120 })
    expect([asked.wait('2026-05-08T11:59').alerts, asked.wait('2026-05-08T12:00').alerts]).toEqual([[], ['watching/0']])
  })

  it('that was missed longer than a month ago is counted, and no more remembered', () => {
    const asked = patient([{ if: { missed: 'plan', atLeast: 200 }, alert: 'routine' }])
    for (let day = 0; day < 250; day += 2)
      asked.send(localText(ZONE, instant('2026-05-01T09:00') + day * 86_400_000).slice(0, 16), { systolic: 120 })
    expect(asked.wait('2027-01-06T13:00').alerts).toEqual([])
    expect(asked.enrolment.schedules['plan']!.closed.length).toBeLessThanOrEqual(33)
    const silent = asked.wait('2027-03-21T11:59')
    expect([silent.alerts, silent.wait('2027-03-21T12:00').alerts]).toEqual([[], ['watching/0']])
  })

  it('that opens at the very start is the first', () => {
    const schedules = { plan }
    const pathway = pathwayOf({ schedules, states: { watching: { schedules: ['plan'] }, ended } })
    const firstDay = (from: string) => new Patient(pathway, from).enrolment.schedules['plan']!.firstDay
    expect([firstDay('2026-05-01T08:00'), firstDay('2026-05-01T08:01')]).toEqual(['2026-05-01', '2026-05-02'])
  })

  it('at night, with days of grace, is closed once, and the last one completes', () => {
    const nights: Schedule = {
      measure: ['systolic'],
      every: '1 day',
      windows: ['22:00-02:00'],
      for: '1 month',
      missedAfter: '2 days',
    }
    const transitions = [{ completed: 'nights', to: 'ended' }]
    const states = { watching: { schedules: ['nights'], transitions }, ended }
    const asleep = new Patient(pathwayOf({ schedules: { nights }, states }), '2026-01-31T23:00').wait(
      '2026-06-01T00:00',
    )
    expect([asleep.of('missed').length, new Set(asleep.of('missed').map(({ opens }) => opens)).size]).toEqual([28, 28])
    expect(asleep.enrolment.since).toBe(instant('2026-03-03T02:00'))
  })
})

describe('a schedule with an end', () => {
  const once: Schedule = {
    measure: ['systolic'],
    every: '1 day',
    windows: ['08:00-10:00'],
    for: '1 day',
    discard: { first: '1 day' },
  }
  const patient = () => {
    const states = { watching: { schedules: ['once'], transitions: [{ after: '3 days', alert: 'routine' }] }, ended }
    return new Patient(pathwayOf({ schedules: { once }, states }), '2026-05-01T07:00')
  }

  it('is completed once, also where the patient stays', () => {
    const stays = patient().wait('2026-05-09T00:00')
    expect(stays.effects.map(({ type }) => type)).toEqual(['missed', 'completed', 'alert'])
  })

  it('leaves nothing out of the averages that was taken before it began', () => {
    const marks = (at: string) => patient().send('2026-05-01T09:00', { systolic: 120 }, at).trace!.readings[0]!.marks
    expect([marks('2026-05-01T06:59'), marks('2026-05-01T07:00')]).toEqual([[], ['discarded']])
  })
})

describe('a personal limit', () => {
  it.each([
    [119.9, 1],
    [120, 0],
    [150, 0],
    [150.1, 1],
    [Number.NaN, 1],
  ])('of %d is refused outside its bounds only', (value, refused) => {
    const patient = new Patient(pathwayOf({}), '2026-05-01T08:00')
    patient.happen({ type: 'parameter', parameter: 'target', value, by: GP }, '2026-05-02T08:00')
    expect(patient.of('refused')).toHaveLength(refused)
  })
})

describe('alerts as facts', () => {
  it('count in (t - over, t]', () => {
    const transitions = [
      { after: '1 day', alert: 'routine' },
      { if: { alerts: 'amber' as const, over: '2 days', atMost: 0 }, to: 'ended' },
      { after: '3 days', message: 'x' },
    ]
    const messages = { x: { to: 'patient', text: { nl: 'x' } } }
    const patient = new Patient(
      pathwayOf({
        messages,
        states: {
          early: { transitions: [{ after: '1 minute', alert: 'routine', to: 'watching' }] },
          watching: { transitions },
          ended,
        },
        initial: 'early',
      }),
      '2026-05-01T08:00',
    )
    expect(instant('2026-05-01T08:01')).toBe(patient.wait('2026-05-01T08:01').enrolment.since)
    patient.wait('2026-05-04T08:00')
    expect([patient.enrolment.state, patient.alerts]).toEqual(['watching', ['watching/0']])
    expect(patient.wait('2026-05-04T08:01').enrolment.exit).toBe('ended')
  })

  it('are remembered as long as a condition looks back', () => {
    const many = threshold({ alerts: 'amber', over: '7 days', atLeast: 2 }, { level: 'red' })
    const patient = new Patient(pathwayOf({ thresholds: { crisis: threshold(high), many } }), '2026-05-01T08:00')
    patient.send('2026-05-02T08:00', { systolic: 190 }).send('2026-05-05T08:00', { systolic: 120 })
    expect(patient.send('2026-05-08T20:00', { systolic: 190 }).alerts).toEqual(['crisis', 'many'])
  })
})
