/** Readings that did not come in as FHIR, as the Observations they would have been. */
import type { CodeableConcept, Coding, Observation, ObservationComponent, Quantity } from '@medplum/fhirtypes'
import type { ReadingMark, Value } from '../interpreter/enrolment.ts'
import { unitIn } from '../interpreter/sentence.ts'
import { dayOf, dayText, localText } from '../interpreter/time/zone.ts'
import type { StoredReading } from '../store/store.ts'
import { LOINC, MEASUREMENT_SYSTEM, SNOMED, UCUM } from './codes.ts'
import type { MeasurementCode, StoredObservation } from './parsed.ts'

/** The system of identifiers that a sender gave outside FHIR: unique within one patient. */
export const SUBMISSION_SYSTEM = 'https://zorgpad.example/fhir/NamingSystem/submission'

/** `title`: what people call it, as the text of the code. */
export type NamedMeasurement = MeasurementCode & { title?: string }

/** What was sent at once: `identifier` is the sender's own. `measurements` by name; `zone` gives the instants their offset. */
export type Sent = {
  patient: string
  identifier: string
  readings: StoredReading[]
  measurements: Map<string, NamedMeasurement>
  zone: string
}

/** One Observation for each panel and moment, with its components, and one for each reading without a panel. The same every time. */
export function deriveObservations(sent: Sent): StoredObservation[] {
  const groups = Map.groupBy(sent.readings, (reading) => groupOf(sent, reading))
  return [...groups.values()].map((readings) => observationOf(sent, readings as [StoredReading, ...StoredReading[]]))
}

/** A cuff that was read twice at one moment makes two: in one panel a measurement stands once. */
function groupOf({ measurements, readings }: Sent, { id, measurement, at }: StoredReading): string {
  const panel = measurements.get(measurement)?.panel
  if (panel === undefined) return id
  const alike = readings.filter((other) => other.measurement === measurement && other.at === at)
  return `${panel} ${at} ${alike.findIndex((other) => other.id === id)}`
}

function observationOf(sent: Sent, readings: [StoredReading, ...StoredReading[]]): StoredObservation {
  const { patient, identifier, measurements } = sent
  const [first] = readings
  const panel = measurements.get(first.measurement)?.panel
  const observation: Observation = {
    resourceType: 'Observation',
    ...(identifier.trim() === '' ? {} : { identifier: [{ system: SUBMISSION_SYSTEM, value: identifier }] }),
    status: statusOf(readings),
    code: panel === undefined ? codeOf(sent, first) : { coding: [{ system: LOINC, code: panel }] },
    subject: { reference: `Patient/${patient}` },
    effectiveDateTime: takenAt(sent, first),
    issued: new Date(first.received).toISOString(),
    ...(panel === undefined ? valueOf(first) : { component: readings.map((reading) => componentOf(sent, reading)) }),
  }
  const source = JSON.stringify(observation)
  return { id: `${patient}.${first.id}`, patient, at: first.at, received: first.received, source }
}

/** Withdrawn when nothing of it holds any more. */
function statusOf(readings: StoredReading[]): Observation['status'] {
  const has = (mark: ReadingMark) => (reading: StoredReading) => reading.marks?.includes(mark) === true
  if (readings.every(has('withdrawn'))) return 'entered-in-error'
  return readings.some((reading) => has('corrected')(reading) || has('withdrawn')(reading)) ? 'corrected' : 'final'
}

const componentOf = (sent: Sent, reading: StoredReading): ObservationComponent => ({
  code: codeOf(sent, reading),
  ...(reading.marks?.includes('withdrawn') ? { dataAbsentReason: ABSENT } : valueOf(reading)),
})

/** In a panel of which the rest still holds. */
const ABSENT: CodeableConcept = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'error' }],
}

/** By LOINC, SNOMED CT and the pathway's own code, as far as it has them; else by its name in the pathway. */
function codeOf({ measurements }: Sent, { measurement }: StoredReading): CodeableConcept {
  const { loinc, snomed, code, title } = measurements.get(measurement) ?? {}
  const named: Coding[] = [
    ...(loinc === undefined ? [] : [{ system: LOINC, code: loinc }]),
    ...(snomed === undefined ? [] : [{ system: SNOMED, code: snomed }]),
    ...(code === undefined ? [] : [{ system: MEASUREMENT_SYSTEM, code }]),
  ]
  const coding = named.length > 0 ? named : [{ system: MEASUREMENT_SYSTEM, code: measurement }]
  return { coding, ...(title === undefined ? {} : { text: title }) }
}

/** A reading that came with a date alone goes out with a date alone. */
function takenAt({ zone }: Sent, { at, marks }: StoredReading): string {
  return marks?.includes('date-only') ? dayText(dayOf(zone, at)) : localText(zone, at)
}

function valueOf({
  value,
  unit,
}: {
  value: Value
  unit?: string
}): Pick<Observation, 'valueBoolean' | 'valueString' | 'valueQuantity'> {
  if (typeof value === 'boolean') return { valueBoolean: value }
  if (typeof value === 'string') return { valueString: value }
  const written = unitIn(unit, 'nl')
  const quantity: Quantity = { value, ...(written === '' ? {} : { unit: written }), system: UCUM, code: unit ?? '1' }
  return { valueQuantity: quantity }
}
