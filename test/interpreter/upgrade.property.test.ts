/** Moving to another version, at any moment of any life. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PathwayDefinition } from '../../schemas/index.ts'
import type { Enrolment } from '../../runtime/interpreter/enrolment.ts'
import { step } from '../../runtime/interpreter/step.ts'
import { upgrade } from '../../runtime/interpreter/upgrade.ts'
import { advance, nextWake } from '../../runtime/interpreter/wake.ts'
import { runs } from '../property.ts'
import { pathwayOf } from './patient.ts'
import { HOUR, MINUTE, parts, pathway, play, submissions } from './submissions.ts'

describe('moving to another version at any moment', () => {
  const next = (changed: Partial<PathwayDefinition>, timers?: 'restart') =>
    pathwayOf({ ...parts, version: '1.1.0', upgrade: [{ from: '1.x', ...(timers ? { timers } : {}) }], ...changed })
  const { crisis: _, ...fewer } = parts.thresholds!
  const versions = [
    next({}),
    next({}, 'restart'),
    next({
      thresholds: fewer,
      states: { ...parts.states!, watching: { ...parts.states!['watching'], transitions: [] } },
    }),
    next({ schedules: { plan: { ...parts.schedules!['plan']!, windows: ['07:00-09:00'], for: '5 days' } } }),
    next({
      states: {
        ...parts.states!,
        watching: { schedules: ['plan'], transitions: [{ threshold: 'crisis', to: 'acute' }] },
        acute: { schedules: ['plan'], transitions: [{ after: '2 days', to: 'watching' }] },
      },
    }),
  ]
  const moves = (check: (before: Enrolment, now: number, version: number) => void) =>
    fc.assert(
      fc.property(submissions, fc.nat(600), fc.nat(versions.length - 1), (events, wait, version) => {
        const now = events.at(-1)!.now + wait * MINUTE
        const { enrolment } = advance(pathway, play(events).enrolment, now)
        check(enrolment, now, version)
      }),
      { numRuns: runs(60) },
    )

  it('loses nobody: who is moved waits for nothing that is past, keeps the parameters and goes on; the others are told why', () => {
    moves((before, now, version) => {
      const to = versions[version]!
      const result = upgrade(pathway, to, before, now)
      if ('blocked' in result) {
        expect([result, before.state.startsWith('acute.'), version]).toEqual([
          { blocked: 'no-state', about: before.state },
          true,
          4,
        ])
        return
      }
      const { enrolment, effects } = result
      expect([enrolment.version, enrolment.id, to.states.has(enrolment.state)]).toEqual(['1.1.0', 'e', true])
      expect(nextWake(to, enrolment) ?? Infinity).toBeGreaterThan(now)
      const told = effects.flatMap((effect) => (effect.type === 'alert' ? [effect.firing.threshold] : []))
      for (const id of Object.keys(before.remeasuring))
        expect([...told, ...Object.keys(enrolment.remeasuring)]).toContain(id)
      expect(JSON.stringify(enrolment).length).toBeLessThan(JSON.stringify(before).length * 1.2 + 2000)
      advance(to, enrolment, now + 30 * 24 * HOUR)
    })
  })

  it('in which nothing changed leaves everything and every due time as it was', () => {
    moves((before, now) => {
      const to = versions[0]!
      const result = upgrade(pathway, to, before, now)
      if ('blocked' in result) throw new Error(result.blocked)
      const { enrolment } = step(pathway, before, { type: 'wake' }, now)
      expect(result.enrolment).toEqual({ ...enrolment, version: '1.1.0' })
      const later = (of: typeof pathway, one: Enrolment) =>
        advance(of, one, now + 30 * 24 * HOUR).steps.map(({ at, result: { effects } }) => [at, effects])
      expect(later(to, result.enrolment)).toEqual(later(pathway, before))
    })
  })
})
