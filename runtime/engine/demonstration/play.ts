/** Plays one made-up patient through the real engine: measuring, missing, phone calls and decisions, from registration until now. */
import type { Instant } from '../../interpreter/enrolment.ts'
import { atLocal, dayOf } from '../../interpreter/index.ts'
import { act } from '../act.ts'
import { register } from '../register.ts'
import { passTime } from '../waker.ts'
import { round } from './rounds.ts'
import type { PatientScript } from './script.ts'
import { loose, measurements } from './sends.ts'
import { recordOf, ROUND } from './stage.ts'
import type { Stage } from './stage.ts'

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
