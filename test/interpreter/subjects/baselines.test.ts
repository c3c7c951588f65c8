/** Baselines: fixed at a moment, or moving along. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import { runs } from '../../property.ts'
import { Patient, pathwayOf } from '../patient.ts'
import { patient } from './scoring.ts'

describe('a baseline', () => {
  const measurements = { weight: { unit: 'kg', precision: 0.1 } }
  const thresholds = (percent: boolean, atLeast: number): NonNullable<PathwayDefinition['thresholds']> => ({
    heavier: { level: 'amber', route: 'routine', when: { deviation: 'weight', from: 'usual', percent, atLeast } },
  })

  it('is fixed when the schedule is completed, replaced when it is completed again, and kept with too few readings', () => {
    const pathway = pathwayOf({
      measurements,
      baselines: {
        usual: { of: 'weight', statistic: 'mean', over: '3 days', readings: 2, taken: { completed: 'days' } },
      },
      schedules: { days: { measure: ['weight'], every: '1 day', windows: ['07:00-09:00'], for: '2 days' } },
      thresholds: thresholds(true, 5),
      states: { watching: { schedules: ['days'], transitions: [{ completed: 'days', to: 'watching' }] } },
    })
    const one = new Patient(pathway, '2026-05-01T06:00')
    one.send('2026-05-01T08:00', { weight: 80 }).send('2026-05-02T08:00', { weight: 81 })
    expect(one.enrolment.baselines).toBeUndefined()
    one.wait('2026-05-02T09:00')
    expect(one.enrolment.baselines?.usual).toMatchObject({ value: 80.5, count: 2 })
    one.send('2026-05-03T08:00', { weight: 84.5 }) // 84.525 would be five percent
    expect(one.alerts).toEqual([])
    one.send('2026-05-03T08:10', { weight: 84.6 })
    expect(one.alerts).toEqual(['heavier'])
    one.wait('2026-05-04T09:00')
    expect(one.enrolment.baselines?.usual).toMatchObject({ value: (81 + 84.5 + 84.6) / 3, count: 3 })
    const before = one.enrolment.baselines
    one.wait('2026-05-20T09:00')
    expect(one.enrolment.baselines).toEqual(before)
  })

  it('is fixed on entering a state, and a deviation is unknown before', () => {
    const pathway = pathwayOf({
      measurements,
      baselines: { usual: { of: 'weight', statistic: 'median', over: '3 days', taken: { entering: 'known' } } },
      thresholds: thresholds(false, 0.1),
      states: { watching: { transitions: [{ decision: 'start', by: ['gp'], to: 'known' }] }, known: {} },
    })
    const one = new Patient(pathway, '2026-05-01T06:00').send('2026-05-01T08:00', { weight: 80 })
    expect(one.trace?.looks[0]?.condition).toMatchObject({ truth: null, missing: 'no-baseline' })
    one.send('2026-05-01T09:00', { weight: 80.1 })
    one.happen({ type: 'decision', decision: 'start', by: { person: 'Gerda', role: 'gp' } }, '2026-05-01T10:00')
    expect(one.enrolment.baselines?.usual?.value).toBe(80.05)
    one.send('2026-05-01T11:00', { weight: 80.1 })
    expect(one.alerts).toEqual([])
    expect(one.send('2026-05-01T12:00', { weight: 80.15 }).alerts).toEqual(['heavier'])
  })

  it('of thirds is exact at the limit, also after it was stored', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 700, max: 900 }), { minLength: 3, maxLength: 7 }),
        fc.integer({ min: -9, max: 9 }),
        (tenths, off) => {
          const pathway = pathwayOf({
            measurements,
            baselines: { usual: { of: 'weight', statistic: 'mean', over: '30 days', taken: { entering: 'known' } } },
            thresholds: thresholds(false, 1),
            states: { watching: { transitions: [{ decision: 'start', by: ['gp'], to: 'known' }] }, known: {} },
          })
          const one = new Patient(pathway, '2026-05-01T06:00')
          for (const [index, value] of tenths.entries()) one.send(`2026-05-0${index + 1}T08:00`, { weight: value / 10 })
          one.happen({ type: 'decision', decision: 'start', by: { person: 'Gerda', role: 'gp' } }, '2026-05-09T10:00')
          const sum = tenths.reduce((all, value) => all + value, 0)
          const value = Math.floor(sum / tenths.length) + 10 + off
          one.send('2026-05-09T11:00', { weight: value / 10 })
          expect(one.alerts.length > 0).toBe(value * tenths.length - sum >= 10 * tenths.length)
        },
      ),
      { numRuns: runs(60) },
    )
  })

  it('“latest” is the reading before: a rise against the previous score', () => {
    const one = patient(
      { inputs: { breath: { answer: 'breath' } } },
      {
        baselines: { previous: { of: 'total', statistic: 'latest', over: '2 days' } },
        thresholds: {
          worse: { level: 'amber', route: 'routine', when: { deviation: 'total', from: 'previous', atLeast: 2 } },
        },
      },
    )
    const alerts = [3, 4, 6, 6].map((breath, day) => one.send(`2026-05-0${day + 1}T09:00`, { breath }).alerts.length)
    expect(alerts).toEqual([0, 0, 1, 0])
  })
})
