/** What a made-up patient sends: around the pressures of the script, in some of the windows, and loose readings besides. */
import type { Instant, Value } from '../../interpreter/enrolment.ts'
import { addDuration, atLocal, dayOf, minuteOf, parseDuration, plannedWindows } from '../../interpreter/index.ts'
import type { Pathway } from '../../interpreter/index.ts'
import type { PatientRecord } from '../../store/store.ts'
import { receive } from '../receive.ts'
import { around, chance } from './chance.ts'
import type { PatientScript } from './script.ts'
import { DAY, MINUTE } from './stage.ts'
import type { Deed, Stage } from './stage.ts'

/** The windows that open on this day, each used or not. Chance hangs on the window, so that the same one always goes the same way. */
export function measurements(
  stage: Stage,
  patient: PatientScript,
  record: PatientRecord,
  day: number,
  sent: string[],
): Deed[] {
  const { pathway } = stage
  const enrolment = record.enrolments[0]
  if (!enrolment || enrolment.exit !== undefined) return []
  const from = atLocal(pathway.zone, day, 0)
  const windows = plannedWindows(pathway, enrolment, from, from + DAY).filter(
    ({ opens }) => dayOf(pathway.zone, opens) === day,
  )
  return windows.flatMap(({ schedule, measurements: names, opens }) => {
    const next = chance(`${patient.id} ${schedule} ${day} ${minuteOf(pathway.zone, opens)}`)
    if (next() * 100 >= patient.sends) return []
    const first = opens + Math.floor(next() * 100) * MINUTE
    const times = Array.from(
      { length: pathway.schedules.get(schedule)?.readings ?? 1 },
      (_, index) => first + index * 2 * MINUTE,
    )
    return times.map((at) => ({
      at,
      act: () => send(stage, patient, at, valuesOf(pathway, names, pressureOn(stage, patient, day), next), sent),
    }))
  })
}

function pressureOn({ pathway, now }: Stage, { pressure, days }: PatientScript, day: number): [number, number] {
  const age = day - (dayOf(pathway.zone, now) - days)
  const from =
    Object.keys(pressure)
      .map(Number)
      .filter((start) => start <= age)
      .toSorted((a, b) => b - a)[0] ?? 0
  const [systolic = 130, diastolic = 80] = (pressure[String(from)] ?? '').split('/').map(Number)
  return [systolic, diastolic]
}

/** A value for each measurement: pressures around the given ones, and no to every question. */
function valuesOf(
  pathway: Pathway,
  names: string[],
  [systolic, diastolic]: [number, number],
  next: () => number,
): Record<string, Value> {
  const values = { systolic: () => around(next, systolic, 9), diastolic: () => around(next, diastolic, 6) }
  const named = names.map((name): [string, Value] => {
    const question = pathway.measurements.get(name)?.type === 'boolean'
    return [name, question ? false : (values[name as keyof typeof values] ?? values.systolic)()]
  })
  return Object.fromEntries(named)
}

/** Readings outside the windows. */
export function loose(stage: Stage, patient: PatientScript, day: number, sent: string[]): Deed[] {
  const { pathway, now } = stage
  return (patient.also ?? []).flatMap(({ ago, send: values }) => {
    const at = addDuration(pathway.zone, now, parseDuration(ago), -1)
    return dayOf(pathway.zone, at) === day ? [{ at, act: () => send(stage, patient, at, values, sent) }] : []
  })
}

async function send(
  { engine, script }: Stage,
  { id }: PatientScript,
  at: Instant,
  values: Record<string, Value>,
  sent: string[],
): Promise<void> {
  const identifier = `${id}|demo-${sent.length + 1}`
  const readings = Object.entries(values).map(([measurement, value]) => ({ measurement, value, at }))
  sent.push(identifier)
  await receive(engine, {
    patient: id,
    identifier,
    fingerprint: identifier,
    by: `device:${script.device.person}`,
    readings,
  })
}
