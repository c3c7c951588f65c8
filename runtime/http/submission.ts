/** A JSON submission in the words of the engine: codes become names, units the pathway's, times instants. */
import { createHash } from 'node:crypto'
import { fitsValue, valuesIn } from '../engine/index.ts'
import type { Engine, KnownValue, ReceivedReading, SubmissionAnswer as Answer, SubmissionIn } from '../engine/index.ts'
import { convertUnit } from '../fhir/index.ts'
import { instantFromText } from '../interpreter/index.ts'
import type { Instant, Value } from '../interpreter/enrolment.ts'
import type { PatientRecord } from '../store/store.ts'
import type { Caller } from './access.ts'
import type { Submission, SubmissionAnswer, SubmittedMeasurement } from './api.ts'
import { moment } from './moment.ts'
import { problem } from './problem.ts'
import { say } from './texts/index.ts'

/** A measurement, question or score of a pathway that this patient is on. */
export type Known = { name: string; zone: string; measurement: KnownValue }

/** Throws problems 422 that name the place: `unknown-measurement`, `wrong-type`, `wrong-unit`, `bad-time`. */
export function submissionIn(engine: Engine, record: PatientRecord, body: Submission, caller: Caller): SubmissionIn {
  const known = knownMeasurements(engine, record)
  const now = engine.clock.now()
  return {
    patient: record.id,
    identifier: `${record.id}|${body.identifier}`,
    fingerprint: createHash('sha256').update(JSON.stringify(body.measurements)).digest('hex'),
    by: `${caller.role}:${caller.person.id}`,
    readings: body.measurements.map((sent, index) => readingOf(known, sent, `/measurements/${index}`, now)),
  }
}

/** Of the running pathways; of those that ended when none runs. */
export function knownMeasurements({ library }: Engine, { enrolments }: PatientRecord): Known[] {
  const running = enrolments.filter(({ exit }) => exit === undefined)
  return (running.length > 0 ? running : enrolments).flatMap(({ pathway, version }) => {
    const { definition, zone } = library.get(pathway, version)
    return [...valuesIn(definition)].map(([name, measurement]) => ({ name, zone, measurement }))
  })
}

function readingOf(known: Known[], sent: SubmittedMeasurement, path: string, now: Instant): ReceivedReading {
  const found = find(known, sent, path)
  const reading = { measurement: found.name, value: valueOf(found, sent, path), at: now }
  if (sent.at === undefined) return reading
  const at = instantFromText(found.zone, sent.at)
  if (at === null) throw problem(422, 'bad-time', { at: sent.at }, { path: `${path}/at` })
  return { ...reading, at, ...(/^\d{4}-\d\d-\d\d$/.test(sent.at) ? { marks: ['date-only'] } : {}) }
}

function find(known: Known[], sent: SubmittedMeasurement, path: string): Known {
  const wanted = 'code' in sent ? sent.code : sent.measurement
  const found = known.find(({ name, measurement: { loinc, snomed, code } }) =>
    'code' in sent ? [loinc, snomed, code].includes(sent.code) : name === sent.measurement,
  )
  if (found?.measurement.kind === 'score') throw problem(422, 'score-not-sent', { measurement: found.name }, { path })
  if (found) return found
  const sendable = known.filter(({ measurement: { kind } }) => kind !== 'score')
  const names = [...new Set(sendable.map(({ name }) => name))].join(', ')
  throw problem(
    422,
    'unknown-measurement',
    { measurement: wanted, known: names },
    { path: `${path}/${'code' in sent ? 'code' : 'measurement'}` },
  )
}

function valueOf({ name, measurement }: Known, { value, unit }: SubmittedMeasurement, path: string): Value {
  const expected = measurement.type
  if (expected === 'choice' || (measurement.scale && typeof value === 'number'))
    return answerOf(name, measurement, value, path)
  if (typeof value !== expected)
    throw problem(
      422,
      'wrong-type',
      { measurement: name, expected: say(`expected.${expected}`) },
      { path: `${path}/value` },
    )
  if (unit === undefined || unit === measurement.unit || typeof value !== 'number') return value
  const converted = inUnitOf(measurement, value, unit)
  if (converted === null)
    throw problem(
      422,
      'wrong-unit',
      { unit, measurement: name, expected: measurement.unit ?? '–' },
      { path: `${path}/unit` },
    )
  return converted
}

/** One of the answers of a question. */
function answerOf(name: string, known: KnownValue, value: Value, path: string): Value {
  if (fitsValue(known, value)) return value
  const { answers = [], scale } = known
  const expected = scale ? `${scale.from} – ${scale.to}` : answers.map(({ answer }) => answer).join(', ')
  throw problem(422, 'wrong-answer', { measurement: name, expected }, { path: `${path}/value` })
}

/** Null when it cannot, or must not, be calculated. What was measured tells how mass and substance (glucose) convert. */
function inUnitOf({ unit: wanted, loinc }: KnownValue, value: number, unit: string): number | null {
  if (wanted === undefined) return null
  const conversion = convertUnit(value, unit, wanted, loinc === undefined ? {} : { loinc })
  return 'value' in conversion ? conversion.value : null
}

/** The answer that the engine kept, as the API writes it. */
export function submissionAnswer(
  identifier: string,
  patient: string,
  { zone, at, again, readings, ...texts }: Answer,
): SubmissionAnswer {
  const until = again?.until
  return {
    identifier,
    patient,
    at: moment(at, zone),
    ...texts,
    readings: readings.map((reading) => ({ ...reading, at: moment(reading.at, zone) })),
    ...(again
      ? { again: { measurements: again.measurements, ...(until === undefined ? {} : { until: moment(until, zone) }) } }
      : {}),
  }
}
