/** A reading as it is stored: never changed afterwards. */
import type { Enrolment, Instant, Reading, ReadingMark } from '../interpreter/enrolment.ts'
import type { PatientRecord, StoredReading } from '../store/store.ts'
import type { StepTaken } from './account.ts'
import type { Library } from './library.ts'
import type { SubmissionIn } from './submission.ts'
import { valuesIn } from './values.ts'

/** What is kept of a reading for ever: what was sent, by whom, how it was judged, and the limits of that moment. */
export function kept(
  library: Library,
  record: PatientRecord,
  steps: StepTaken[],
  submission: SubmissionIn,
  reading: Reading,
  now: Instant,
): StoredReading {
  const { marks: _before, ...rest } = reading
  const marks = marksOf(reading, steps)
  const limits = limitsInForce(library, record)
  const unit = unitOf(library, record, reading.measurement)
  const first = reading.id.endsWith('-1') && reading.parts === undefined
  return {
    ...rest,
    patient: submission.patient,
    identifier: submission.identifier,
    received: now,
    by: submission.by,
    ...(unit === undefined ? {} : { unit }),
    ...(marks.length > 0 ? { marks } : {}),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
    ...(first && submission.source !== undefined ? { source: submission.source } : {}),
  }
}

function unitOf(library: Library, { enrolments }: PatientRecord, measurement: string): string | undefined {
  const definitions = enrolments.map(({ pathway, version }) => library.get(pathway, version).definition)
  return definitions.flatMap((definition) => valuesIn(definition).get(measurement)?.unit ?? [])[0]
}

function marksOf(reading: Reading, steps: StepTaken[]): ReadingMark[] {
  const judged = steps.flatMap(({ marks }) => marks?.readings ?? []).filter(({ id }) => id === reading.id)
  return [...new Set([...(reading.marks ?? []), ...judged.flatMap(({ marks }) => marks)])]
}

/** The personal limits as they stand now: frozen into each reading, so that a later change does not rewrite what was seen. */
function limitsInForce(library: Library, record: PatientRecord): Record<string, number> {
  const running = record.enrolments.filter(({ exit }) => exit === undefined)
  const limits = running.flatMap(({ pathway, version, parameters }) =>
    Object.entries(library.get(pathway, version).definition.parameters ?? {}).map(
      ([name, parameter]): [string, number] => [name, parameters[name]?.value ?? parameter.default],
    ),
  )
  return Object.fromEntries(limits)
}

/**
 * The scores that these steps computed, as readings of the submission. Two pathways that share a score computed it twice: it is
 * kept once, as one reading.
 */
export function derivedReadings(library: Library, before: PatientRecord, after: PatientRecord): Reading[] {
  const derived = after.enrolments.flatMap((enrolment) => {
    const earlier = before.enrolments.find(({ id }) => id === enrolment.id)
    return newScores(library, earlier, enrolment)
  })
  const different = new Map(derived.map((reading) => [`${reading.measurement} ${reading.at}`, reading]))
  return [...different.values()]
}

function newScores(library: Library, before: Enrolment | undefined, after: Enrolment): Reading[] {
  const { definition } = library.get(after.pathway, after.version)
  return Object.keys(definition.scores ?? {}).flatMap((score) => {
    const known = new Map((before?.readings[score] ?? []).map(({ id, value }) => [id, value]))
    return (after.readings[score] ?? []).filter(({ id, value }) => known.get(id) !== value)
  })
}
