/** Registering a patient for a pathway. */
import type { Value } from '../../interpreter/enrolment.ts'
import type { InBoth, Language } from './basics.ts'

/** `POST /api/registrations`. Without `version`: the newest one. A known identifier adds the pathway to that patient. */
export type Registration = {
  pathway: string
  version?: string
  patient: { name: string; identifiers: { system: string; value: string }[]; organisation: string; language?: Language }
  facts: Record<string, Value>
  /** For which organisations the patient agreed, and who recorded it. Without it nothing is shared and nobody is enrolled. */
  consent?: { organisations: string[]; by: string }
}

/** 201 when somebody was enrolled, 200 when not: the answer and the reasons say why. */
export type RegistrationAnswer = {
  answer: 'included' | 'excluded' | 'needs-information'
  reasons: { path: string; text: InBoth }[]
  enrolled: boolean
  patient?: string
  enrolment?: string
}
