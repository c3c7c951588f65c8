/** From the text of a FHIR R4 Observation to readings of a pathway's measurements: everything checked, nothing guessed. */
import type { Observation } from '@medplum/fhirtypes'
import { fingerprintOf } from './fingerprint.ts'
import { readJson } from './json.ts'
import { refused } from './outcome.ts'
import type { MeasurementCode, ReadResult, Subject } from './parsed.ts'
import { readingsOf } from './readings.ts'
import { validate } from './validate.ts'

/** The system of identifiers that we make ourselves, of the content, when the sender gives none. */
const CONTENT_SYSTEM = 'https://zorgpad.example/fhir/NamingSystem/content'

/**
 * Reads one Observation. `measurements` are those of the patient's pathways; `zone` places a date without a time.
 * Refused with status 413 when too large, 400 when it is no usable JSON, 422 when FHIR or the meaning is not right.
 */
export function readObservation(text: string, measurements: MeasurementCode[], zone: string): ReadResult {
  const json = readJson(text)
  if ('issue' in json) return refused(json.status, [json.issue])
  const resource = json.value as Record<string, unknown>
  if (resource === null || typeof resource !== 'object' || resource['resourceType'] !== 'Observation') {
    return refused(422, [{ code: 'not-observation', expression: 'Observation.resourceType' }])
  }
  const issues = validate(resource, 'Observation')
  return issues.length > 0 ? refused(422, issues) : read(resource as unknown as Observation, text, measurements, zone)
}

function read(resource: Observation, source: string, measurements: MeasurementCode[], zone: string): ReadResult {
  const subject = subjectOf(resource)
  const { at, readings, absent, issues } = readingsOf(resource, measurements, zone)
  if (!subject) issues.unshift({ code: 'subject', expression: 'Observation.subject' })
  if (!subject || issues.length > 0) return refused(422, issues)
  const fingerprint = fingerprintOf({ ...resource })
  const identifier = identifierOf(resource) ?? `${CONTENT_SYSTEM}|${fingerprint}`
  return { ok: true, observation: { resource, identifier, fingerprint, subject, at, readings, absent, source } }
}

/** A patient of this server, or an identifier. A reference to elsewhere says nothing here, and a group is no patient. */
function subjectOf({ subject }: Observation): Subject | null {
  const id = /^Patient\/([A-Za-z0-9.-]{1,64})$/.exec(subject?.reference ?? '')?.[1]
  if (id !== undefined) return { id }
  const { system, value } = subject?.identifier ?? {}
  return system !== undefined && value !== undefined ? { system, value } : null
}

/** The first identifier with a value. */
function identifierOf({ identifier }: Observation): string | null {
  const own = identifier?.find(({ value }) => value !== undefined)
  return own ? `${own.system ?? ''}|${own.value}` : null
}
