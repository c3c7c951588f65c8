/** The readings in an Observation: its own value, or those of its components. */
import type { Observation, ObservationComponent } from '@medplum/fhirtypes'
import type { ReadingMark } from '../interpreter/enrolment.ts'
import { isMeasurement, mayHold } from './codes.ts'
import { effectiveOf } from './effective.ts'
import type { Issue } from './outcome.ts'
import type { MeasurementCode, ObservationReading } from './parsed.ts'
import { valueOf } from './value.ts'
import type { Measured } from './value.ts'

/**
 * Only a finished result drives a decision. `preliminary` and `registered` do not: a value that the sender still doubts
 * is kept and shown, and counts when it is sent again as `final`.
 */
const FINISHED = new Set(['final', 'amended', 'corrected'])

type Place = { source: Observation | ObservationComponent; path: string }

export type Readings = { at: number | null; readings: ObservationReading[]; absent: string[]; issues: Issue[] }

/** Everything that these measurements find; `absent` are those that the sender names without a value. */
export function readingsOf(observation: Observation, measurements: MeasurementCode[], zone: string): Readings {
  const effective = effectiveOf(observation, zone)
  // Two pathways of one patient may share a measurement: it is one reading all the same.
  const different = new Map(measurements.map((measurement) => [measurement.name, measurement])).values()
  const found = [...different].flatMap((measurement) => {
    const places = placesOf(observation, measurement)
    return places.length > 0 ? [{ measurement, places }] : []
  })
  const result: Readings = { at: 'at' in effective ? effective.at : null, readings: [], absent: [], issues: [] }
  if (found.length > 0 && 'issue' in effective) result.issues.push(effective.issue)
  for (const { measurement, places } of found) {
    const value = single(measurement, places)
    if (value === null) result.absent.push(measurement.name)
    else if ('issue' in value) result.issues.push(value.issue)
    else if ('at' in effective) result.readings.push(reading(measurement.name, value, effective, observation.status))
  }
  return result
}

/** Where in the Observation this measurement stands. */
function placesOf(observation: Observation, measurement: MeasurementCode): Place[] {
  const own = isMeasurement(observation.code, measurement) ? [{ source: observation, path: 'Observation' }] : []
  if (!mayHold(observation.code, measurement)) return own
  const components = (observation.component ?? []).map((source, index) => ({
    source,
    path: `Observation.component[${index}]`,
  }))
  return [...own, ...components.filter(({ source }) => isMeasurement(source.code, measurement))]
}

/** One value; of two places with a value nobody can tell which one holds. */
function single(measurement: MeasurementCode, places: Place[]): Measured | null | { issue: Issue } {
  const values = places.map(({ source, path }) => ({ path, value: valueOf(source, measurement, path) }))
  const present = values.filter(({ value }) => value !== null)
  const second = present[1]
  if (!second) return present[0]?.value ?? null
  return { issue: { code: 'repeated', expression: second.path, values: { measurement: measurement.name } } }
}

function reading(
  name: string,
  { value, unit, sent, doubtful }: Measured,
  { at, dateOnly }: { at: number; dateOnly: boolean },
  status: string,
): ObservationReading {
  const withdrawn: ReadingMark[] = doubtful || !FINISHED.has(status) ? ['withdrawn'] : []
  const marks: ReadingMark[] = [...(dateOnly ? (['date-only'] as const) : []), ...withdrawn]
  return {
    measurement: name,
    value,
    at,
    ...(unit !== undefined && { unit }),
    ...(sent && { sent }),
    ...(marks.length > 0 && { marks }),
  }
}
