/** A snooze never hides something worse, whatever is measured: from what is sent, through the thresholds, to who is asked. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Enrolment, Reading } from '../../runtime/interpreter/enrolment.ts'
import type { Alert } from '../../runtime/alerts/index.ts'
import { SimulatedPatient } from '../../runtime/simulation/patient.ts'
import { instant, pathwayOf } from '../interpreter/patient.ts'
import { runs } from '../property.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MEAN_OVER = 3 * DAY

const alarm = { level: 'amber' as const, route: 'routine' }
const made = pathwayOf({
  questionnaires: { mood: { items: { worry: { ask: { nl: 'Zorgen?' }, scale: { from: 0, to: 10 } } } } },
  scores: {
    total: {
      combine: 'sum',
      inputs: { worry: { answer: 'worry' }, high: { measurement: 'systolic', bands: [{ above: 170, points: 5 }, { points: 0 }] } }, // prettier-ignore
    },
  },
  schedules: { daily: { measure: ['temperature'], every: '1 day', windows: ['07:00-10:00'] } },
  thresholds: {
    high: { ...alarm, when: { measurement: 'systolic', above: 160 } },
    low: { ...alarm, when: { measurement: 'diastolic', below: 60 } },
    burdened: { ...alarm, when: { score: 'total', atLeast: 5 } },
    mean: { ...alarm, when: { mean: 'systolic', over: '3 days', atLeast: 150 } },
  },
  states: {
    watching: {
      schedules: ['daily'],
      transitions: [{ if: { missed: 'daily', atLeast: 2, inARow: true }, alert: 'routine' }],
    },
    ended: { exit: 'ended' },
  },
})

/** Nothing is forgotten, so that it can be looked up how bad things were. */
const pathway = {
  ...made,
  kept: new Map([...made.kept.keys()].map((name) => [name, { keep: Infinity, keepNewest: 0 }])),
}

const sent = fc.record(
  {
    systolic: fc.integer({ min: 120, max: 200 }),
    diastolic: fc.integer({ min: 40, max: 90 }),
    worry: fc.integer({ min: 0, max: 10 }),
    temperature: fc.constant(37),
  },
  { requiredKeys: [] },
)
const life = fc.array(
  fc.record({
    hours: fc.integer({ min: 1, max: 40 }),
    values: sent,
    snooze: fc.boolean(),
    correct: fc.option(fc.integer({ min: 120, max: 200 }), { freq: 6 }),
  }),
  { minLength: 3, maxLength: 25 },
)

/** How bad things are by each key: higher is worse; what is not known is not worse. */
function howBad({ readings }: Pick<Enrolment, 'readings'>): Record<string, number> {
  const newest = (name: string): Reading | undefined => readings[name]?.at(-1)
  const cuffs = readings['systolic'] ?? []
  const window = cuffs.filter(({ at }) => at > cuffs.at(-1)!.at - MEAN_OVER)
  const mean = window.reduce((sum, { value }) => sum + Number(value), 0) / window.length
  return {
    'test/threshold:high': Number(newest('systolic')?.value ?? -Infinity),
    'test/threshold:low': -Number(newest('diastolic')?.value ?? Infinity),
    'test/threshold:burdened': Number(newest('total')?.value ?? -Infinity),
    'test/threshold:mean': Number.isNaN(mean) ? -Infinity : mean,
  }
}

/** How bad the readings behind an alert are, as they are known now. */
function behind({ head, under }: Alert, kept: Reading[]): Record<string, number>[] {
  return [head, ...under]
    .flatMap(({ because }) => because)
    .map((reading) => kept.find(({ id }) => id === reading.id) ?? reading)
    .map((reading) => ({
      ...howBad({ readings: { [reading.measurement]: [reading] } }),
      'test/threshold:mean': -Infinity,
    }))
}

const worstOf = (one: Record<string, number>, others: Record<string, number>[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(one).map(([key, value]) => [key, Math.max(value, ...others.map((other) => other[key]!))]),
  )

it('a snooze never hides something worse, nor what is missing', () => {
  fc.assert(
    fc.property(life, (all) => {
      const patient = SimulatedPatient.enrolled([{ pathway, facts: {} }], instant('2026-05-01T06:00'), 'p', {})
      /** Of each alert that is put off: how bad things were then, or at worst since. */
      const known = new Map<string, Record<string, number>>()
      const look = (): void => {
        const bad = howBad(patient.enrolment)
        for (const { id, keys, snoozed } of patient.alerts.open) {
          const before = snoozed && known.get(id)
          if (before) expect(keys.filter((key) => bad[key]! > before[key]! + 1e-6)).toEqual([])
          if (snoozed) expect(keys.filter((key) => key.includes('transition:'))).toEqual([])
        }
      }
      for (const [index, { hours, values, snooze, correct }] of all.entries()) {
        patient.pass(patient.now + hours * HOUR)
        const readings = Object.entries(values).map(([measurement, value]): Reading => ({
          id: `${index}-${measurement}`,
          measurement,
          value,
          at: patient.now,
        }))
        patient.happen({ type: 'submission', readings })
        look()
        const newest = patient.enrolment.readings['systolic']?.at(-1)
        if (correct !== null && newest) {
          const by = { person: 'nina', role: 'nurse' }
          patient.happen({ type: 'correction', reading: newest.id, value: correct, by })
          look()
        }
        const open = patient.alerts.open.find(({ snoozed }) => !snoozed)
        if (!snooze || !open) continue
        const kept = Object.values(patient.enrolment.readings).flat()
        const by = { person: 'nina', role: 'nurse' }
        patient.act({ type: 'snoozed', alert: open.id, until: patient.now + 13 * DAY, by, known: kept })
        const then = worstOf(howBad(patient.enrolment), behind(open, kept))
        // Of a mean of long ago nothing is remembered to hold the next one against.
        const mean = then['test/threshold:mean'] === -Infinity ? Infinity : then['test/threshold:mean']!
        known.set(open.id, { ...then, 'test/threshold:mean': mean })
      }
    }),
    { numRuns: runs(200) },
  )
})
