/** Receives measurements: one submission is evaluated as one, answered in plain words, and kept before the answer leaves. */
import { createHash } from 'node:crypto'
import type { Event, Instant, Reading } from '../interpreter/enrolment.ts'
import type { PatientRecord, Receipt, StoredDocument } from '../store/store.ts'
import { answerTo, plainAnswer } from './answer.ts'
import type { Came, SubmissionAnswer } from './answer.ts'
import { assess } from './assess.ts'
import { change } from './change.ts'
import type { Engine } from './engine.ts'
import type { Library } from './library.ts'
import type { Organisation } from './people.ts'
import { refuse } from './refused.ts'
import { derivedReadings, kept } from './stored-reading.ts'
import type { SubmissionIn } from './submission.ts'
import { valuesIn } from './values.ts'

/** Who sent a score: nobody, it was computed. */
const COMPUTED = 'system'

/** A resource without a reading, or one that replaces what was sent before, as it came in. */
export type KeptResource = { patient: string; at?: Instant | null; received: Instant; source: string }

/** `repeated`: it was received before; nothing changed, and the answer is the one given then. */
export type SubmissionOut = { answer: SubmissionAnswer; repeated: boolean }

/** Throws `Refused`: `not-found`, `not-enrolled`, `identifier-reused`. */
export async function receive(engine: Engine, submission: SubmissionIn): Promise<SubmissionOut> {
  const { library, store } = engine
  return change<SubmissionOut>(engine, submission.patient, async (account, now) => {
    const receipt = await store.receipt(submission.identifier)
    if (receipt) return { answer: repeat(receipt, submission) }
    if (account.record.enrolments.length === 0) throw refuse('not-enrolled')
    const practice = await store.document<Organisation>('organisation', account.record.organisation)
    const readings = numbered(submission)
    const events = eventsFor(library, account.record, readings)
    const after = assess(library, account, events, { at: now, handled: now })
    const steps = after.steps.slice(account.steps.length)
    const stored = readings.map((reading) => kept(library, after.record, steps, submission, reading, now))
    const scores = derivedReadings(library, account.record, after.record).map((reading) =>
      kept(library, after.record, steps, { ...submission, by: COMPUTED }, named(submission, reading), now),
    )
    const effects = after.alertEffects.slice(account.alertEffects.length)
    const answer = answerOrPlain(engine, {
      record: after.record,
      steps,
      effects,
      readings: stored,
      practice: practice?.value,
      now,
    })
    const more = {
      readings: [...stored, ...scores],
      receipts: [{ ...keyOf(submission), answer }],
      documents: withoutReading(submission, now),
    }
    return { account: after, more, answer: { answer, repeated: false } }
  })
}

/** The kind of document that holds what one patient sent without a reading: others need not be read to find it. */
export const resourceKind = (patient: string): string => `resource-${patient}`

/** A resource that was sent without any value (`dataAbsentReason`) is kept all the same. */
function withoutReading(
  { patient, identifier, source, readings }: SubmissionIn,
  now: Instant,
): StoredDocument<KeptResource>[] {
  if (source === undefined || readings.length > 0) return []
  return [
    {
      kind: resourceKind(patient),
      id: `${patient}.${submissionId(identifier)}`,
      version: 0,
      value: { patient, received: now, source },
    },
  ]
}

/** That we cannot find the words is no reason to lose a reading. */
function answerOrPlain({ library, report }: Engine, came: Came): SubmissionAnswer {
  try {
    return answerTo(library, came)
  } catch (error) {
    report('answer-failed', error)
    return plainAnswer(came)
  }
}

const keyOf = ({ identifier, patient, fingerprint }: SubmissionIn): Omit<Receipt, 'answer'> => ({
  identifier,
  patient,
  fingerprint,
})

function repeat(receipt: Receipt, submission: SubmissionIn): SubmissionOut {
  const same = receipt.patient === submission.patient && receipt.fingerprint === submission.fingerprint
  if (!same) throw refuse('identifier-reused')
  return { answer: receipt.answer as SubmissionAnswer, repeated: true }
}

/** The short name of a submission, the same every time: readings are numbered under it. */
export function submissionId(identifier: string): string {
  return createHash('sha256').update(identifier, 'utf8').digest('hex').slice(0, 16)
}

function numbered({ identifier, readings }: SubmissionIn): Reading[] {
  return readings.map((reading, index) => ({ ...reading, id: `${submissionId(identifier)}-${index + 1}` }))
}

/** A score is kept under the submission that made it come about. */
const named = ({ identifier }: SubmissionIn, score: Reading): Reading => ({
  ...score,
  id: `${submissionId(identifier)}-${score.measurement}`,
})

/** Each enrolment gets the readings that its pathway knows; one whose pathway knows none of them is left alone. */
function eventsFor(library: Library, record: PatientRecord, readings: Reading[]): Map<string, Event> {
  const events = record.enrolments.flatMap((enrolment): [string, Event][] => {
    const values = valuesIn(library.get(enrolment.pathway, enrolment.version).definition)
    const known = readings.filter(({ measurement }) => values.has(measurement))
    return known.length > 0 ? [[enrolment.id, { type: 'submission', readings: known }]] : []
  })
  return new Map(events)
}
