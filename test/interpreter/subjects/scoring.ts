/** A patient whose answers and measurements make a score. */
import type { Reading, Value } from '../../../runtime/interpreter/enrolment.ts'
import type { PathwayDefinition, Score } from '../../../schemas/index.ts'
import { Patient, pathwayOf } from '../patient.ts'

export const lungs: NonNullable<PathwayDefinition['questionnaires']> = {
  lungs: {
    items: {
      cough: {
        ask: { nl: 'Hoest u?' },
        options: [
          { answer: 'no', points: 0 },
          { answer: 'much', points: 3 },
        ],
      },
      breath: { ask: { nl: 'Bent u benauwd?' }, scale: { from: 0, to: 10 } },
      sleeps: { ask: { nl: 'Slaapt u goed?' } },
      asleep: { ask: { nl: 'Hoe lang?' }, scale: { from: 0, to: 24 }, optional: true },
    },
  },
}

/** A patient with one score, and a threshold on it. */
export function patient(
  score: Partial<Score>,
  more: Partial<PathwayDefinition> = {},
  facts: Record<string, Value> = {},
): Patient {
  const pathway = pathwayOf({
    measurements: { pulse: { precision: 1 }, saturation: { precision: 1 }, complaints: { type: 'boolean' } },
    questionnaires: lungs,
    thresholds: { high: { level: 'red', route: 'routine', when: { score: 'total', atLeast: 5 } } },
    ...more,
    scores: { total: { combine: 'sum', inputs: {}, ...score }, ...more.scores },
  })
  return new Patient(pathway, '2026-05-01T08:00', facts)
}

export const total = ({ enrolment }: Patient, name = 'total'): Reading | undefined => enrolment.readings[name]?.at(-1)
