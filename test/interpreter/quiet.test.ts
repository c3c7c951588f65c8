/** Nobody is woken for a window in which something came; and nobody can tell. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pathway } from '../../runtime/interpreter/pathway.ts'
import { nextWake } from '../../runtime/interpreter/wake.ts'
import { runs } from '../property.ts'
import { anyLife, anyParts, live } from './any-pathway.ts'
import { instant, Patient, pathwayOf } from './patient.ts'

/** The same pathway, looking at the end of every window. */
function watchful(pathway: Pathway): Pathway {
  const states = new Map([...pathway.states].map(([name, state]) => [name, { ...state, steady: false }]))
  return { ...pathway, states }
}

const plan = { measure: ['systolic'], every: '1 day', windows: ['08:00-10:00', '18:00-20:00'], missedAfter: '1 hour' }
const states = (condition: object) => ({
  watching: { schedules: ['plan'], transitions: [{ if: condition, alert: 'routine' }] },
  ended: { exit: 'ended' },
})
const inARow = { missed: 'plan', atLeast: 2, inARow: true }

describe('a window in which something came', () => {
  it('ends as if it had been looked at: in any life, by any rule', () => {
    fc.assert(
      fc.property(anyParts, anyLife, (parts, life) => {
        const pathway = pathwayOf(parts)
        expect(live(pathway, life)).toEqual(live(watchful(pathway), life))
      }),
      { numRuns: runs(200) },
    )
  })

  it.each([
    ['wakes nobody where only missed windows in a row are counted', inARow, '2026-05-01T21:00'],
    ['is looked at where adherence is', { adherence: 'plan', over: '1 day', below: 50 }, '2026-05-01T11:00'],
    ['is looked at where a mean goes on with time', { mean: 'systolic', over: '1 day', above: 9 }, '2026-05-01T11:00'],
  ])('%s', (_what, condition, wake) => {
    const patient = new Patient(pathwayOf({ schedules: { plan }, states: states(condition) }), '2026-05-01T07:00')
    patient.send('2026-05-01T09:00', { systolic: 120 })
    expect(nextWake(patient.pathway, patient.enrolment)).toBe(instant(wake))
    expect(patient.enrolment.schedules['plan']!.closed).toEqual([])
    expect(patient.wait('2026-05-01T11:00').enrolment.schedules['plan']!.closed).toMatchObject([{ delivered: 1 }])
  })

  it('is looked at after a missed one, which it brings to an end', () => {
    const patient = new Patient(pathwayOf({ schedules: { plan }, states: states(inARow) }), '2026-05-01T07:00')
    patient.wait('2026-05-01T12:00').send('2026-05-01T19:00', { systolic: 120 })
    expect(nextWake(patient.pathway, patient.enrolment)).toBe(instant('2026-05-01T21:00'))
  })

  it('leaves the same record behind', () => {
    const pathway = pathwayOf({ schedules: { plan }, states: states(inARow) })
    const [quiet, looked] = [pathway, watchful(pathway)].map((one) =>
      new Patient(one, '2026-05-01T07:00')
        .send('2026-05-01T09:00', { systolic: 120 })
        .send('2026-05-01T19:00', { systolic: 120 })
        .send('2026-05-02T09:30', { systolic: 120 }),
    )
    expect(quiet!.enrolment).toEqual(looked!.enrolment)
    expect(quiet!.events.length).toBeLessThan(looked!.events.length)
  })
})
