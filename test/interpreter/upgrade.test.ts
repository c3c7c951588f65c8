/** Moving a running patient to another version: what is kept, what begins anew, and who cannot be moved. */
import { describe, expect, it } from 'vitest'
import type { PathwayDefinition, Schedule, Upgrade } from '../../schemas/index.ts'
import type { Effect, Enrolment } from '../../runtime/interpreter/enrolment.ts'
import { nextWake, plannedWindows } from '../../runtime/interpreter/wake.ts'
import { localText } from '../../runtime/interpreter/time/zone.ts'
import { upgrade } from '../../runtime/interpreter/upgrade.ts'
import { crisis, GP, instant, Patient, pathwayOf, ZONE } from './patient.ts'

const week: Schedule = {
  measure: ['systolic'],
  every: '1 day',
  windows: ['08:00-10:00', '18:00-20:00'],
  remind: '1 hour',
  for: '7 days',
}
const parts: Partial<PathwayDefinition> = {
  schedules: { week },
  thresholds: {
    crisis,
    high: { level: 'amber', route: 'routine', when: { measurement: 'systolic', above: { parameter: 'target' } } },
  },
  states: {
    watching: {
      schedules: ['week'],
      transitions: [
        { after: '3 days', alert: 'routine' },
        { if: { measurement: 'systolic', below: 110 }, to: 'ended', confirm: ['gp'] },
        { if: { measurement: 'diastolic', above: 100 }, alert: 'routine' },
        { completed: 'week', to: 'calm' },
        { decision: 'rest', by: ['gp'], to: 'calm' },
      ],
    },
    calm: { transitions: [{ after: '2 weeks', to: 'watching' }] },
    ended: { exit: 'ended' },
  },
}
const from = pathwayOf(parts)
/** The next version, with these parts instead. */
const next = (changed: Partial<PathwayDefinition> = {}, entry: Partial<Upgrade> = {}) =>
  pathwayOf({ ...parts, version: '1.1.0', upgrade: [{ from: '1.x', ...entry }], ...changed })
const began = '2026-05-01T07:00'
const patient = () => new Patient(from, began)

type Moved = { enrolment: Enrolment; effects: Effect[] }
function move(one: Patient, to: ReturnType<typeof next>, now: string): Moved {
  one.wait(now)
  const result = upgrade(from, to, one.enrolment, instant(now))
  if ('blocked' in result) throw new Error(result.blocked)
  return result
}
const blocked = (one: Patient, to: ReturnType<typeof next>) =>
  upgrade(from, to, one.enrolment, instant('2026-05-02T00:00'))
const states = (watching: object) => ({ ...parts.states!, watching: { ...parts.states!['watching'], ...watching } })
const alerts = ({ effects }: Moved) => effects.flatMap((effect) => (effect.type === 'alert' ? [effect.firing.key] : []))

describe('moving to a version in which nothing changed', () => {
  it('changes nothing but the version', () => {
    const one = patient()
      .send('2026-05-02T08:00', { systolic: 190, diastolic: 105 })
      .send('2026-05-02T09:00', { systolic: 105 })
    one.happen({ type: 'parameter', parameter: 'target', value: 140, by: GP }, '2026-05-02T09:00')
    const { enrolment, effects } = move(one, next(), '2026-05-02T09:30')
    expect(effects).toEqual([])
    expect(enrolment).toEqual({ ...one.enrolment, version: '1.1.0', woken: instant('2026-05-02T09:30') })
    expect(nextWake(next(), enrolment)).toBe(nextWake(from, one.enrolment))
  })
})

describe('the entry that holds', () => {
  it('is the first that covers the old version', () => {
    const to = next({
      upgrade: [
        { from: '0.x', states: { watching: 'calm' } },
        { from: '1.0.x', states: {} },
        { from: '1.x', states: { watching: 'calm' } },
      ],
    })
    expect(move(patient(), to, '2026-05-02T00:00').enrolment.state).toBe('watching')
  })

  it.each([
    ['no-entry', next({ upgrade: [{ from: '2.x' }] }), undefined],
    ['no-entry', next({ upgrade: undefined as never }), undefined],
    ['other-pathway', next({ pathway: 'other' }), undefined],
    ['no-state', next({ states: { resting: {}, ended: { exit: 'ended' } }, initial: 'resting' }), 'watching'],
    ['no-state', next({}, { states: { watching: 'ended' } }), 'watching'],
  ])('or the patient stays: %s', (reason, to, about) => {
    expect(blocked(patient(), to)).toEqual({ blocked: reason, ...(about ? { about } : {}) })
  })

  it('a personal limit outside its new bounds is looked at by a clinician first; one that is gone is dropped', () => {
    const one = patient().happen({ type: 'parameter', parameter: 'target', value: 150, by: GP }, began)
    const bounds = (to: number) => next({ parameters: { target: { default: 135, from: 120, to, setBy: ['gp'] } } })
    expect(blocked(one, bounds(149))).toEqual({ blocked: 'out-of-bounds', about: 'target' })
    expect(move(one, bounds(150), '2026-05-02T00:00').enrolment.parameters).toHaveProperty('target')
    const without = next({ parameters: {}, thresholds: {} })
    expect(move(one, without, '2026-05-02T00:00').enrolment.parameters).toEqual({})
  })

  it('who has left is not moved', () => {
    const gone = new Patient(
      pathwayOf({ states: { watching: { transitions: [{ after: '1 day', to: 'ended' }] }, ended: { exit: 'ended' } } }),
      began,
    )
    gone.wait('2026-05-03T00:00')
    expect(upgrade(from, next(), gone.enrolment, instant('2026-05-03T00:00'))).toEqual({ blocked: 'already-ended' })
  })
})

describe('the state', () => {
  it('may have another name, and what was waited for goes on', () => {
    const one = patient().wait('2026-05-03T00:00')
    const { watching, ...others } = parts.states!
    const to = next(
      { states: { looking: watching!, ...others, calm: {} }, initial: 'looking' },
      { states: { watching: 'looking' } },
    )
    const moved = move(one, to, '2026-05-03T00:00')
    expect([moved.enrolment.state, moved.enrolment.since]).toEqual(['looking', instant(began)])
    expect(moved.effects).toEqual([{ type: 'entered', state: 'looking', from: 'watching', transition: null }])
    expect(moved.enrolment.schedules).toEqual(one.enrolment.schedules)
  })

  it('may have become a phase: its initial sub-state, and the time in the phase is the time in the state', () => {
    const phase = { initial: 'one', states: { one: {}, two: {} }, transitions: [{ after: '3 days', alert: 'routine' }] }
    const to = next({ states: { ...parts.states!, watching: phase } })
    const { enrolment } = move(patient(), to, '2026-05-02T00:00')
    expect(enrolment).toMatchObject({ state: 'watching.one', since: instant(began), phaseSince: instant(began) })
    expect(localText(ZONE, nextWake(to, enrolment)!)).toBe('2026-05-04T07:00:00+02:00')
  })
})

describe('what was done', () => {
  it('an `after` that acted does not act again where it is the same, also in another place; a new one acts', () => {
    const one = patient().send('2026-05-02T09:00', { systolic: 120 }).wait('2026-05-04T08:00')
    const list = parts.states!['watching']!.transitions!
    const moved = (transitions: object[]) =>
      alerts(move(one, next({ states: states({ transitions }) }), '2026-05-04T08:00'))
    expect(moved(list)).toEqual([])
    expect(moved(list.toReversed())).toEqual([])
    expect(moved([{ after: '2 days', alert: 'routine' }, ...list])).toEqual(['transition:watching/0'])
  })

  it('what is true is no news, under the same rule; under another it is judged again', () => {
    const one = patient().send('2026-05-02T08:00', { systolic: 140, diastolic: 105 })
    const limit = (target: number) =>
      next({ parameters: { target: { default: target, from: 120, to: 190, setBy: ['gp'] } } })
    const again = (to: ReturnType<typeof next>) => {
      const moved = new Patient(to, began)
      moved.enrolment = move(one, to, '2026-05-02T09:00').enrolment
      return moved.send('2026-05-02T10:00', { systolic: 155, diastolic: 106 }).alerts
    }
    expect([again(next()), again(limit(139)), again(limit(150))]).toEqual([[], [], ['high']])
  })

  it('a proposal stays as long as the new version makes it, to whom it asks now', () => {
    const one = patient().send('2026-05-02T08:00', { systolic: 105 })
    expect(one.enrolment.proposals).toHaveLength(1)
    const list = parts.states!['watching']!.transitions!
    const moved = (transitions: object[]) => move(one, next({ states: states({ transitions }) }), '2026-05-02T09:00')
    const poh = moved([list[0]!, list[2]!, { ...list[1]!, confirm: ['nurse'] }])
    expect([poh.effects, poh.enrolment.proposals]).toMatchObject([
      [],
      [{ id: 'watching/2', to: 'ended', roles: ['nurse'] }],
    ])
    const gone = moved([list[0]!])
    expect([gone.effects, gone.enrolment.proposals]).toEqual([[{ type: 'withdrawn-proposal', id: 'watching/1' }], []])
  })

  it('who waits for a second reading still waits; where the threshold is gone it is told now, unconfirmed', () => {
    const waiting = () => patient().send('2026-05-02T08:00', { systolic: 190 })
    expect(move(waiting(), next(), '2026-05-02T08:05').enrolment.remeasuring).toHaveProperty('crisis')
    const { high } = parts.thresholds!
    const gone = move(waiting(), next({ thresholds: { high: high! } }), '2026-05-02T08:05')
    expect([alerts(gone), gone.enrolment.remeasuring]).toEqual([['threshold:crisis'], {}])
    expect(gone.effects).toMatchObject([
      {
        firing: {
          level: 'red',
          route: 'routine',
          unconfirmed: true,
          because: [{ value: 190 }],
          at: instant('2026-05-02T08:05'),
        },
      },
    ])
    const rerouted = next({
      thresholds: {},
      routes: { other: [{ to: 'nurse', by: 'worklist', within: '1 day' }] },
      states: { ...parts.states!, watching: {} },
    })
    expect(move(waiting(), rerouted, '2026-05-02T08:05').effects).toMatchObject([{ firing: { route: 'other' } }])
  })

  it('values that the new version does not know are forgotten', () => {
    const one = patient().send('2026-05-02T08:00', { systolic: 120, complaints: true })
    const { complaints: _, ...measurements } = from.definition.measurements
    expect(Object.keys(move(one, next({ measurements }), '2026-05-02T09:00').enrolment.readings)).toEqual(['systolic'])
  })
})

describe('a schedule', () => {
  const opens = (to: ReturnType<typeof next>, { enrolment }: Moved, now: string, days: number) =>
    plannedWindows(to, enrolment, instant(now), instant(now) + days * 86_400_000).map(({ opens: at }) =>
      localText(ZONE, at).slice(5, 16),
    )

  it('goes on with the day at which it is', () => {
    const to = next({ schedules: { week: { ...week, windows: ['09:00-11:00'] } } })
    const moved = move(patient(), to, '2026-05-05T21:00')
    expect(opens(to, moved, '2026-05-05T21:00', 30)).toEqual(['05-06T09:00', '05-07T09:00'])
  })

  it.each([
    ['the morning was measured', 'send', ['09:00-12:00', '19:00-21:00'], ['05-02T19:00']],
    ['the morning was missed and is over', 'wait', ['10:30-12:00', '19:00-21:00'], ['05-02T19:00']],
    ['the one window of the day is over', 'wait', ['10:30-12:00'], []],
  ])('asks nothing twice on the day of the move: %s', (_why, what, windows, expected) => {
    const to = next({ schedules: { week: { ...week, windows } } })
    const one = what === 'send' ? patient().send('2026-05-02T08:30', { systolic: 120 }) : patient()
    const now = what === 'send' ? '2026-05-02T08:40' : '2026-05-02T10:20'
    const moved = move(one, to, now)
    expect(opens(to, moved, now, 0.5)).toEqual(expected)
    expect(opens(to, moved, now, 1.2)).toContain(`05-03T${windows[0]!.slice(0, 5)}`)
  })

  it('asks what has not been asked yet', () => {
    const to = next({ schedules: { week: { ...week, windows: ['09:00-12:00', '19:00-21:00'] } } })
    expect(opens(to, move(patient(), to, '2026-05-02T08:40'), '2026-05-02T08:40', 0.5)).toEqual([
      '05-02T09:00',
      '05-02T19:00',
    ])
  })

  it('that is over under the new plan is completed, and nobody waits for its end', () => {
    const to = next({ schedules: { week: { ...week, for: '2 days' } } })
    const moved = move(patient(), to, '2026-05-05T21:00')
    expect([moved.enrolment.state, moved.effects[0]]).toEqual(['calm', { type: 'completed', schedule: 'week' }])
  })

  it('that was completed is not asked again, however much longer the new plan is', () => {
    const staying = pathwayOf({ ...parts, states: states({ transitions: [] }) })
    const one = new Patient(staying, began).wait('2026-05-20T00:00')
    const to = next({ schedules: { week: { ...week, for: '28 days' } }, states: states({ transitions: [] }) })
    const result = upgrade(staying, to, one.enrolment, instant('2026-05-20T00:00'))
    expect(
      'enrolment' in result && [result.enrolment.schedules['week']!.completed, nextWake(to, result.enrolment)],
    ).toEqual([true, null])
  })

  it('that is new begins; one that the state no longer lists ends', () => {
    const day: Schedule = { measure: ['diastolic'], every: '1 day', windows: ['12:00-13:00'] }
    const to = next({ schedules: { week, day }, states: states({ schedules: ['day'], transitions: [] }) })
    const moved = move(patient(), to, '2026-05-05T09:00')
    expect(Object.entries(moved.enrolment.schedules).map(([id, { firstDay }]) => `${id} ${firstDay}`)).toEqual([
      'day 2026-05-05',
    ])
  })
})

describe('timers: restart', () => {
  it('begins the stay anew, without forgetting what was measured', () => {
    const one = patient().send('2026-05-02T08:00', { systolic: 105, diastolic: 105 }).wait('2026-05-04T08:00')
    const to = next({}, { timers: 'restart' })
    const { enrolment, effects } = move(one, to, '2026-05-04T08:30')
    expect(enrolment).toMatchObject({
      since: instant('2026-05-04T08:30'),
      acted: {},
      readings: { systolic: [{ value: 105 }] },
    })
    expect(enrolment.schedules['week']).toMatchObject({ firstDay: '2026-05-04', closed: [] })
    expect(effects).toMatchObject([{ type: 'withdrawn-proposal', id: 'watching/1' }])
    expect(localText(ZONE, nextWake(to, { ...enrolment, schedules: {} })!)).toBe('2026-05-07T08:30:00+02:00')
  })
})

it('never changes the enrolment that was given', () => {
  const one = patient().send('2026-05-02T08:00', { systolic: 190, diastolic: 105 })
  const before = structuredClone(one.enrolment)
  move(one, next({ thresholds: {} }, { timers: 'restart' }), '2026-05-02T08:05')
  expect(one.enrolment).toEqual(before)
})
