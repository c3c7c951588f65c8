import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../schemas/index.ts'
import { compileCondition } from '../../runtime/interpreter/condition/condition.ts'
import type { Enrolment, Reading, Value } from '../../runtime/interpreter/enrolment.ts'
import type { Situation } from '../../runtime/interpreter/condition/situation.ts'
import type { Truth } from '../../runtime/interpreter/trace.ts'
import { start } from '../../runtime/interpreter/step.ts'
import { runs } from '../property.ts'
import { instant, pathwayOf, ZONE } from './patient.ts'

const pathway = pathwayOf({
  facts: { yes: { type: 'boolean' }, no: { type: 'boolean' }, unknown: { type: 'boolean' } },
})
const now = instant('2026-05-10T12:00')

function situationOf(
  readings: Reading[],
  facts: Record<string, Value> = {},
  change: Partial<Enrolment> = {},
): Situation {
  const { enrolment } = start(pathway, facts, instant('2026-05-01T12:00'), 'e')
  const byName = Object.groupBy(readings, ({ measurement }) => measurement) as Record<string, Reading[]>
  return { enrolment: { ...enrolment, readings: byName, ...change }, t: now, now, submission: null, together: 0 }
}

const compile = (condition: Condition) =>
  compileCondition(condition, '/when', { definition: pathway.definition, zone: ZONE })
const truth = (condition: Condition, situation: Situation): Truth => compile(condition).test(situation)
const reading = (value: Value, at: string, measurement = 'systolic'): Reading => ({
  id: at,
  measurement,
  value,
  at: instant(at),
})

describe('three-valued truth', () => {
  const leaf: Record<string, Condition> = {
    true: { fact: 'yes', is: true },
    false: { fact: 'no', is: true },
    null: { fact: 'unknown', is: true },
  }
  const known = situationOf([], { yes: true, no: false })
  const kleene = {
    all: (parts: Truth[]) => (parts.includes(false) ? false : parts.includes(null) ? null : true),
    any: (parts: Truth[]) => (parts.includes(true) ? true : parts.includes(null) ? null : false),
  }

  it('follows Kleene for all, any and not, in the test and in the trace', () => {
    const truths = fc.array(fc.constantFrom<Truth>(true, false, null), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(truths, fc.constantFrom('all' as const, 'any' as const), (parts, how) => {
        const condition = { [how]: parts.map((part) => leaf[String(part)]!) }
        const expected = kleene[how](parts)
        expect(truth(condition, known)).toBe(expected)
        expect(truth({ not: condition }, known)).toBe(expected === null ? null : !expected)
        expect(compile(condition).trace(known).truth).toBe(expected)
      }),
      { numRuns: runs(100) },
    )
  })

  it('names the readings that made it so, under a `not` those that made it false', () => {
    const fine: Condition[] = [
      { measurement: 'systolic', below: 140 },
      { measurement: 'diastolic', below: 90 },
    ]
    const measured = situationOf([reading(150, '2026-05-10T11:00'), reading(80, '2026-05-10T11:00', 'diastolic')])
    const behind = (condition: Condition) =>
      compile(condition)
        .behind(measured)
        .map(({ value }) => value)
    expect(behind({ not: { all: fine } })).toEqual([150])
    expect(behind({ any: fine })).toEqual([80])
    expect(behind({ not: { any: [fine[0]!] } })).toEqual([150])
  })

  it('says what is missing', () => {
    expect(compile({ fact: 'unknown', is: true }).trace(known)).toMatchObject({ truth: null, missing: 'fact-unknown' })
    expect(compile({ mean: 'systolic', over: '7 days', readings: 3, atLeast: 1 }).trace(known)).toMatchObject({
      missing: 'too-few-readings',
      found: 0,
      needed: 3,
    })
    expect(compile({ measurement: 'systolic', above: 1 }).trace(known)).toMatchObject({ missing: 'no-reading' })
    expect(compile({ adherence: 'week', over: '7 days', atLeast: 80 }).trace(known)).toMatchObject({
      missing: 'nothing-asked',
    })
  })
})

describe('numbers', () => {
  const one = (value: number, measurement = 'temperature') =>
    situationOf([reading(value, '2026-05-10T11:00', measurement)])

  it.each([
    [38.04, { atLeast: 38 }, true],
    [38.05, { above: 38 }, true], // rounds to 38.1
    [37.95, { atLeast: 38 }, true], // half away from zero
    [37.949, { atLeast: 38 }, false],
    [38.1, { is: 38.1 }, true],
    [38.1, { oneOf: [37, 38.1] }, true],
    [38.04, { between: { from: 36, to: 38 } }, true],
    [38.05, { between: { from: 36, to: 38 } }, false],
    [-0.25, { atMost: -0.3 }, true],
  ])('a single reading of %d is rounded to its precision: %j is %s', (value, comparator, expected) => {
    expect(truth({ measurement: 'temperature', ...comparator }, one(value))).toBe(expected)
  })

  it('compares means as exact decimals, at every limit', () => {
    const tenths = fc.integer({ min: 300, max: 430 })
    fc.assert(
      fc.property(fc.array(tenths, { minLength: 1, maxLength: 30 }), tenths, (values, limit) => {
        const situation = situationOf(
          values.map((value, index) =>
            reading(value / 10, `2026-05-09T12:${String(index).padStart(2, '0')}`, 'temperature'),
          ),
        )
        const sum = values.reduce((total, value) => total + value, 0)
        const mean = (comparator: Condition): Truth =>
          truth({ mean: 'temperature', over: '7 days', ...comparator }, situation)
        expect(mean({ atLeast: limit / 10 })).toBe(sum >= limit * values.length)
        expect(mean({ above: limit / 10 })).toBe(sum > limit * values.length)
        expect(mean({ below: limit / 10 })).toBe(sum < limit * values.length)
        expect(mean({ atMost: limit / 10 })).toBe(sum <= limit * values.length)
      }),
      { numRuns: runs(200) },
    )
  })

  it('a precision too small to count does not make a reading unknown', () => {
    const fine = pathwayOf({ measurements: { ph: { precision: 1e-9 } } })
    const condition = compileCondition({ measurement: 'ph', above: 7.4 }, '/when', {
      definition: fine.definition,
      zone: ZONE,
    })
    expect(condition.test(situationOf([reading(7.41, '2026-05-10T11:00', 'ph')]))).toBe(true)
  })

  it('takes a window half open, without what a schedule leaves out', () => {
    const readings = [
      reading(100, '2026-05-03T12:00'),
      reading(200, '2026-05-03T12:01'),
      { ...reading(400, '2026-05-05T12:00'), marks: ['discarded' as const] },
      reading(300, '2026-05-10T12:00'),
      reading(900, '2026-05-10T12:01'),
    ]
    expect(compile({ mean: 'systolic', over: '7 days', atLeast: 250 }).trace(situationOf(readings))).toMatchObject({
      truth: true,
      value: 250,
    })
  })

  it('uses the personal limit, plus what is added, and says who set it', () => {
    const parameters = { target: { value: 130, by: { person: 'Gerda', role: 'gp' }, at: now } }
    const condition = { measurement: 'systolic', atLeast: { parameter: 'target', plus: 10 } }
    expect(truth(condition, situationOf([reading(140, '2026-05-10T11:00')]))).toBe(false)
    const personal = situationOf([reading(140, '2026-05-10T11:00')], {}, { parameters })
    expect(compile(condition).trace(personal)).toMatchObject({
      truth: true,
      limit: { value: 140, parameter: 'target', setBy: { person: 'Gerda' } },
    })
  })

  it('a guard does not take a stale value for a new one', () => {
    expect(
      compile({ measurement: 'systolic', below: 200 }).trace(situationOf([reading(120, '2026-05-09T11:59')])),
    ).toMatchObject({ truth: null, missing: 'stale' })
    expect(truth({ measurement: 'systolic', below: 200 }, situationOf([reading(120, '2026-05-09T12:01')]))).toBe(true)
  })
})

describe('schedules and alerts', () => {
  const hour = 3_600_000
  const closed = (missed: boolean[]) =>
    missed.map((gone, index) => ({
      opens: now - (missed.length - index) * hour,
      over: now - (missed.length - index - 1) * hour,
      asked: 2,
      delivered: gone ? 0 : 1,
      missed: gone,
    }))
  const asked = (missed: boolean[]) =>
    situationOf(
      [],
      {},
      { schedules: { week: { entered: 0, firstDay: '2026-05-01', completed: false, closed: closed(missed) } } },
    )

  it.each([
    [[true, true, false, true], 3, 1],
    [[true, true], 2, 2],
    [[false], 0, 0],
    [[], 0, 0],
  ])('%j: %d missed, %d in a row', (missed, all, inARow) => {
    expect(truth({ missed: 'week', is: all }, asked(missed))).toBe(true)
    expect(truth({ missed: 'week', inARow: true, is: inARow }, asked(missed))).toBe(true)
  })

  it('adherence is what was delivered of what was asked, exactly', () => {
    expect(truth({ adherence: 'week', over: '1 day', atLeast: 25 }, asked([true, false]))).toBe(true)
    expect(truth({ adherence: 'week', over: '1 day', above: 25 }, asked([true, false]))).toBe(false)
  })

  it('counts alerts of one level in the window', () => {
    const raised = [
      { level: 'red' as const, at: now - 8 * 24 * hour },
      { level: 'red' as const, at: now - hour },
      { level: 'amber' as const, at: now - hour },
    ]
    expect(truth({ alerts: 'red', over: '7 days', is: 1 }, situationOf([], {}, { raised }))).toBe(true)
  })
})
