/** The workload of the benchmark: patients in their measuring week, and everything that happens to them on one day. */
import { readFileSync } from 'node:fs'
import { compile } from '../../runtime/interpreter/compile.ts'
import type { Enrolment, Event, Instant, Reading } from '../../runtime/interpreter/enrolment.ts'
import { parse } from '../../runtime/interpreter/parse.ts'
import type { Pathway } from '../../runtime/interpreter/pathway.ts'
import { start, step } from '../../runtime/interpreter/step.ts'
import { advance } from '../../runtime/interpreter/wake.ts'
import { instantFromText } from '../../runtime/interpreter/time/zone.ts'
import { generator } from './random.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Minutes after midnight at which the four readings of a day are sent. */
const CLOCK = [7 * 60 + 30, 7 * 60 + 33, 19 * 60, 19 * 60 + 4]

export type Happening = { patient: number; event: Event; now: Instant }
export type Workload = { pathway: Pathway; enrolments: Enrolment[]; happenings: Happening[] }

export function hypertension(): Pathway {
  const text = readFileSync(new URL('../../pathways/hypertension.yaml', import.meta.url), 'utf8')
  const { document } = parse(text)
  if (!document) throw new Error('pathways/hypertension.yaml cannot be read')
  return compile(document)
}

/** Patients on day four of their week, and the events of that day in the order of a day: everybody's morning, then everybody's evening. */
export function dayOfHypertension(patients: number, seed: number): Workload {
  const pathway = hypertension()
  const random = generator(seed)
  const midnight = instantFromText(pathway.zone, '2026-05-04T00:00')!
  const enrolments = Array.from({ length: patients }, (_, patient) =>
    enrolled(pathway, patient, midnight - 3 * DAY, random),
  )
  const happenings = enrolments.flatMap((enrolment, patient) => dayOf(pathway, enrolment, patient, midnight, random))
  return { pathway, enrolments, happenings: happenings.toSorted((left, right) => left.now - right.now) }
}

function enrolled(pathway: Pathway, patient: number, from: Instant, random: () => number): Enrolment {
  let { enrolment } = start(pathway, { age: 60 + (patient % 25) }, from, `enrolment-${patient}`)
  for (let day = 0; day < 3; day++) {
    for (const { event, now } of dayOf(pathway, enrolment, patient, from + day * DAY, random)) {
      enrolment = step(pathway, enrolment, event, now).enrolment
    }
  }
  return enrolment
}

/** One day of one patient: readings, and the wake-ups between them. */
function dayOf(
  pathway: Pathway,
  before: Enrolment,
  patient: number,
  midnight: Instant,
  random: () => number,
): Happening[] {
  const happenings: Happening[] = []
  let enrolment = before
  const passUntil = (until: Instant): void => {
    const passed = advance(pathway, enrolment, until)
    enrolment = passed.enrolment
    happenings.push(...passed.steps.map(({ at }) => ({ patient, event: { type: 'wake' } as const, now: at })))
  }
  for (const minute of CLOCK) {
    if (random() < 0.1) continue // forgotten
    const now = midnight + minute * MINUTE
    passUntil(now)
    const event: Event = { type: 'submission', readings: cuff(`${patient}-${now}`, now, random) }
    happenings.push({ patient, event, now })
    enrolment = step(pathway, enrolment, event, now).enrolment
  }
  passUntil(midnight + DAY)
  return happenings
}

/** Mostly ordinary values; now and then very high, low, or with complaints. */
function cuff(id: string, at: Instant, random: () => number): Reading[] {
  const rare = random()
  const systolic = Math.round(
    rare < 0.02 ? 182 + random() * 30 : rare < 0.04 ? 88 + random() * 15 : 118 + random() * 40,
  )
  const diastolic = Math.round(systolic * 0.55 + random() * 12)
  const values = { systolic, diastolic, complaints: random() < 0.01 }
  return Object.entries(values).map(([measurement, value]) => ({ id: `${id}-${measurement}`, measurement, value, at }))
}
