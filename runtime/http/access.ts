/** Who is asking, and what that role may see and do. What one may not see does not exist for one. */
import { organisationsOf } from '../engine/index.ts'
import type { Engine, Organisation, Person, Role } from '../engine/index.ts'
import { refuse } from '../engine/index.ts'
import type { PatientRecord } from '../store/store.ts'

export type Caller = { person: Person; role: Role; organisation: Organisation }

export const PRACTICE: Role[] = ['gp', 'poh']
export const CENTRE: Role[] = ['centre-nurse', 'centre-lead']
export const CLINICAL: Role[] = [...PRACTICE, ...CENTRE]
export const WATCHING: Role[] = [...CLINICAL, 'pilot-lead']
export const PUBLISHING: Role[] = ['author', 'approver']
/** Practices and centre draw a pathway together; publishing is for who was asked to. */
export const DRAFTING: Role[] = [...WATCHING, ...PUBLISHING]
export const STAFF: Role[] = [...DRAFTING, 'admin']
export const SENDING: Role[] = [...CLINICAL, 'patient', 'device']

/**
 * A practice sees its own patients. The centre, a pilot lead and a device see whoever agreed to their organisation.
 * A patient sees one record. Authors, approvers and administrators see no patients.
 */
export function maySee({ person, role, organisation }: Caller, record: PatientRecord): boolean {
  if (PRACTICE.includes(role)) return record.organisation === organisation.id
  if (CENTRE.includes(role) || role === 'pilot-lead' || role === 'device')
    return organisationsOf(record).includes(organisation.id)
  return role === 'patient' && person.patient === record.id
}

/** The patient, or `not-found`: also when there is one that the caller may not see. */
export async function seenPatient({ store }: Engine, caller: Caller, id: string): Promise<PatientRecord> {
  const record = await store.patient(id)
  if (!record || !maySee(caller, record)) throw refuse('not-found')
  return record
}

/** Everybody the caller may see. */
export async function seenPatients({ store }: Engine, caller: Caller): Promise<PatientRecord[]> {
  const all = await store.patients(PRACTICE.includes(caller.role) ? [caller.organisation.id] : undefined)
  return all.filter((record) => maySee(caller, record))
}
