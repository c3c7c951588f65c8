/** What the demonstration is made of, as it is written in `examples/demonstration`. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Actor, Value } from '../../interpreter/enrolment.ts'
import type { Organisation, Person } from '../people.ts'

export type PatientScript = {
  id: string
  name: string
  age: number
  /** So many days ago registered. */
  days: number
  /** Share of the measuring windows that is used, in percent. */
  sends: number
  /** From this day on the values lie around `systolic/diastolic`. */
  pressure: Record<string, string>
  /** What the practice decides after so many days in a state. */
  decide?: Record<string, { decision: string; after: number }>
  /** Whether the practice says yes to what is proposed. */
  answers?: boolean
  limits?: Record<string, number>
  /** So many days nobody has looked at the alerts yet. */
  untouched?: number
  also?: { ago: string; send: Record<string, Value> }[]
}

export type Script = {
  organisations: Organisation[]
  people: Person[]
  pathway: string
  organisation: string
  consent: string[]
  nurse: Actor
  practice: Actor
  device: Actor
  facts: Record<string, Value>
  patients: PatientScript[]
}

/** Reads `people.yaml` and `patients.yaml` of this folder. */
export async function readScript(folder: string): Promise<Script> {
  const [people, patients] = await Promise.all(
    ['people.yaml', 'patients.yaml'].map(
      async (name) => parse(await readFile(join(folder, name), 'utf8')) as Partial<Script>,
    ),
  )
  return { ...people, ...patients } as Script
}
