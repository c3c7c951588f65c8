import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reading, Value } from '../../../runtime/interpreter/enrolment.ts'
import type { PathwayDefinition, Score } from '../../../schemas/index.ts'
import { runs } from '../../property.ts'
import { Patient, pathwayOf } from '../patient.ts'

const lungs: NonNullable<PathwayDefinition['questionnaires']> = {
  lungs: {
    items: {
      cough: {
        ask: { nl: 'Hoest u?' },
        options: [
          { answer: 'no', points: 0 },
          { answer: 'much', points: 3 },
        ],
      },
      breath: { ask: { nl: 'Bent u benauwd?' }, scale: { from: 0, to: 10 } },
      sleeps: { ask: { nl: 'Slaapt u goed?' } },
      asleep: { ask: { nl: 'Hoe lang?' }, scale: { from: 0, to: 24 }, optional: true },
    },
  },
}

/** A patient with one score, and a threshold on it. */
function patient(
  score: Partial<Score>,
  more: Partial<PathwayDefinition> = {},
  facts: Record<string, Value> = {},
): Patient {
  const pathway = pathwayOf({
    measurements: { pulse: { precision: 1 }, saturation: { precision: 1 }, complaints: { type: 'boolean' } },
    questionnaires: lungs,
    thresholds: { high: { level: 'red', route: 'routine', when: { score: 'total', atLeast: 5 } } },
    ...more,
    scores: { total: { combine: 'sum', inputs: {}, ...score }, ...more.scores },
  })
  return new Patient(pathway, '2026-05-01T08:00', facts)
}

const total = ({ enrolment }: Patient, name = 'total'): Reading | undefined => enrolment.readings[name]?.at(-1)

describe('a score', () => {
  const inputs: Score['inputs'] = {
    cough: { answer: 'cough' },
    breath: { answer: 'breath' },
    sleep: { answer: 'sleeps', weight: 2 },
  }

  it('is made as soon as its inputs are there, of the points of answers: numbers, words, and yes for one', () => {
    const one = patient({ inputs }).send('2026-05-01T09:00', { cough: 'much', breath: 4 })
    expect(total(one)).toBeUndefined()
    expect(one.alerts).toEqual([])
    one.send('2026-05-01T09:10', { sleeps: true })
    expect(total(one)).toMatchObject({ value: 9, parts: { cough: 3, breath: 4, sleep: 2 } })
    expect(one.alerts).toEqual(['high'])
    const [alert] = one.of('alert')
    expect(alert?.firing.because).toEqual([total(one)])
  })

  it('takes no input that is older than it may be', () => {
    const late = patient({ inputs }).send('2026-05-01T09:00', { cough: 'much', breath: 4 })
    expect(total(late.send('2026-05-01T09:31', { sleeps: true }))).toBeUndefined()
    const inTime = patient({ inputs, within: '31 minutes' }).send('2026-05-01T09:00', { cough: 'much', breath: 4 })
    expect(total(inTime.send('2026-05-01T09:31', { sleeps: true }))?.value).toBe(9)
  })

  it('leaves out what is missing where that is allowed, or counts it as the pathway says', () => {
    const sent = { cough: 'much', breath: 4 }
    const score = (missing: NonNullable<Score['missing']>, combine: Score['combine'] = 'sum') =>
      total(patient({ inputs, combine, missing }).send('2026-05-01T09:00', sent))?.value
    expect(score({ atMost: 0 })).toBeUndefined()
    expect(score({ atMost: 1 })).toBe(7)
    expect(score({ atMost: 1, points: 3 })).toBe(13) // the weight counts here too
    expect(score({ atMost: 1 }, 'mean')).toBe(3.5)
  })

  it('has the first outcome that fits: of the total, or of one input by itself', () => {
    const outcomes: Score['outcomes'] = [
      { outcome: 'high', atLeast: 8 },
      { outcome: 'one-high', single: { atLeast: 3 } },
      { outcome: 'low', between: { from: 0, to: 7 } },
    ]
    const outcome = (sent: Record<string, Value>) =>
      total(patient({ inputs, outcomes }).send('2026-05-01T09:00', { sleeps: false, ...sent }))?.outcome
    expect(outcome({ cough: 'much', breath: 5 })).toBe('high')
    expect(outcome({ cough: 'much', breath: 0 })).toBe('one-high')
    expect(outcome({ cough: 'no', breath: 2 })).toBe('low')
  })

  it('gives each value the points of its first band; a value in no band is missing', () => {
    const bands = [
      { below: 50, points: 2 },
      { atLeast: 50, below: 90, points: 0 },
      { atLeast: 90, atMost: 130, points: 1.5 },
    ]
    const score = (pulse: number) =>
      total(patient({ inputs: { pulse: { measurement: 'pulse', bands } } }).send('2026-05-01T09:00', { pulse }))?.value
    expect([49, 49.5, 89, 90, 130, 131].map(score)).toEqual([2, 0, 0, 1.5, 1.5, undefined])
  })

  it('counts one of two scales, by a fact; with the fact unknown it is unknown', () => {
    const scale = (copd: boolean, atMost: number): Score['inputs'][string] => ({
      measurement: 'saturation',
      bands: [
        { atMost, if: { fact: 'copd', is: copd }, points: 3 },
        { above: atMost, if: { fact: 'copd', is: copd }, points: 0 },
      ],
    })
    const score = (facts: Record<string, Value>) =>
      total(
        patient(
          { inputs: { one: scale(false, 91), other: scale(true, 87) } },
          { facts: { copd: { type: 'boolean' } } },
          facts,
        ).send('2026-05-01T09:00', { saturation: 90 }),
      )
    expect(score({ copd: false })?.parts).toEqual({ one: 3 })
    expect(score({ copd: true })?.parts).toEqual({ other: 0 })
    expect(score({})).toBeUndefined()
  })

  it('may be made of scores, of facts and of means; each after those it is made of', () => {
    const whole: Score = {
      combine: 'sum',
      inputs: {
        total: { score: 'total', weight: 0.1 },
        age: {
          fact: 'age',
          bands: [
            { below: 65, points: 0 },
            { atLeast: 65, points: 1 },
          ],
        },
        usual: {
          mean: 'pulse',
          over: '3 days',
          readings: 2,
          bands: [
            { above: 80, points: 10 },
            { atMost: 80, points: 20 },
          ],
        },
      },
    }
    const one = patient(
      { inputs: { breath: { answer: 'breath' } } },
      { facts: { age: { type: 'integer' } }, scores: { whole } },
      { age: 70 },
    )
    one.send('2026-05-01T09:00', { pulse: 80 }).send('2026-05-02T09:00', { pulse: 81 })
    expect(total(one, 'whole')).toBeUndefined()
    one.send('2026-05-02T09:05', { breath: 7 })
    expect(total(one, 'whole')).toMatchObject({ value: 11.7, parts: { total: 0.7, age: 1, usual: 10 } })
  })

  it('counts exactly: thirds and tenths lose nothing', () => {
    const tenths = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(tenths, fc.integer({ min: 0, max: 10 }), (points, limit) => {
        const bands = (value: number) => [{ points: value / 10 }]
        const inputs = Object.fromEntries(
          points.map((value, index) => [`part-${index}`, { answer: 'breath', bands: bands(value) }]),
        )
        const one = patient({ combine: 'mean', inputs, outcomes: [{ outcome: 'enough', atLeast: limit / 10 }] })
        one.send('2026-05-01T09:00', { breath: 1 })
        const sum = points.reduce((all, value) => all + value, 0)
        expect(total(one)?.value).toBe(sum / 30)
        expect(total(one)?.outcome).toBe(sum >= limit * 3 ? 'enough' : undefined)
      }),
      { numRuns: runs(100) },
    )
  })

  it('is left out of averages when one of its inputs is', () => {
    const one = patient(
      { inputs: { breath: { answer: 'breath' } } },
      {
        schedules: {
          week: { measure: ['lungs'], every: '1 day', windows: ['08:00-10:00'], discard: { first: '1 day' } },
        },
        states: { watching: { schedules: ['week'] } },
      },
    )
    expect(total(one.send('2026-05-01T09:00', { breath: 3 }))?.marks).toEqual(['discarded'])
    expect(total(one.send('2026-05-02T09:00', { breath: 3 }))?.marks).toBeUndefined()
    expect(one.pathway.schedules.get('week')?.measure).toEqual(['cough', 'breath', 'sleeps'])
  })
})

describe('a value that comes late', () => {
  const inputs: Score['inputs'] = { pulse: { measurement: 'pulse' }, breath: { answer: 'breath' } }

  it('completes the score of its own time, and the alert says that it was found late', () => {
    const one = patient({ inputs }).send('2026-05-01T09:10', { pulse: 2 })
    one.send('2026-05-01T09:30', { breath: 3 }, '2026-05-01T09:05')
    expect(total(one)).toMatchObject({ value: 5, at: one.enrolment.readings.pulse![0]!.at })
    expect(one.alerts).toEqual(['high late'])
  })

  it('changes the scores that look back to it, and no others', () => {
    const one = patient({ inputs }).send('2026-05-01T09:00', { pulse: 1, breath: 1 })
    one.send('2026-05-01T09:20', { pulse: 2 }).send('2026-05-01T10:30', { pulse: 1, breath: 1 })
    expect(one.enrolment.readings.total?.map(({ value }) => value)).toEqual([2, 3, 2])
    one.send('2026-05-01T10:31', { breath: 9 }, '2026-05-01T09:10')
    expect(one.enrolment.readings.total?.map(({ value }) => value)).toEqual([2, 10, 11, 2])
    expect(one.alerts).toEqual(['high late'])
  })

  it('gives the same scores at the last moment of a set, in whatever order the set comes in', () => {
    const set = { pulse: 60, saturation: 97, breath: 3 }
    const whole: Score['inputs'] = {
      pulse: { measurement: 'pulse' },
      saturation: { measurement: 'saturation' },
      breath: { answer: 'breath' },
    }
    const times = { pulse: '2026-05-01T09:00', saturation: '2026-05-01T09:02', breath: '2026-05-01T09:04' }
    const names = ['pulse', 'saturation', 'breath'] as const
    fc.assert(
      fc.property(fc.shuffledSubarray([...names], { minLength: 3 }), (order) => {
        const one = patient({ inputs: whole })
        for (const [index, name] of order.entries())
          one.send(`2026-05-01T09:1${index}`, { [name]: set[name] }, times[name])
        const last = total(one)!
        expect([last.value, last.at]).toEqual([160, one.enrolment.readings.breath![0]!.at])
      }),
      { numRuns: runs(20) },
    )
  })
})

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
