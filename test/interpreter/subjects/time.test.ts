import { describe, expect, it } from 'vitest'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import { Patient, instant, pathwayOf } from '../patient.ts'
import { arrival, guard, HOUR, reading, recordOf, T, compiled } from './readings.ts'

const measurements = { weight: { unit: 'kg', precision: 0.1 }, pulse: {} }
const weights = ({ enrolment }: Patient) => enrolment.readings.weight?.map(({ value }) => value)

describe('time that makes it true', () => {
  const silent = (condition: object): Patient => {
    const pathway = pathwayOf({
      measurements,
      states: { watching: { transitions: [{ if: condition, alert: 'routine' }] } },
    } as Partial<PathwayDefinition>)
    return new Patient(pathway, '2026-05-01T08:00').send('2026-05-01T09:00', { weight: 80 })
  }

  it.each([
    [{ since: 'weight', atLeast: 48 }, '2026-05-03T08:59', '2026-05-03T09:00'],
    [{ since: 'weight', above: 0.5 }, '2026-05-01T09:30', '2026-05-01T09:31'],
    [{ not: { since: 'weight', below: 1.5 } }, '2026-05-01T10:29', '2026-05-01T10:30'],
    [
      {
        all: [
          { since: 'weight', atLeast: 2 },
          { parameter: 'target', above: 1 },
        ],
      },
      '2026-05-01T10:59',
      '2026-05-01T11:00',
    ],
    [{ since: 'weight', above: { parameter: 'target' } }, '2026-05-06T23:59', '2026-05-07T00:01'],
  ])('%j wakes at its moment, once', (condition, still, then) => {
    const one = silent(condition)
    expect(one.wait(still).alerts).toEqual([])
    expect(one.wait(then).alerts).toEqual(['watching/0'])
    expect(one.wait('2026-06-30T00:00').alerts).toEqual([])
  })

  it('a new reading begins the time anew', () => {
    const one = silent({ since: 'weight', atLeast: 48 })
    one.send('2026-05-02T09:00', { weight: 80 })
    expect(one.wait('2026-05-04T08:59').alerts).toEqual([])
    expect(one.wait('2026-05-04T09:00').alerts).toEqual(['watching/0'])
    one.send('2026-05-05T09:00', { weight: 80 })
    expect(one.wait('2026-05-07T09:00').alerts).toEqual(['watching/0'])
  })
})

it('since, in a threshold, counts from the reading before this submission', () => {
  const pathway = pathwayOf({ measurements })
  const [before, one, other] = [reading(80, -30), reading(81, -1), reading(82, 0)]
  const record = recordOf(pathway, [before, one, other])
  const trace = compiled(pathway, { since: 'weight', above: 24 }).trace(arrival(record, [one, other]))
  expect(trace).toMatchObject({ truth: true, value: 30, readings: [{ id: before.id }] })
  expect(compiled(pathway, { since: 'weight', above: 24 }).trace(guard(record)).value).toBe(0)
})

describe('what is remembered', () => {
  const play = (condition: object, days: number): Patient => {
    const pathway = pathwayOf({
      measurements,
      thresholds: { one: { level: 'green', when: condition } },
    } as Partial<PathwayDefinition>)
    const one = new Patient(pathway, '2026-01-01T08:00')
    for (let day = 0; day < days; day++) {
      const text = new Date(Date.UTC(2026, 0, 2) + day * 24 * HOUR).toISOString().slice(0, 10)
      one.send(`${text}T09:00`, { weight: day, pulse: day })
    }
    return one
  }

  it('a period as long as it looks back, and the time that a reading may be late', () => {
    expect(weights(play({ rise: 'weight', over: '3 days', atLeast: 2 }, 30))).toEqual([24, 25, 26, 27, 28, 29])
    expect(weights(play({ measurement: 'weight', above: 1 }, 30))).toEqual([27, 28, 29])
  })

  it('so many of the newest, however old, besides those that may still be passed by a late one', () => {
    const one = play({ count: 'weight', where: { above: 0 }, last: '4 readings', atLeast: 4 }, 10)
    expect(weights(one)).toEqual([3, 4, 5, 6, 7, 8, 9])
    one.send('2026-03-31T09:00', { pulse: 60 })
    expect(weights(one)).toEqual([6, 7, 8, 9])
    expect(one.send('2026-04-10T09:00', { weight: 5 }).enrolment.holding).toEqual({ 'threshold:one': true })
  })

  it('the newest for the time since it, however old', () => {
    const one = play({ since: 'weight', above: 1000 }, 5)
    one.send('2026-03-31T09:00', { pulse: 60 })
    expect(one.send('2026-06-30T09:00', { weight: 80 }).enrolment.holding).toEqual({ 'threshold:one': true })
  })

  it('what a baseline that moves along needs, and nothing once it is fixed', () => {
    const moving = pathwayOf({
      measurements,
      baselines: { usual: { of: 'weight', statistic: 'mean', over: '14 days' } },
      thresholds: { one: { level: 'green', when: { deviation: 'weight', from: 'usual', above: 1 } } },
    })
    expect(moving.kept.get('weight')!.keep).toBeGreaterThanOrEqual(16 * 24 * HOUR)
    expect(moving.kept.get('pulse')!.keep).toBeLessThan(5 * 24 * HOUR)
  })

  it('never what one value needs for another', () => {
    expect(play({ mean: 'weight', over: '12 weeks', above: 1 }, 30).enrolment.readings.pulse).toHaveLength(3)
  })
})

it('T is a winter day at noon, as the other tests believe', () => {
  expect(instant('2026-01-20T13:00')).toBe(T)
})
