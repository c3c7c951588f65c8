import { describe, expect, it } from 'vitest'
import type { Schedule } from '../../schemas/index.ts'
import { nextWake, plannedWindows } from '../../runtime/interpreter/wake.ts'
import { localText } from '../../runtime/interpreter/time/zone.ts'
import { instant, Patient, pathwayOf, week, ZONE } from './patient.ts'

const withSchedule = (schedule: Schedule, transitions: object[] = [{ completed: 'week', to: 'ended' }]) =>
  pathwayOf({
    schedules: { week: schedule },
    states: { watching: { schedules: ['week'], transitions }, ended: { exit: 'ended' } },
  })
const opens = (patient: Patient, from: string, until: string): string[] =>
  plannedWindows(patient.pathway, patient.enrolment, instant(from), instant(until)).map((window) =>
    localText(ZONE, window.opens).slice(0, 16),
  )

describe('windows', () => {
  it.each([
    ['2026-05-01T05:00', '2026-05-01T06:00'],
    ['2026-05-01T06:00', '2026-05-01T06:00'],
    ['2026-05-01T06:01', '2026-05-01T18:00'], // the morning has begun: the evening is the first whole window
    ['2026-05-01T18:01', '2026-05-02T06:00'],
  ])('entered at %s, the first window opens at %s', (entered, first) => {
    expect(opens(new Patient(withSchedule(week), entered), entered, '2026-05-09T00:00')[0]).toBe(first)
  })

  it('seven days have fourteen windows, and end after the last grace', () => {
    const patient = new Patient(withSchedule(week), '2026-05-01T05:00')
    expect(opens(patient, '2026-05-01T05:00', '2026-06-01T00:00')).toHaveLength(14)
    patient.wait('2026-05-07T23:59')
    expect(patient.enrolment.exit).toBeUndefined()
    patient.wait('2026-05-08T00:00')
    expect([patient.enrolment.exit, patient.of('completed')]).toMatchObject(['ended', [{ schedule: 'week' }]])
  })

  it.each([
    ['2026-03-28T00:00', ['02:30', '03:00', '02:30'], 'the gap moves to its end'],
    ['2026-10-24T00:00', ['02:30', '02:30', '02:30'], 'the doubled hour counts once, the first'],
  ])('around the clock change from %s a window at 02:30 opens at %j: %s', (entered, clocks) => {
    const patient = new Patient(
      withSchedule({ measure: ['systolic'], every: '1 day', windows: ['02:30-04:00'] }),
      entered,
    )
    const windows = plannedWindows(
      patient.pathway,
      patient.enrolment,
      instant(entered),
      instant(entered) + 3 * 86_400_000,
    )
    expect(windows.map((window) => localText(ZONE, window.opens).slice(11, 16))).toEqual(clocks)
    expect(new Set(windows.map((window) => window.opens)).size).toBe(3)
    expect(localText(ZONE, windows[1]!.opens).slice(-6)).toBe('+02:00')
  })

  it('a window that lies wholly in the gap is as long as ever, and not missed for want of time', () => {
    const schedule = { measure: ['systolic'], every: '1 day', windows: ['02:00-03:00'] }
    const patient = new Patient(withSchedule(schedule), '2026-03-28T12:00')
    patient.send('2026-03-29T03:59', { systolic: 120 }).wait('2026-03-29T23:00')
    expect(patient.enrolment.schedules['week']!.closed).toMatchObject([
      { opens: instant('2026-03-29T03:00'), over: instant('2026-03-29T04:00'), delivered: 1, missed: false },
    ])
  })

  it('a window may run past midnight', () => {
    const patient = new Patient(
      withSchedule({ measure: ['systolic'], every: '1 day', windows: ['22:00-02:00'] }),
      '2026-05-01T12:00',
    )
    patient.send('2026-05-02T01:00', { systolic: 120 }).wait('2026-05-02T12:00')
    expect(patient.enrolment.schedules['week']!.closed).toMatchObject([{ delivered: 1, missed: false }])
  })

  it('every four weeks, and every month from the 31st', () => {
    const monthly = (every: string) =>
      opens(
        new Patient(withSchedule({ measure: ['systolic'], every, windows: ['06:00-10:00'] }), '2026-01-31T05:00'),
        '2026-01-31T05:00',
        '2026-04-05T00:00',
      ).map((text) => text.slice(0, 10))
    expect(monthly('4 weeks')).toEqual(['2026-01-31', '2026-02-28', '2026-03-28'])
    expect(monthly('1 month')).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
  })
})

describe('what comes in', () => {
  const reading = { systolic: 120, diastolic: 80 }

  it('is counted per window: delivered, partial, missed; out of schedule never', () => {
    const patient = new Patient(withSchedule(week), '2026-05-01T05:00')
    patient.send('2026-05-01T07:00', reading).send('2026-05-01T07:02', reading).send('2026-05-01T07:04', reading)
    patient.send('2026-05-01T13:00', reading).send('2026-05-02T11:59', { systolic: 120 })
    patient.wait('2026-05-02T12:00')
    expect(patient.enrolment.schedules['week']!.closed).toMatchObject([
      { asked: 4, delivered: 4, missed: false },
      { delivered: 0, missed: true },
      { delivered: 1, missed: false },
    ])
    expect(patient.of('missed')).toHaveLength(0)
  })

  it('a late reading still counts for the window in which it was taken', () => {
    const patient = new Patient(withSchedule(week), '2026-05-01T05:00').wait('2026-05-01T13:00')
    expect(patient.of('missed')).toHaveLength(1)
    patient.send('2026-05-01T14:00', reading, '2026-05-01T08:00')
    expect(patient.enrolment.schedules['week']!.closed).toMatchObject([{ delivered: 2, missed: false }])
  })

  it('reminds who has sent nothing, once, an hour after opening', () => {
    const patient = new Patient(withSchedule(week), '2026-05-01T05:00').wait('2026-05-01T07:00')
    expect(patient.of('remind')).toMatchObject([{ schedule: 'week', measurements: ['systolic', 'diastolic'] }])
    patient.send('2026-05-01T18:30', reading)
    expect(patient.wait('2026-05-01T20:00').of('remind')).toEqual([])
  })

  it('two schedules that remind at one instant make one reminder', () => {
    const other: Schedule = { ...week, measure: ['diastolic', 'complaints'] }
    const pathway = pathwayOf({
      schedules: { week, other },
      states: {
        watching: { schedules: ['week', 'other'], transitions: [{ completed: 'week', to: 'ended' }] },
        ended: { exit: 'ended' },
      },
    })
    expect(
      new Patient(pathway, '2026-05-01T05:00')
        .wait('2026-05-01T07:00')
        .of('remind')
        .map(({ measurements }) => measurements),
    ).toEqual([['systolic', 'diastolic', 'complaints']])
  })

  it('day one is left out of every average, and still guarded', () => {
    const thresholds = {
      high: { level: 'amber' as const, route: 'routine', when: { measurement: 'systolic', above: 180 } },
    }
    const guard = [{ completed: 'week', if: { mean: 'systolic', over: '7 days', below: 130 }, to: 'ended' }]
    const pathway = pathwayOf({
      thresholds,
      schedules: { week },
      states: { watching: { schedules: ['week'], transitions: guard }, ended: { exit: 'ended' } },
    })
    const patient = new Patient(pathway, '2026-05-01T05:00')
    expect(patient.send('2026-05-01T07:00', { systolic: 190 }).alerts).toEqual(['high'])
    patient.send('2026-05-02T07:00', { systolic: 120 }).wait('2026-05-08T00:00')
    expect(patient.enrolment.exit).toBe('ended')
  })

  it('four windows missed in a row raise one alert', () => {
    const patient = new Patient(
      withSchedule(week, [{ if: { missed: 'week', atLeast: 4, inARow: true }, alert: 'routine' }]),
      '2026-05-01T05:00',
    )
    patient.send('2026-05-01T07:00', reading)
    expect(patient.wait('2026-05-03T11:59').alerts).toEqual([])
    expect(patient.wait('2026-05-03T12:00').alerts).toEqual(['watching/0'])
    expect(patient.wait('2026-05-05T00:00').alerts).toEqual([])
  })
})

describe('who stopped measuring', () => {
  const silent = (atLeast: number | { parameter: string }) =>
    new Patient(
      withSchedule({ measure: ['systolic'], every: '1 day', windows: ['06:00-10:00', '18:00-22:00'] }, [
        { if: { missed: 'week', atLeast, inARow: true }, alert: 'routine' },
      ]),
      '2026-01-01T05:00',
    )

  it('does not make the record grow, and is told of when the number is reached, once', () => {
    const patient = silent(140).wait('2026-03-11T09:59')
    expect(patient.alerts).toEqual([])
    expect(patient.wait('2026-03-11T10:00').alerts).toEqual([])
    expect(patient.wait('2026-03-11T22:00').alerts).toEqual(['watching/0'])
    expect(patient.wait('2027-01-01T00:00').alerts).toEqual([])
    expect(patient.enrolment.schedules['week']!.closed).toHaveLength(141)
    expect(silent({ parameter: 'target' }).wait('2026-06-01T00:00').enrolment.schedules['week']!.closed).toHaveLength(
      151,
    )
    expect(silent(4).wait('2026-06-01T00:00').enrolment.schedules['week']!.closed).toHaveLength(100)
  })
})

describe('across states', () => {
  it('a schedule goes on unbroken where the next state lists it too, and ends where not', () => {
    const states = {
      watching: { schedules: ['week'], transitions: [{ decision: 'on', by: ['gp'], to: 'next' }] },
      next: { schedules: ['week'], transitions: [{ decision: 'rest', by: ['gp'], to: 'rest' }] },
      rest: {},
      ended: { exit: 'ended' },
    }
    const patient = new Patient(pathwayOf({ schedules: { week }, states }), '2026-05-01T05:00')
    const by = { person: 'Gerda', role: 'gp' }
    patient.happen({ type: 'decision', decision: 'on', by }, '2026-05-03T09:00')
    expect(patient.enrolment.schedules['week']).toMatchObject({ firstDay: '2026-05-01', closed: { length: 4 } })
    patient.happen({ type: 'decision', decision: 'rest', by }, '2026-05-03T09:30')
    expect([patient.enrolment.schedules, nextWake(patient.pathway, patient.enrolment)]).toEqual([{}, null])
  })
})
