/** People, roles and organisations as they are stored: who works where, and may do what on whose behalf. */

export type Role =
  | 'author'
  | 'approver'
  | 'centre-nurse'
  | 'centre-lead'
  | 'poh'
  | 'gp'
  | 'pilot-lead'
  | 'patient'
  | 'device'
  | 'admin'

export type Organisation = {
  id: string
  name: string
  kind: 'practice' | 'centre' | 'out-of-hours' | 'region'
  /** What a patient calls. */
  phone?: string
}

export type Person = {
  id: string
  name: string
  language: 'nl' | 'en'
  roles: { role: Role; organisation: string }[]
  /** The record that this person may see as a patient. */
  patient?: string
}
