/** Scores of a value that comes late. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Score } from '../../../schemas/index.ts'
import { runs } from '../../property.ts'
import { patient, total } from './scoring.ts'

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
