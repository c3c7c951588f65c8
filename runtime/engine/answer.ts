/** The answer to a submission in plain words and the patient's language: received, what it means, what happens next, whom to call. */
import type { AlertEffect } from '../alerts/index.ts'
import type { Effect, Instant, ReadingMark, Value } from '../interpreter/enrolment.ts'
import type { Pathway } from '../interpreter/index.ts'
import type { PatientRecord, StoredReading } from '../store/store.ts'
import type { StepTaken } from './account.ts'
import { callOf } from './call.ts'
import type { Library } from './library.ts'
import { meaningOf } from './meaning.ts'
import { nextOf } from './next.ts'
import type { Organisation } from './people.ts'
import { shownValue } from './precision.ts'
import { fill } from './texts/index.ts'
import type { TextKey, TextLanguage } from './texts/index.ts'
import { isQuestion, listed, measurementName, valueText } from './words.ts'

/** What is kept with the receipt, so that the same submission gets the same answer. `zone` is the one in which times are written. */
export type SubmissionAnswer = {
  at: Instant
  zone: string
  received: string
  meaning: string
  next: string
  call: string
  readings: { id: string; measurement: string; value: Value; unit?: string; at: Instant; marks: ReadingMark[] }[]
  again?: { measurements: string[]; until?: Instant }
}

/** All that the answer is made of: the patient as it became, and what this submission brought about. */
export type Came = {
  record: PatientRecord
  steps: StepTaken[]
  effects: AlertEffect[]
  readings: StoredReading[]
  practice: Organisation | undefined
  now: Instant
}

/** The same with what every sentence needs at hand. `pathway` is the one whose words and times are used: the running one that knew these measurements. */
export type Telling = Came & { library: Library; pathway: Pathway; language: TextLanguage }

export function answerTo(library: Library, came: Came): SubmissionAnswer {
  const telling: Telling = { ...came, library, pathway: pathwayFor(library, came), language: came.record.language }
  const again = askedAgain(came.steps)
  return {
    at: came.now,
    zone: telling.pathway.zone,
    received: receivedText(telling),
    meaning: meaningOf(telling),
    next: nextOf(telling, again),
    call: callOf(telling),
    readings: came.readings.map(shown),
    ...(again ? { again } : {}),
  }
}

/** Without anything of the pathway: for when the rest could not be put into words. */
export function plainAnswer({ record, readings, now }: Came): SubmissionAnswer {
  const say = (key: TextKey): string => fill(record.language, key)
  const texts = {
    received: say('received.plain'),
    meaning: say('meaning.plain'),
    next: say('next.plain'),
    call: say('call.red'),
  }
  return { at: now, zone: 'Europe/Amsterdam', ...texts, readings: readings.map(shown) }
}

function pathwayFor(library: Library, { record, steps }: Came): Pathway {
  const knew = record.enrolments.filter(({ id }) => steps.some(({ enrolment }) => enrolment === id))
  const running = knew.find(({ exit }) => exit === undefined) ?? knew[0] ?? record.enrolments.at(-1)
  if (!running) throw new Error('An answer needs an enrolment.')
  return library.get(running.pathway, running.version)
}

function receivedText({ pathway, readings, language }: Telling): string {
  if (readings.length === 0) return fill(language, 'received.nothing')
  const parts = readings.map((reading) => readingText(pathway, reading, language))
  return fill(language, 'received', { readings: listed(parts, language) })
}

/** `Bovendruk 142 mmHg`; the answer to a question without its long text: `uw antwoord ja`. */
function readingText(pathway: Pathway, { measurement, value, unit }: StoredReading, language: TextLanguage): string {
  const name = isQuestion(pathway, measurement)
    ? fill(language, 'words.your-answer')
    : measurementName(pathway, measurement, language)
  return `${name} ${valueText(shownValue(pathway.definition, measurement, value), unit, language)}`
}

/** What the patient is asked to take again: a value that cannot be right before a second reading, the earliest deadline of those. */
function askedAgain(steps: StepTaken[]): { measurements: string[]; until?: Instant } | undefined {
  const asks = steps
    .flatMap(({ effects }) => effects)
    .filter((effect): effect is Effect & { type: 'measure' } => effect.type === 'measure')
  if (asks.length === 0) return undefined
  const measurements = [...new Set(asks.flatMap((ask) => ask.measurements))]
  const deadlines = asks.flatMap(({ until }) => until ?? [])
  return { measurements, ...(deadlines.length > 0 ? { until: Math.min(...deadlines) } : {}) }
}

function shown({ id, measurement, value, unit, at, marks }: StoredReading): SubmissionAnswer['readings'][number] {
  return { id, measurement, value, ...(unit === undefined ? {} : { unit }), at, marks: marks ?? [] }
}
