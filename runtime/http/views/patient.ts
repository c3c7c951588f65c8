/** Patients as the API shows them: a row of a list, and a whole page. */
import type { Alert } from '../../alerts/index.ts'
import type { Instant } from '../../interpreter/enrolment.ts'
import { correctionsIn, shownValue, valuesIn } from '../../engine/index.ts'
import type { AlertData, Correction, Engine } from '../../engine/index.ts'
import type { HistoryEntry, PatientRecord, StoredReading } from '../../store/store.ts'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { Caller } from '../access.ts'
import type { ConsentView, InBoth, PatientPage, PatientSummary, ReadingView } from '../api.ts'
import { moment } from '../moment.ts'
import { bothOf } from './both.ts'
import { enrolmentView, stateView } from './enrolment.ts'
import { historyLines } from './history.ts'
import { actorView, namesOf, organisationView } from './names.ts'
import type { Names } from './names.ts'
import { ownPart } from './own-part.ts'
import { RANK } from './rank.ts'
import { workItem } from './work-item.ts'

export function patientSummary(
  { library }: Engine,
  names: Names,
  record: PatientRecord,
  caller: Caller,
): PatientSummary {
  const open = record.alerts.open.flatMap((alert) => ownPart(library, caller, alert) ?? [])
  const worst = open.map(({ level }) => level).toSorted((a, b) => RANK[a] - RANK[b])[0] ?? null
  const last = Math.max(
    ...record.enrolments.flatMap(({ readings }) => Object.values(readings).flatMap((list) => list.at(-1)?.at ?? [])),
  )
  return {
    id: record.id,
    name: record.name,
    organisation: organisationView(names, record.organisation),
    enrolments: record.enrolments.map(({ id, pathway, version, state }) => {
      const compiled = library.get(pathway, version)
      return {
        id,
        pathway,
        version,
        title: bothOf(compiled.definition.title, pathway),
        state: stateView(compiled, state),
      }
    }),
    alerts: { open: open.length, worst },
    ...(Number.isFinite(last) ? { lastReading: moment(last) } : {}),
  }
}

/** `from`: how far back readings, history and closed alerts go. */
export async function patientPage(
  engine: Engine,
  caller: Caller,
  record: PatientRecord,
  from: Instant,
): Promise<PatientPage> {
  const { store, clock } = engine
  const names = await namesOf(engine)
  const now = clock.now()
  const history = await store.history(record.id)
  const readings = await store.readings(record.id, { from })
  const corrections = correctionsIn(history)
  const alerts = [...record.alerts.open, ...resolvedAlerts(history, from)]
  const { id, name, identifiers, organisation, language } = record
  return {
    id,
    name,
    identifiers,
    organisation: organisationView(names, organisation),
    language,
    consent: consentViews(names, record),
    enrolments: record.enrolments.map((enrolment) => enrolmentView(engine, names, enrolment, caller, now)),
    readings: readings.map((reading) => ({
      ...readingView(definitionFor(engine, record, reading), reading),
      ...correctedView(names, corrections.get(reading.id) ?? recomputed(record, reading, corrections)),
    })),
    alerts: alerts.flatMap((alert) => workItem(engine, names, record, alert, caller) ?? []),
    history: historyLines(
      engine,
      names,
      record,
      history.filter(({ at }) => at >= from),
    ),
    messages: (await store.outgoing(id))
      .filter(({ at }) => at >= from)
      .map(({ at, to, text, ...message }) => ({ id: message.id, at: moment(at), to, text })),
    now: moment(now),
  }
}

export function consentViews(names: Names, { consent }: PatientRecord): ConsentView[] {
  return consent.map(({ organisation, given, by, withdrawn }) => ({
    organisation: organisationView(names, organisation),
    given: moment(given),
    by: names.people.get(by) ?? by,
    ...(withdrawn === undefined ? {} : { withdrawn: moment(withdrawn) }),
  }))
}

/** The pathway that knows this measurement: the running one before one that ended. */
function definitionFor(
  { library }: Engine,
  { enrolments }: PatientRecord,
  { measurement }: StoredReading,
): PathwayDefinition | undefined {
  const running = enrolments.toSorted((a, b) => Number(a.exit !== undefined) - Number(b.exit !== undefined))
  const definitions = running.map(({ pathway, version }) => library.get(pathway, version).definition)
  return definitions.find((definition) => valuesIn(definition).has(measurement))
}

function readingView(
  definition: PathwayDefinition | undefined,
  { id, measurement, value, unit, at, received, by, identifier, marks, limits, outcome, parts }: StoredReading,
): ReadingView {
  return {
    id,
    measurement,
    value: definition ? shownValue(definition, measurement, value) : value,
    ...(unit === undefined ? {} : { unit }),
    at: moment(at),
    received: moment(received),
    by,
    submission: ownIdentifier(identifier),
    marks: marks ?? [],
    ...(limits ? { limits } : {}),
    ...(outcome === undefined ? {} : { outcome: outcomeTitle(definition, measurement, outcome) }),
    ...(parts ? { parts } : {}),
  }
}

function outcomeTitle(definition: PathwayDefinition | undefined, score: string, outcome: string): InBoth {
  const known = definition?.scores?.[score]?.outcomes?.find((one) => one.outcome === outcome)
  return bothOf(known?.title, outcome)
}

/** A score is computed again when a reading that it was made of is corrected. */
function recomputed(
  { enrolments }: PatientRecord,
  { parts, measurement, at, value }: StoredReading,
  corrections: Map<string, Correction>,
): Correction | undefined {
  const last = [...corrections.values()].at(-1)
  if (!parts || !last) return undefined
  const now = enrolments.flatMap(({ readings }) => readings[measurement] ?? []).find((reading) => reading.at === at)
  return now && now.value !== value ? { value: now.value, at: last.at, by: last.by } : undefined
}

function correctedView(names: Names, correction: Correction | undefined): Pick<ReadingView, 'corrected'> {
  if (!correction) return {}
  const { value, at, by, because } = correction
  return {
    corrected: { value, at: moment(at), by: actorView(names, by), ...(because === undefined ? {} : { because }) },
  }
}

/** The sender's own part of `system|value`. */
export const ownIdentifier = (identifier: string): string => identifier.slice(identifier.indexOf('|') + 1)

/** Closed alerts are in the history; newest first. */
export function resolvedAlerts(history: HistoryEntry[], from: Instant): Alert[] {
  return history
    .filter(({ type, at }) => type === 'alert' && at >= from)
    .flatMap(({ data }) => {
      const { effect } = data as AlertData
      return effect.type === 'resolved' ? [effect.alert] : []
    })
    .toReversed()
}
