import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Enrolment } from '../../runtime/interpreter/enrolment.ts'
import { explain } from '../../runtime/interpreter/explain.ts'
import type { Pathway } from '../../runtime/interpreter/pathway.ts'
import { start, step } from '../../runtime/interpreter/step.ts'
import { advance, nextWake } from '../../runtime/interpreter/wake.ts'
import { runs } from '../property.ts'
import { began, deepFreeze, fold, lives, MINUTE, pathway, type Life } from './lives.ts'

describe('folding the same events', () => {
  const check = (property: (life: Life) => void, sample = 60) =>
    fc.assert(fc.property(lives, property), { numRuns: runs(sample) })

  it('gives the same enrolment and effects, also when it was written and read between any two steps', () => {
    check((life) => {
      const straight = fold(life)
      const stored = fold(life, (enrolment) => JSON.parse(JSON.stringify(enrolment)) as Enrolment)
      expect(stored.enrolment).toEqual(straight.enrolment)
      expect(stored.results.map(({ effects, marks }) => ({ effects, marks }))).toEqual(
        straight.results.map(({ effects, marks }) => ({ effects, marks })),
      )
    })
  })

  it('and what was forgotten would have changed nothing', () => {
    const kept = new Map([...pathway.kept].map(([name]) => [name, { keep: Infinity, keepNewest: 0 }]))
    const schedules = new Map(
      [...pathway.schedules].map(([id, one]) => [id, { ...one, keep: Infinity, keepInARow: Infinity }]),
    )
    const remembering: Pathway = { ...pathway, kept, schedules, keepAlerts: Infinity, keepPauses: Infinity }
    check((all) => {
      // A reading that was forgotten cannot be corrected any more: that is told, and the engine folds again.
      const life = all.filter(({ what }) => what.kind !== 'correct')
      const remembered = fold(life, undefined, remembering)
      expect(fold(life).results.map(({ effects }) => effects)).toEqual(remembered.results.map(({ effects }) => effects))
    })
  })

  it('never changes the enrolment that was given', () => {
    check((life) => void fold(life, deepFreeze))
  })

  it('explain tells of exactly what step did', () => {
    check((life) => {
      for (const { event, now, before } of fold(life).events) {
        const { enrolment, marks } = step(pathway, before, event, now)
        const trace = explain(pathway, before, event, now)
        expect(trace.stateAfter).toBe(enrolment.state)
        const told = trace.looks
          .filter(({ outcome }) => outcome === 'fired' || outcome === 'taken' || outcome === 'proposed')
          .map(({ id }) => id)
        for (const fired of marks.fired)
          expect([
            ...told,
            ...trace.looks.filter(({ outcome }) => outcome === 'preceded').map(({ id }) => id),
          ]).toContain(fired)
        for (const waiting of marks.waiting)
          expect(trace.looks).toContainEqual(expect.objectContaining({ id: waiting, outcome: 'waiting' }))
      }
    }, 30)
  })

  it('a wake-up always moves on: the next lies after it', () => {
    check((life) => {
      const { enrolment } = fold(life)
      const first = nextWake(pathway, enrolment)
      if (first === null) return
      const after = step(pathway, enrolment, { type: 'wake' }, first).enrolment
      expect(nextWake(pathway, after) ?? Infinity).toBeGreaterThan(first)
    })
  })

  it('a wake-up delivered twice changes nothing the second time', () => {
    check((life) => {
      const { enrolment } = fold(life)
      const at = nextWake(pathway, enrolment)
      if (at === null) return
      const once = step(pathway, enrolment, { type: 'wake' }, at).enrolment
      const twice = step(pathway, once, { type: 'wake' }, at)
      expect(twice.enrolment).toEqual(once)
      expect(twice.effects).toEqual([])
    })
  })

  it('every reading that was kept is valid, in order, and none is older than the pathway can need', () => {
    check((life) => {
      const { enrolment } = fold(life)
      for (const [name, readings] of Object.entries(enrolment.readings)) {
        const times = readings.map(({ at }) => at)
        expect(times).toEqual(times.toSorted((left, right) => left - right))
        expect(readings.some(({ marks = [] }) => marks.includes('implausible') || marks.includes('future'))).toBe(false)
        expect(Math.max(enrolment.evaluated, enrolment.woken) - (times[0] ?? Infinity)).toBeLessThanOrEqual(
          pathway.kept.get(name)!.keep,
        )
      }
    })
  })
})

describe('a long life', () => {
  it('does not make the record larger', () => {
    let { enrolment } = start(pathway, {}, began, 'e')
    const sizes: number[] = []
    for (let day = 0; day < 1000; day++) {
      for (const hour of [0, 12]) {
        const now = began + (day * 24 + hour) * 60 * MINUTE
        enrolment = advance(pathway, enrolment, now).enrolment
        enrolment = step(
          pathway,
          enrolment,
          { type: 'submission', readings: [{ id: `${day}-${hour}`, measurement: 'systolic', value: 150, at: now }] },
          now,
        ).enrolment
      }
      sizes.push(JSON.stringify(enrolment).length)
    }
    expect(Math.max(...sizes.slice(500))).toBeLessThanOrEqual(Math.max(...sizes.slice(0, 200)) * 1.1)
  })
})
