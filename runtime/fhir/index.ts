/** The public names of the translation between FHIR R4 and the engine. */
export type {
  MeasurementCode,
  ObservationReading,
  ParsedObservation,
  ReadResult,
  Refused,
  SearchResult,
  StoredObservation,
  Subject,
} from './parsed.ts'
export { deriveObservations, SUBMISSION_SYSTEM } from './derive.ts'
export type { NamedMeasurement, Sent } from './derive.ts'
export { capabilityStatement } from './capability.ts'
export { isMeasurement, LOINC, MEASUREMENT_SYSTEM, SNOMED, UCUM } from './codes.ts'
export { readObservation } from './observation.ts'
export { outcome, outcomeOf, unmeasured } from './outcome.ts'
export { renderObservation } from './render.ts'
export { searchObservations } from './search.ts'
export { convertUnit } from './units.ts'
export type { Issue, OutcomeCode } from './outcome.ts'
export { LARGEST } from './json.ts'
