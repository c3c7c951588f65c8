/** Who is to be registered: somebody we know by number, or somebody new. */
import { noAlerts } from '../alerts/index.ts'
import type { Value } from '../interpreter/enrolment.ts'
import type { PatientRecord } from '../store/store.ts'
import type { Engine } from './engine.ts'
import { refuse } from './refused.ts'

export type RegistrationIn = {
  pathway: string
  version?: string
  patient: {
    name: string
    identifiers: { system: string; value: string }[]
    organisation: string
    language?: 'nl' | 'en'
  }
  facts: Record<string, Value>
  consent?: { organisations: string[]; by: string }
}

/** Somebody with one of these numbers, who must be of the same practice: another practice's patient is not ours to touch. */
export async function knownPatient(
  { store }: Engine,
  { patient, pathway }: RegistrationIn,
): Promise<PatientRecord | null> {
  const found = await Promise.all(
    patient.identifiers.map(({ system, value }) => store.patientByIdentifier(system, value)),
  )
  const [known, ...others] = new Map(
    found.filter((record) => record !== null).map((record) => [record.id, record]),
  ).values()
  if (!known) return null
  if (others.length > 0 || known.organisation !== patient.organisation) throw refuse('identifier-in-use')
  const running = known.enrolments.some((enrolment) => enrolment.pathway === pathway && enrolment.exit === undefined)
  if (running) throw refuse('already-enrolled')
  return known
}

/** Nothing is known yet but who it is. */
export function newPatient({ patient }: RegistrationIn, id: string): PatientRecord {
  const { name, identifiers, organisation, language = 'nl' } = patient
  return {
    id,
    version: 0,
    name,
    identifiers,
    organisation,
    language,
    consent: [],
    enrolments: [],
    alerts: noAlerts(id),
    wake: null,
  }
}
