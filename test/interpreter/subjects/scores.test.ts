/** Scores: what they are made of, what is missing, exactness. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Value } from '../../../runtime/interpreter/enrolment.ts'
import type { Score } from '../../../schemas/index.ts'
import { runs } from '../../property.ts'
import { patient, total } from './scoring.ts'

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

  it('counts nothing instead of what does not apply, though it does of what is missing', () => {
    const bands = [{ points: 3, if: { fact: 'copd', is: true } }]
    const asked = (facts: Record<string, Value>) =>
      total(
        patient(
          {
            inputs: { copd: { measurement: 'saturation', bands }, pulse: { measurement: 'pulse' } },
            missing: { atMost: 1, points: 9 },
          },
          { facts: { copd: { type: 'boolean' } } },
          facts,
        ).send('2026-05-01T09:00', { pulse: 1 }),
      )?.parts
    expect(asked({ copd: true })).toEqual({ copd: 9, pulse: 1 })
    expect(asked({ copd: false })).toEqual({ pulse: 1 })
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
