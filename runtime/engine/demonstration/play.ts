/** Plays one made-up patient through the real engine: measuring, missing, phone calls and decisions, from registration until now. */
import type { Instant, Value } from '../../interpreter/enrolment.ts'
import { addDuration, atLocal, dayOf, minuteOf, parseDuration, plannedWindows } from '../../interpreter/index.ts'
import type { Pathway } from '../../interpreter/index.ts'
import type { PatientRecord } from '../../store/store.ts'
import { act, actOnAlert } from '../act.ts'
import type { SetClock } from '../clock.ts'
import type { Engine } from '../engine.ts'
import { receive } from '../receive.ts'
import { refuse } from '../refused.ts'
import { register } from '../register.ts'
import { passTime } from '../waker.ts'
import { around, chance } from './chance.ts'
import type { PatientScript, Script } from './script.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Minute of the day at which the practice looks at its list. */
const ROUND = 11 * 60

/** Everything that one patient's play needs. `engine` runs on `clock`. */
export type Stage = { engine: Engine; clock: SetClock; script: Script; pathway: Pathway; now: Instant }
type Deed = { at: Instant; act: () => Promise<void> }

/** Registers the patient in the past and lives up to `now`. Returns the identifiers of what was sent. */
export async function play(stage: Stage, patient: PatientScript): Promise<string[]> {
  const { clock, pathway, now } = stage
  const begin = atLocal(pathway.zone, dayOf(pathway.zone, now) - patient.days, ROUND)
  const sent: string[] = []
  clock.set(begin)
  await enrol(stage, patient)
  for (let day = dayOf(pathway.zone, begin); day <= dayOf(pathway.zone, now); day++) {
    const record = await recordOf(stage, patient)
    const deeds = [
      ...measurements(stage, patient, record, day, sent),
      ...loose(stage, patient, day, sent),
      round(stage, patient, day),
    ]
    for (const { at, act: carryOut } of deeds.toSorted((a, b) => a.at - b.at)) {
      if (at <= begin || at > now) continue
      await until(stage, at)
      await carryOut()
    }
  }
  await until(stage, now)
  return sent
}

async function until({ engine, clock }: Stage, at: Instant): Promise<void> {
  clock.set(at)
  await passTime(engine, async () => at)
}

async function enrol({ engine, script, pathway }: Stage, { id, name, age, limits }: PatientScript): Promise<void> {
  const identifiers = [{ system: 'https://zorgpad.example/demonstration', value: id }]
  const consent = { organisations: script.consent, by: script.practice.person }
  const registration = {
    pathway: pathway.id,
    patient: { name, identifiers, organisation: script.organisation },
    facts: { ...script.facts, age },
    consent,
  }
  const { enrolment } = await register(engine, registration, script.practice, id)
  if (enrolment === undefined) throw new Error(`The demonstration's ${id} cannot take part in ${pathway.id}.`)
  for (const [parameter, value] of Object.entries(limits ?? {})) {
    await act(engine, enrolment, {
      type: 'parameter',
      parameter,
      value,
      by: script.practice,
      because: 'Leeftijd boven de 70',
    })
  }
}

async function recordOf({ engine }: Stage, { id }: PatientScript): Promise<PatientRecord> {
  const record = await engine.store.patient(id)
  if (!record) throw refuse('not-found')
  return record
}

/** The windows that open on this day, each used or not. Chance hangs on the window, so that the same one always goes the same way. */
function measurements(
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

function loose(stage: Stage, patient: PatientScript, day: number, sent: string[]): Deed[] {
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

/** Once a day somebody goes through the list: alerts are taken up and closed, decisions are taken. */
function round(stage: Stage, patient: PatientScript, day: number): Deed {
  const { pathway, now } = stage
  const at = atLocal(pathway.zone, day, ROUND)
  const looks = now - at >= (patient.untouched ?? 0) * DAY
  return { at, act: async () => (looks ? visit(stage, patient, at) : undefined) }
}

async function visit(stage: Stage, patient: PatientScript, at: Instant): Promise<void> {
  const { engine, script, now } = stage
  const record = await recordOf(stage, patient)
  for (const { id } of record.alerts.open) {
    await actOnAlert(engine, { type: 'acknowledged', alert: id, by: script.nurse })
    if (now - at < 2 * DAY) continue
    await actOnAlert(engine, { type: 'resolved', alert: id, by: script.nurse, outcome: 'acted', note: 'Gebeld.' })
  }
  await decide(stage, patient, record, at)
}

async function decide(
  { engine, script }: Stage,
  { decide: plans, answers }: PatientScript,
  record: PatientRecord,
  at: Instant,
): Promise<void> {
  const enrolment = record.enrolments[0]
  if (!enrolment) return
  const plan = plans?.[enrolment.state]
  if (plan && at - enrolment.since >= plan.after * DAY) {
    await act(engine, enrolment.id, { type: 'decision', decision: plan.decision, by: script.practice })
  }
  const [proposal] = enrolment.proposals
  if (answers && proposal)
    await act(engine, enrolment.id, { type: 'answer', proposal: proposal.id, accept: true, by: script.practice })
}
