/** What is forgotten is never missed: with all that ever was a pathway decides as it does with what it keeps. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pathway } from '../../runtime/interpreter/pathway.ts'
import type { PathwayDefinition } from '../../schemas/index.ts'
import { runs } from '../property.ts'
import { anyLife, anyParts, live, type AnyLife } from './any-pathway.ts'
import { Patient, pathwayOf } from './patient.ts'

/** The same pathway, forgetting nothing. */
function remembering(pathway: Pathway): Pathway {
  const kept = new Map([...pathway.kept.keys()].map((name) => [name, { keep: Infinity, keepNewest: 0 }]))
  const schedules = new Map(
    [...pathway.schedules].map(([id, one]) => [id, { ...one, keep: Infinity, keepInARow: Infinity }]),
  )
  return { ...pathway, kept, schedules, keepAlerts: Infinity, keepPauses: Infinity }
}

const TWO_DAYS = 2 * 24 * 60

/** Corrections of long ago are the engine's, which folds again: here only those of a reading that every rule still keeps. */
function withSoonCorrections(pathway: Pathway, life: AnyLife): AnyLife {
  const effects = live(pathway, life)
  return life.map((one, index) => {
    if (one.what.kind !== 'correct') return one
    const refused = effects[index]!.some(({ type }) => type === 'refused')
    const isSoon = !refused && ageOf(life, index, one.what.back) < TWO_DAYS
    return isSoon ? one : { ...one, what: { kind: 'send', late: 0, values: {} } }
  })
}

/** Minutes between the reading that was sent `back` events before and this event. */
function ageOf(life: AnyLife, index: number, back: number): number {
  const sent = life[index - back]!.what
  const since = life.slice(index - back + 1, index + 1).reduce((sum, { wait }) => sum + wait, 0)
  return since + (sent.kind === 'send' ? sent.late : 0)
}

/** What becomes of a life that is lived with this pathway, and with one that forgets nothing. */
const both = (life: (patient: Patient) => void, parts: Partial<PathwayDefinition>) =>
  [pathwayOf(parts), remembering(pathwayOf(parts))].map((pathway) => {
    const patient = new Patient(pathway, '2026-05-01T08:00')
    life(patient)
    return patient
  }) as [Patient, Patient]

describe('what is forgotten', () => {
  it('is never missed: by any rule, in any life', () => {
    fc.assert(
      fc.property(anyParts, anyLife, (parts, all) => {
        const pathway = pathwayOf(parts)
        const life = withSoonCorrections(pathway, all)
        expect(live(pathway, life)).toEqual(live(remembering(pathway), life))
      }),
      { numRuns: runs(200) },
    )
  })

  /** Time goes on only with what comes. */
  const measurements = { weight: {}, pulse: {}, other: {} }
  const inputs = { weight: { measurement: 'weight' }, pulse: { measurement: 'pulse' } }

  it('is not what a first reading was made of, while the second one may still come', () => {
    const remeasure = { within: '5 days' }
    const thresholds = {
      high: { level: 'red' as const, route: 'routine', when: { score: 'total', atLeast: 5 }, remeasure },
    }
    const scores = { total: { combine: 'sum' as const, inputs, missing: { atMost: 1 } } }
    const [kept, all] = both(
      (patient) =>
        patient
          .send('2026-05-01T09:00', { weight: 3, pulse: 4 })
          .send('2026-05-05T09:00', { other: 1 })
          .send('2026-05-05T10:00', { pulse: 6 }),
      { measurements, scores, thresholds },
    )
    expect([kept.alerts, all.alerts]).toEqual([[], []]) // the weight was not measured again
  })

  it('is not what a score of then was made of, when one of its answers comes late', () => {
    const [kept, all] = both(
      (patient) =>
        patient
          .send('2026-05-01T09:00', { weight: 7 })
          .send('2026-05-06T09:00', { other: 1 })
          .send('2026-05-06T10:00', { worry: true }, '2026-05-01T09:10'),
      {
        measurements,
        questionnaires: { mood: { stale: '7 days', items: { worry: { ask: { nl: 'Zorgen?' } } } } },
        scores: { total: { combine: 'sum', inputs: { weight: inputs.weight, worry: { answer: 'worry' } } } },
        thresholds: { high: { level: 'red', route: 'routine', when: { score: 'total', atLeast: 5 } } },
      },
    )
    expect([kept.alerts, all.alerts]).toEqual([[], []]) // the score itself is stale after a day
    expect(kept.enrolment.readings['total']).toMatchObject([{ value: 8 }])
  })

  it('is not what a score that averages look back on was made of: what comes very late takes nothing away from it', () => {
    const [kept] = both(
      (patient) =>
        patient
          .send('2026-05-01T09:00', { weight: 3, pulse: 4 })
          .send('2026-05-11T09:00', { other: 1 })
          .send('2026-05-11T10:00', { pulse: 5 }, '2026-05-01T09:00'),
      {
        measurements,
        scores: { total: { combine: 'sum', inputs } },
        states: {
          watching: { transitions: [{ if: { mean: 'total', over: '4 weeks', above: 9 }, alert: 'routine' }] },
          ended: { exit: 'ended' },
        },
      },
    )
    expect(kept.enrolment.readings['total']).toMatchObject([{ value: 8 }])
  })

  it('is not what a threshold looks at beside a value that may come late', () => {
    const when = { all: [{ measurement: 'pulse', above: 100 }, { mean: 'weight', over: '8 weeks', above: 70 }] } // prettier-ignore
    const [kept, all] = both(
      (patient) =>
        patient
          .send('2026-05-01T09:00', { pulse: 120 })
          .send('2026-05-06T09:00', { pulse: 80 })
          .send('2026-05-06T10:00', { weight: 80 }, '2026-05-01T09:00'),
      {
        measurements: { ...measurements, weight: { stale: '7 days' } },
        thresholds: { both: { level: 'red', route: 'routine', when } },
      },
    )
    expect(kept.alerts).toEqual(['both late'])
    expect(all.alerts).toEqual(kept.alerts)
  })
})
