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
export { capabilityStatement } from './capability.ts' // (baseUrl: string, published: Instant) => CapabilityStatement
export { MEASUREMENT_SYSTEM } from './codes.ts'
export { readObservation } from './observation.ts' // (text, measurements: MeasurementCode[], zone, now) => ReadResult
export { outcome, unmeasured } from './outcome.ts' // outcome(code: OutcomeCode, values?, expression?) => OperationOutcome
export { renderObservation } from './render.ts' // (stored: StoredObservation) => string
export { searchObservations } from './search.ts' // (all: StoredObservation[], query: URLSearchParams, base: string) => SearchResult
export { convert, convertUnit } from './units.ts'
