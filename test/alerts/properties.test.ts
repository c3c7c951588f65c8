/** What holds of the alerts whatever happens, in any order. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alert,
  type AlertEvent,
  type AlertResult,
  nextAlertWake,
  noAlerts,
  type PatientAlerts,
} from '../../runtime/alerts/index.ts'
import { runs } from '../property.ts'
import { at, firing, routes } from './time-line.ts'

const by = { person: 'n1', role: 'centre-nurse' }
const firings = fc.record({
  threshold: fc.constantFrom('crisis', 'low', 'crisis-with-complaints'),
  level: fc.constantFrom('red', 'amber', 'green'),
  route: fc.constantFrom('urgent', 'next-day', 'routine', 'practice'),
  coaching: fc.boolean(),
  because: fc
    .subarray(['r1', 'r2', 'r3', 'r4'])
    .map((ids) => ids.map((id) => ({ id, measurement: 'systolic', value: 190, at: 0 }))),
})
const ids = fc.integer({ min: 1, max: 4 }).map((number) => `p-${number}`)
const events: fc.Arbitrary<AlertEvent> = fc.oneof(
  fc.array(firings, { minLength: 1, maxLength: 3 }).map((list) => ({
    type: 'raised' as const,
    firings: list.map(({ threshold, coaching, ...rest }) =>
      firing(threshold, { ...rest, ...(coaching ? { coaching } : {}) }),
    ),
  })),
  ids.map((id) => ({ type: 'acknowledged' as const, alert: id, by })),
  ids.map((id) => ({ type: 'resolved' as const, alert: id, by, outcome: 'acted' as const })),
  fc.constant({ type: 'wake' as const }),
  fc.tuple(ids, fc.integer({ min: 1, max: 6000 })).map(([id, minutes]) => ({
    type: 'snoozed' as const,
    alert: id,
    until: at('2026-03-27T15:00') + minutes * 60_000,
    by,
  })),
  fc.integer({ min: 60, max: 260 }).map((value) => ({
    type: 'raised' as const,
    firings: [],
    readings: [{ id: `later-${value}`, measurement: 'systolic', value, at: 0 }],
  })),
  fc.constantFrom<string[]>([], ['centre']).map((kinds) => ({ type: 'away' as const, kinds })),
)
/** Events with the minutes between them, from a Friday afternoon. */
const histories = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), events), { maxLength: 25 })
type History = [minutes: number, event: AlertEvent][]

/** So that changing what was given throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    for (const part of Object.values(Object.freeze(value))) frozen(part)
  return value
}

/** Plays a history, with or without the wake-ups that fall in between, and looks at every result. */
function fold(
  history: History,
  look: (result: AlertResult, event: AlertEvent, before: PatientAlerts) => void = () => {},
) {
  let [now, alerts] = [at('2026-03-27T15:00'), noAlerts('p')]
  for (const [minutes, event] of history) {
    now += minutes * 60_000
    for (const next of [{ type: 'wake' } as const, event]) {
      const result = alert(routes, frozen(alerts), next, now)
      look(result, next, alerts)
      alerts = result.alerts
    }
  }
  return alerts
}

const property = (check: (history: History) => void, sample = 300) =>
  fc.assert(fc.property(histories, check), { numRuns: runs(sample) })

describe('whatever happens', () => {
  it('the same events give the same alerts, and nothing that was given is changed', () => {
    property((history) => {
      const copy = structuredClone(history)
      expect(fold(history)).toEqual(fold(copy))
      expect(history).toEqual(copy)
    })
  })

  it('no problem has two open alerts, and no two alerts one id', () => {
    property((history) => {
      fold(history, ({ alerts }) => {
        const keys = alerts.open.flatMap((open) => open.keys)
        expect(new Set(keys).size).toBe(keys.length)
        expect(new Set(alerts.open.map(({ id }) => id)).size).toBe(alerts.open.length)
      })
    })
  })

  it('an acknowledged alert never climbs', () => {
    property((history) => {
      fold(history, ({ effects }, event, before) => {
        if (event.type !== 'wake') return
        const told = effects.flatMap((effect) => (effect.type === 'told' ? [effect.alert] : []))
        expect(before.open.filter(({ id, status }) => status === 'acknowledged' && told.includes(id))).toEqual([])
      })
    })
  })

  it('a snoozed alert asks nobody before its end, and is with nobody for longer than that', () => {
    property((history) => {
      fold(history, ({ alerts, effects }, event, before) => {
        for (const open of alerts.open) expect(open.status === 'snoozed').toBe(open.snoozed !== undefined)
        if (event.type !== 'wake') return
        const woken = effects.flatMap((effect) => (effect.type === 'unsnoozed' ? [effect.alert.id] : []))
        for (const { id, snoozed } of before.open) {
          const after = alerts.open.find((one) => one.id === id)!
          if (snoozed) expect(after.snoozed === undefined).toBe(woken.includes(id))
        }
      })
    })
  })

  it('who may not see the patient is never asked', () => {
    property((history) => {
      fold(history, ({ alerts }) => {
        if (!alerts.away?.includes('centre')) return
        const asked = alerts.open.filter(({ status }) => status === 'open').map(({ step }) => step.party)
        expect(asked.filter((party) => party.startsWith('centre'))).toEqual([])
      })
    })
  })

  it('every red firing ends in an alert, and every alert has somebody who was told', () => {
    property((history) => {
      fold(history, ({ alerts, effects }, event) => {
        for (const open of alerts.open) expect(open.told.at(-1)).toMatchObject(open.step)
        if (event.type !== 'raised') return
        const quiet = effects.flatMap((effect) =>
          effect.type === 'silent' && effect.reason === 'quiet' ? [effect.firing] : [],
        )
        const red = event.firings.filter((one) => one.level === 'red' && !quiet.includes(one))
        for (const one of red) {
          const home = alerts.open.find(({ head, under }) => [head, ...under].includes(one))
          expect(home?.level).toBe('red')
        }
      })
    })
  })

  it('after a wake-up the next one lies ahead, and the same wake-up again changes nothing', () => {
    property((history) => {
      fold(history, ({ alerts }, event, before) => {
        if (event.type === 'wake') expect(alerts.count).toBe(before.count)
        const wake = nextAlertWake(routes, alerts)
        if (wake === null) return
        const result = alert(routes, alerts, { type: 'wake' }, wake)
        expect(nextAlertWake(routes, result.alerts) ?? Infinity).toBeGreaterThan(wake)
        expect(alert(routes, result.alerts, { type: 'wake' }, wake)).toEqual({ alerts: result.alerts, effects: [] })
      })
    })
  })

  it('one late wake-up does what all the punctual ones do', () => {
    property((history) => {
      const alerts = fold(history)
      const until = at('2026-04-20T12:00')
      let punctual = alerts
      for (let wake = nextAlertWake(routes, punctual); wake !== null && wake <= until;) {
        punctual = alert(routes, punctual, { type: 'wake' }, wake).alerts
        wake = nextAlertWake(routes, punctual)
      }
      expect(alert(routes, alerts, { type: 'wake' }, until).alerts).toEqual(punctual)
    }, 60)
  })
})
