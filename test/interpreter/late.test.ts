/** Readings that come late, and thresholds that look at no reading: neither tells the same thing twice. */
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../schemas/index.ts'
import { Patient, pathwayOf } from './patient.ts'

const high: Condition = { measurement: 'systolic', above: 180 }
const threshold = (when: Condition) => ({ level: 'amber' as const, route: 'routine', when })

describe('a late reading', () => {
  it('of the other half of a cuff does not raise again what was raised at that moment', () => {
    const when = { any: [high, { measurement: 'diastolic', above: 110 }] }
    const patient = new Patient(pathwayOf({ thresholds: { crisis: threshold(when) } }), '2026-05-01T08:00')
    patient.send('2026-05-02T08:00', { systolic: 190 }).send('2026-05-02T09:00', { systolic: 120, diastolic: 80 })
    expect(patient.send('2026-05-02T09:05', { diastolic: 90 }, '2026-05-02T08:00').alerts).toEqual([])
    expect(patient.send('2026-05-02T09:06', { diastolic: 115 }, '2026-05-02T08:30').alerts).toEqual(['crisis late'])
  })

  it('that is stale is no news for a guard either', () => {
    const states = { watching: { transitions: [{ if: high, to: 'ended' }] }, ended: { exit: 'ended' } }
    const stale = new Patient(pathwayOf({ states }), '2026-05-01T08:00')
    stale.send('2026-05-12T09:00', { systolic: 190 }, '2026-05-11T09:00')
    expect([stale.enrolment.exit, stale.trace!.looks[0]!.condition!.missing]).toEqual([undefined, 'stale'])
    const late = new Patient(pathwayOf({ states }), '2026-05-01T08:00')
    expect(late.send('2026-05-12T09:00', { systolic: 190 }, '2026-05-11T09:01').enrolment.exit).toBe('ended')
  })

  it('without a time of day that makes sense is kept out', () => {
    const patient = new Patient(pathwayOf({ thresholds: { crisis: threshold(high) } }), '2026-05-01T08:00')
    const reading = { id: 'a', measurement: 'systolic', value: 190, at: Number.NaN }
    expect(patient.happen({ type: 'submission', readings: [reading] }, '2026-05-02T08:00').alerts).toEqual([])
    expect(patient.send('2026-05-02T08:00', { systolic: 190 }).alerts).toEqual(['crisis'])
  })
})

describe('a threshold that looks at no reading', () => {
  const many = threshold({ alerts: 'amber', over: '7 days', atLeast: 1 })

  it('is about now, also when a late reading has just raised an alert', () => {
    const pathway = pathwayOf({ thresholds: { crisis: threshold(high), many } })
    const patient = new Patient(pathway, '2026-05-01T08:00').send('2026-05-02T09:00', { systolic: 120 })
    expect(patient.send('2026-05-02T09:05', { systolic: 190 }, '2026-05-02T08:00').alerts).toEqual([
      'crisis late',
      'many',
    ])
    expect(patient.send('2026-05-02T09:10', { diastolic: 90 }).alerts).toEqual([])
  })

  it('stays true when a reading from before the newest alert comes in', () => {
    const states = { watching: { transitions: [{ after: '1 day', alert: 'routine' }] }, ended: { exit: 'ended' } }
    const patient = new Patient(pathwayOf({ thresholds: { many }, states }), '2026-05-01T08:00')
    expect(patient.wait('2026-05-02T08:00').alerts).toEqual(['watching/0'])
    expect(patient.send('2026-05-02T08:10', { systolic: 120 }).alerts).toEqual(['many'])
    const more = patient.send('2026-05-02T08:20', { systolic: 120 }, '2026-05-02T07:50').alerts
    expect([...more, ...patient.send('2026-05-02T08:30', { systolic: 120 }).alerts]).toEqual([])
  })

  it('is looked at in the state that is entered at the start, and after a yes', () => {
    const facts = { age: { type: 'integer' as const } }
    const old = threshold({ fact: 'age', atLeast: 80 })
    const states = {
      watching: { thresholds: [], transitions: [{ if: high, to: 'calm', confirm: ['gp'] }] },
      calm: {},
      ended: { exit: 'ended' },
    }
    expect(new Patient(pathwayOf({ facts, thresholds: { old } }), '2026-05-01T08:00', { age: 80 }).alerts).toEqual([
      'old',
    ])
    const patient = new Patient(pathwayOf({ facts, thresholds: { old }, states }), '2026-05-01T08:00', { age: 80 })
    patient.send('2026-05-02T08:00', { systolic: 190 })
    const by = { person: 'Gerda', role: 'gp' }
    expect(
      patient.happen({ type: 'answer', proposal: 'watching/0', accept: true, by }, '2026-05-02T09:00').alerts,
    ).toEqual(['old'])
  })
})

describe('unknown', () => {
  it('does not re-arm a threshold, also when it was looked at', () => {
    const when = { any: [high, { measurement: 'complaints', is: true }] }
    const patient = new Patient(pathwayOf({ thresholds: { crisis: threshold(when) } }), '2026-05-01T08:00')
    patient.send('2026-05-02T08:00', { systolic: 190 }).send('2026-05-02T20:00', { complaints: false })
    expect(patient.trace!.looks[0]!.outcome).toBe('unknown')
    expect(patient.send('2026-05-03T08:00', { systolic: 190 }).alerts).toEqual([])
  })
})
