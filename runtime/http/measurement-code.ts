/** How a measurement of a pathway is coded, for the translation between FHIR and the engine. */
import type { MeasurementCode } from '../fhir/index.ts'
import type { KnownValue } from '../engine/index.ts'

/** The codes by which a value may be sent, besides its name. */
export function codeOf(name: string, { type, loinc, panel, snomed, code, unit, answers }: KnownValue): MeasurementCode {
  return Object.assign(
    { name },
    { type },
    loinc && { loinc },
    panel && { panel },
    snomed && { snomed },
    code && { code },
    unit && { unit },
    answers && { answers: answers.map(({ answer }) => answer) },
  )
}
