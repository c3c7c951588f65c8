/** Finds the event that somebody asks about, and has its account rebuilt by folding what happened before. */
import { historyOf, patientOf, refuse, submissionId, traceOf } from '../engine/index.ts'
import type { Engine, EnrolmentHistory } from '../engine/index.ts'
import { instantFromText } from '../interpreter/index.ts'
import type { Event } from '../interpreter/enrolment.ts'
import type { TraceAnswer } from './api.ts'
import { moment } from './moment.ts'
import { problem } from './problem.ts'
import { ownIdentifier } from './views/patient.ts'

type Asked = { at: string | undefined; submission: string | undefined }
type Told = EnrolmentHistory['events'][number]

/** Throws `not-found`, `unknown-trace`, or 400 `bad-query` for a time that cannot be read. */
export async function traceAnswer({ store, library }: Engine, enrolment: string, asked: Asked): Promise<TraceAnswer> {
  const patient = patientOf(enrolment)
  const history = historyOf(library, await store.history(patient), enrolment)
  if (!history) throw refuse('not-found')
  const identifiers = new Map(
    (await store.readings(patient)).map((reading) => [submissionId(reading.identifier), reading.identifier]),
  )
  const index = indexOf(history, asked, identifiers)
  const told = history.events[index]
  if (!told) throw refuse('unknown-trace')
  const { id, version, zone } = history.pathway
  const shown = (event: Told): TraceAnswer['events'][number] => eventView(event, zone, identifiers)
  const late = told.lateBy === undefined ? {} : { lateBy: told.lateBy }
  return {
    enrolment,
    pathway: id,
    version,
    event: { ...shown(told), ...late },
    trace: traceOf(history, index),
    events: history.events.map(shown),
  }
}

function indexOf(
  { events, pathway }: EnrolmentHistory,
  { at, submission }: Asked,
  identifiers: Map<string, string>,
): number {
  if (submission !== undefined) {
    return events.findLastIndex(({ event }) => {
      const identifier = identifierOf(event, identifiers)
      return identifier !== undefined && [identifier, ownIdentifier(identifier)].includes(submission)
    })
  }
  if (at === undefined) return events.length - 1
  const instant = instantFromText(pathway.zone, at)
  if (instant === null)
    throw problem(400, 'bad-query', { name: 'at', value: at, expected: '2026-03-27T08:00:00+01:00' })
  return events.findLastIndex((told) => told.at <= instant)
}

function identifierOf(event: Event, identifiers: Map<string, string>): string | undefined {
  const [first] = event.type === 'submission' ? event.readings : []
  return first && identifiers.get(first.id.slice(0, first.id.lastIndexOf('-')))
}

function eventView({ at, event }: Told, zone: string, identifiers: Map<string, string>): TraceAnswer['events'][number] {
  const identifier = identifierOf(event, identifiers)
  const submission = identifier === undefined ? {} : { submission: ownIdentifier(identifier) }
  return { type: event.type, at: moment(at, zone), ...submission }
}
