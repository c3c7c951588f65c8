/** Which measurement a coded thing is: LOINC, SNOMED CT, or the pathways' own codes. */
import type { CodeableConcept } from '@medplum/fhirtypes'
import type { MeasurementCode } from './parsed.ts'

export const LOINC = 'http://loinc.org'
export const SNOMED = 'http://snomed.info/sct'
export const UCUM = 'http://unitsofmeasure.org'
/** The code system of `code:` in a pathway. */
export const MEASUREMENT_SYSTEM = 'https://zorgpad.example/fhir/CodeSystem/measurement'

/** True when the concept says it with this code of this system; a code without its system says nothing. */
function hasCode(concept: CodeableConcept | undefined, system: string, code: string | undefined): boolean {
  if (code === undefined) return false
  return (concept?.coding ?? []).some((coding) => coding.system === system && coding.code === code)
}

/** True when the concept names this measurement itself. */
export function isMeasurement(concept: CodeableConcept | undefined, measurement: MeasurementCode): boolean {
  return (
    hasCode(concept, LOINC, measurement.loinc) ||
    hasCode(concept, SNOMED, measurement.snomed) ||
    hasCode(concept, MEASUREMENT_SYSTEM, measurement.code)
  )
}

/** A measurement of a panel is only looked for in that panel: the same code elsewhere may be a target or a mean. */
export function mayHold(panel: CodeableConcept | undefined, measurement: MeasurementCode): boolean {
  return measurement.panel === undefined || hasCode(panel, LOINC, measurement.panel)
}
