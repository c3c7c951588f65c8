/** Names that every JavaScript object knows are names like any other, and what is not in the record is not known. */
import { describe, expect, it } from 'vitest'
import type { PathwayDefinition } from '../../schemas/index.ts'
import { include } from '../../runtime/interpreter/include.ts'
import { GP, Patient, pathwayOf } from './patient.ts'

const named = (parts: object) => pathwayOf(parts as Partial<PathwayDefinition>)
const high = { measurement: 'systolic', above: 180 }
const threshold = (when: object, more: object = {}) => ({ level: 'amber' as const, route: 'routine', when, ...more })

describe.each(['toString', 'valueOf', 'constructor'])('the name %s', (name) => {
  it('for a measurement and a threshold that waits for a second reading', () => {
    const thresholds = { [name]: threshold({ measurement: name, above: 5 }, { remeasure: { within: '15 minutes' } }) }
    const patient = new Patient(named({ measurements: { [name]: {} }, thresholds }), '2026-05-01T08:00')
    expect(patient.send('2026-05-02T08:00', { [name]: 6 }).of('measure')).toMatchObject([{ measurements: [name] }])
    expect(patient.wait('2026-05-02T09:00').alerts).toEqual([`${name} unconfirmed`])
  })

  it('for a threshold that nothing has made true', () => {
    const patient = new Patient(named({ thresholds: { [name]: threshold(high) } }), '2026-05-01T08:00')
    expect(patient.wait('2026-05-03T08:00').alerts).toEqual([])
    expect(patient.send('2026-05-03T08:00', { systolic: 190 }).alerts).toEqual([name])
  })

  it('for a schedule', () => {
    const schedules = { [name]: { measure: ['systolic'], every: '1 day', windows: ['08:00-10:00'], for: '1 day' } }
    const transitions = [{ completed: name, if: { missed: name, is: 1 }, to: 'ended' }]
    const states = { watching: { schedules: [name], transitions }, ended: { exit: 'ended' } }
    expect(new Patient(named({ schedules, states }), '2026-05-01T07:00').wait('2026-05-02T07:00').enrolment.exit).toBe(
      'ended',
    )
  })

  it('for a state', () => {
    const states = { [name]: { transitions: [{ if: high, to: 'ended' }] }, ended: { exit: 'ended' } }
    const patient = new Patient(named({ initial: name, states }), '2026-05-01T07:00')
    expect(patient.send('2026-05-01T08:00', { systolic: 190 }).enrolment.exit).toBe('ended')
  })

  it('for a fact that nobody answered', () => {
    const pathway = named({ facts: { [name]: { type: 'boolean' } }, include: { not: { fact: name, is: true } } })
    expect(include(pathway, {})).toMatchObject({ answer: 'needs-information', reasons: [{ missing: true }] })
  })

  it('for a personal limit, there or not', () => {
    const patient = new Patient(named({}), '2026-05-01T07:00')
    patient.happen({ type: 'parameter', parameter: name, value: 130, by: GP }, '2026-05-01T08:00')
    expect(patient.effects).toEqual([{ type: 'refused', code: 'unknown-parameter' }])
    const parameters = { [name]: { default: 130, from: 120, to: 150, setBy: ['gp'] } }
    const when = {
      all: [
        { measurement: 'systolic', above: { parameter: name } },
        { parameter: name, is: 130 },
      ],
    }
    const limited = new Patient(named({ parameters, thresholds: { high: threshold(when) } }), '2026-05-01T07:00')
    expect(limited.send('2026-05-01T08:00', { systolic: 131 }).alerts).toEqual(['high'])
  })
})

describe('an answer of the wrong kind', () => {
  it.each([
    ['integer', '12'],
    ['integer', Number.NaN],
    ['decimal', true],
    ['boolean', 1],
    ['choice', 3],
  ] as const)('is not known: %s, %s', (type, value) => {
    const options = type === 'choice' ? { options: ['a', 'b'] } : {}
    const facts = { asked: { type, ...options } }
    const pathway = pathwayOf({ facts, include: { not: { fact: 'asked', oneOf: [12, true, 'a'] } } })
    expect(include(pathway, { asked: value }).answer).toBe('needs-information')
  })

  it('inclusion by what can only be measured later is never answered', () => {
    const parts = [
      high,
      { mean: 'systolic', over: '7 days', above: 1 },
      { adherence: 'week', over: '7 days', above: 1 },
    ]
    expect(include(pathwayOf({ include: { any: parts } }), {}).answer).toBe('needs-information')
  })
})
