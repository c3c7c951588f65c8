/** Pauses: a holiday stops the asking, an outage excuses the silence, and neither stops the watching. */
import { describe, expect, it } from 'vitest'
import type { Schedule, Transition } from '../../schemas/index.ts'
import type { PauseReason } from '../../runtime/interpreter/enrolment.ts'
import { plannedWindows } from '../../runtime/interpreter/wake.ts'
import { localText } from '../../runtime/interpreter/time/zone.ts'
import { GP, instant, Patient, pathwayOf, ZONE } from './patient.ts'

const plan: Schedule = {
  measure: ['systolic'],
  every: '1 day',
  windows: ['08:00-10:00'],
  remind: '1 hour',
  missedAfter: '2 hours',
}
/** Never true: it makes windows remembered for a month. */
const looksBack: Transition = { if: { adherence: 'plan', over: '4 weeks', above: 100 }, alert: 'routine' }
const from = '2026-05-01T07:00'
const patient = (transitions: Transition[] = [], more: object = {}) =>
  new Patient(
    pathwayOf({
      schedules: { plan },
      thresholds: { crisis: { level: 'red', route: 'routine', when: { measurement: 'systolic', above: 180 } } },
      states: { watching: { schedules: ['plan'], transitions: [...transitions, looksBack] }, ended: { exit: 'ended' } },
      ...more,
    }),
    from,
  )
const pause = (reason: PauseReason, begins: string, ends: string | null) =>
  ({
    type: 'pause',
    pause: { reason, from: instant(begins), until: ends === null ? null : instant(ends), by: GP },
  }) as const
const resume = { type: 'resume', by: GP } as const
const closed = (one: Patient) =>
  one.enrolment.schedules['plan']!.closed.map(
    ({ missed, excused, delivered }) => excused ?? (missed ? 'missed' : delivered),
  )

describe('a holiday, an admission or another pause', () => {
  it.each(['holiday', 'admission', 'other'] as const)(
    '%s: asks nothing, reminds nothing, counts nothing as missed',
    (reason) => {
      const away = patient().happen(pause(reason, '2026-05-02T00:00', '2026-05-04T00:00'), '2026-05-01T07:00')
      expect(
        away
          .wait('2026-05-05T00:00')
          .of('missed')
          .map(({ opens }) => opens),
      ).toEqual([instant('2026-05-01T08:00'), instant('2026-05-04T08:00')])
      expect(away.of('remind').map(({ opens }) => opens)).toEqual([
        instant('2026-05-01T08:00'),
        instant('2026-05-04T08:00'),
      ])
      expect(closed(away)).toEqual(['missed', reason, reason, 'missed'])
    },
  )

  it('windows in it are not planned', () => {
    const away = patient().happen(pause('holiday', '2026-05-02T00:00', '2026-05-04T00:00'), '2026-05-01T07:00')
    const planned = plannedWindows(away.pathway, away.enrolment, instant(from), instant('2026-05-06T00:00'))
    expect(planned.map(({ opens }) => localText(ZONE, opens).slice(8, 10))).toEqual(['01', '04', '05'])
  })

  it('a window that it touches is in it, one that it ends or begins at is not', () => {
    const days = (begins: string, ends: string) =>
      closed(
        patient()
          .happen(pause('holiday', begins, ends), '2026-05-01T07:00')
          .wait('2026-05-02T13:00'),
      )
    expect(days('2026-05-01T12:00', '2026-05-02T08:00')).toEqual(['missed', 'missed'])
    expect(days('2026-05-01T11:59', '2026-05-02T08:01')).toEqual(['holiday', 'holiday'])
  })

  it('what is measured all the same is watched, and counts for nothing', () => {
    const away = patient().happen(pause('holiday', '2026-05-01T07:30', null), '2026-05-01T07:30')
    expect(away.send('2026-05-01T09:00', { systolic: 190 }).alerts).toEqual(['crisis'])
    expect(closed(away.wait('2026-05-01T13:00'))).toEqual(['holiday'])
  })

  it('lasts until somebody ends it, and then the asking goes on', () => {
    const away = patient()
      .happen(pause('admission', '2026-05-01T07:30', null), '2026-05-01T07:30')
      .wait('2026-05-04T13:00')
    expect(closed(away)).toEqual(Array(4).fill('admission'))
    away.happen(resume, '2026-05-05T07:00')
    expect(away.wait('2026-05-06T13:00').of('missed')).toHaveLength(2)
    expect(away.happen(resume, '2026-05-07T07:00').of('refused')).toMatchObject([{ code: 'not-paused' }])
  })

  it('a run of missed windows goes on over it', () => {
    const four: Transition = { if: { missed: 'plan', atLeast: 4, inARow: true }, alert: 'routine' }
    const away = patient([four]).wait('2026-05-02T13:00')
    away.happen(pause('holiday', '2026-05-03T00:00', '2026-05-05T00:00'), '2026-05-02T13:00')
    expect([away.wait('2026-05-06T11:59').alerts, away.wait('2026-05-06T12:00').alerts]).toEqual([[], ['watching/0']])
  })

  it('is not held against the patient: adherence leaves it out', () => {
    const good: Transition = { if: { adherence: 'plan', over: '7 days', atLeast: 100 }, alert: 'routine' }
    const away = patient([good]).happen(pause('holiday', '2026-05-01T07:00', '2026-05-03T00:00'), '2026-05-01T07:00')
    expect(away.send('2026-05-03T09:00', { systolic: 120 }).alerts).toEqual([])
    expect(away.wait('2026-05-03T12:00').alerts).toEqual(['watching/0'])
  })

  it('a schedule with an end is completed all the same', () => {
    const short = { plan: { ...plan, for: '3 days' } }
    const away = patient([{ completed: 'plan', to: 'ended' }], { schedules: short })
    away.happen(pause('holiday', '2026-05-02T00:00', '2026-05-09T00:00'), '2026-05-01T07:00')
    expect(away.wait('2026-05-03T12:00').enrolment.exit).toBe('ended')
  })

  it('a stay goes on', () => {
    const away = patient([{ after: '2 days', to: 'ended' }])
    away.happen(pause('holiday', '2026-05-01T07:30', null), '2026-05-01T07:30')
    expect(away.wait('2026-05-03T07:00').enrolment.exit).toBe('ended')
  })

  it('told afterwards excuses what was missed; what was delivered stays delivered', () => {
    const away = patient().send('2026-05-03T09:00', { systolic: 120 }).wait('2026-05-03T13:00')
    away.happen(pause('admission', '2026-05-02T06:00', null), '2026-05-03T13:00')
    expect(closed(away)).toEqual(['missed', 'admission', 1])
  })

  it('of months does not make the record grow', () => {
    const away = patient([{ if: { missed: 'plan', atLeast: 3, inARow: true }, alert: 'routine' }])
    away.wait('2026-05-02T13:00').happen(pause('admission', '2026-05-03T00:00', '2026-09-01T00:00'), '2026-05-02T13:00')
    expect(away.wait('2026-08-31T13:00').enrolment.schedules['plan']!.closed.length).toBeLessThan(35)
    expect([away.wait('2026-09-01T11:59').alerts, away.wait('2026-09-01T12:00').alerts]).toEqual([[], ['watching/0']])
  })
})

describe('a broken device or an outage', () => {
  it.each(['device', 'outage'] as const)('%s: reminds as ever, and excuses what did not come', (reason) => {
    const silent = patient().happen(pause(reason, '2026-05-01T07:00', '2026-05-03T00:00'), '2026-05-01T07:00')
    silent.send('2026-05-01T08:30', { systolic: 120 })
    expect(silent.wait('2026-05-03T13:00').of('remind')).toHaveLength(2)
    expect(closed(silent)).toEqual([1, reason, 'missed'])
  })

  it('known afterwards lets the number of missed windows fall, so that the next run is told again', () => {
    const three: Transition = { if: { missed: 'plan', atLeast: 3, over: '4 weeks' }, alert: 'routine' }
    const silent = patient([three])
    expect(silent.wait('2026-05-03T13:00').alerts).toEqual(['watching/0'])
    silent.happen(pause('outage', '2026-05-02T08:00', '2026-05-03T12:00'), '2026-05-03T13:00')
    expect([closed(silent), silent.alerts]).toEqual([['missed', 'outage', 'outage'], []])
    expect([silent.wait('2026-05-04T12:00').alerts, silent.wait('2026-05-05T12:00').alerts]).toEqual([
      [],
      ['watching/0'],
    ])
  })

  it('a reading that comes in late after all counts', () => {
    const silent = patient().wait('2026-05-01T13:00')
    silent.happen(pause('outage', '2026-05-01T08:00', '2026-05-01T13:00'), '2026-05-01T13:00')
    silent.send('2026-05-01T14:00', { systolic: 120 }, '2026-05-01T09:00')
    expect(closed(silent)).toEqual([1])
  })

  it('told before the time that passed is looked at raises no storm', () => {
    const one: Transition = { if: { missed: 'plan', atLeast: 1 }, alert: 'routine' }
    const silent = patient([one]).happen(pause('outage', '2026-05-01T07:00', '2026-05-05T00:00'), '2026-05-01T07:00')
    expect(silent.wait('2026-05-04T23:00').alerts).toEqual([])
  })
})

describe('pauses', () => {
  it.each([
    ['that end before they begin', pause('holiday', '2026-05-04T00:00', '2026-05-03T00:00')],
    ['of no time at all', pause('holiday', '2026-05-04T00:00', '2026-05-04T00:00')],
    ['longer than a year', pause('holiday', '2026-05-02T00:00', '2027-05-04T00:00')],
    ['more than a year ago', pause('outage', '2025-04-01T00:00', '2025-04-02T00:00')],
    ['more than a year away', pause('outage', '2027-06-01T00:00', '2027-06-02T00:00')],
    ['at no time', { type: 'pause', pause: { reason: 'holiday', from: Number.NaN, until: null } } as const],
  ])('%s are refused', (_what, event) => {
    const one = patient()
    const before = one.enrolment
    expect(one.happen(event, '2026-05-01T07:00').effects).toEqual([{ type: 'refused', code: 'impossible-pause' }])
    expect(one.enrolment).toBe(before)
  })

  it('a whole year is possible, and so is one from a year ago', () => {
    expect(
      patient()
        .happen(pause('other', '2026-05-01T07:00', '2027-05-02T07:00'), from)
        .of('refused'),
    ).toEqual([])
    expect(
      patient()
        .happen(pause('outage', '2025-05-01T07:00', '2025-06-01T07:00'), from)
        .of('refused'),
    ).toEqual([])
  })

  it('that can no longer matter are forgotten', () => {
    const one = patient().happen(pause('holiday', '2026-05-01T07:00', '2026-05-02T00:00'), from)
    expect(one.wait('2026-05-03T12:00').enrolment.pauses).toHaveLength(1)
    expect(one.wait('2026-05-05T12:00').enrolment.pauses).toBeUndefined()
    expect(closed(one)[0]).toBe('holiday')
  })

  it('one that is ended at once was none', () => {
    const one = patient()
      .happen(pause('holiday', '2026-05-01T07:00', null), from)
      .happen(resume, from)
    expect(one.enrolment.pauses).toBeUndefined()
  })

  it('two that overlap: both are ended, and a holiday goes before an outage', () => {
    const one = patient().happen(pause('outage', '2026-05-01T07:00', null), from)
    one
      .happen(pause('holiday', '2026-05-01T07:00', null), from)
      .wait('2026-05-01T13:00')
      .happen(resume, '2026-05-01T13:00')
    expect([closed(one), one.enrolment.pauses!.map(({ until }) => until)]).toEqual([
      ['holiday'],
      [instant('2026-05-01T13:00'), instant('2026-05-01T13:00')],
    ])
  })
})
