/** The history of a patient, line by line, in words. */
import type { AlertEffect } from '../../alerts/index.ts'
import type { AlertData, ConsentData, Engine, StartData, StepData } from '../../engine/index.ts'
import type { Actor } from '../../interpreter/enrolment.ts'
import type { Pathway } from '../../interpreter/index.ts'
import type { HistoryEntry, PatientRecord } from '../../store/store.ts'
import type { HistoryLine, InBoth } from '../api.ts'
import { moment } from '../moment.ts'
import { say } from '../texts/index.ts'
import { both, bothOf, title } from './both.ts'
import { alertTexts, effectText, eventTexts } from './history-text.ts'
import { actorView, organisationView } from './names.ts'
import type { Names } from './names.ts'

type Numbered = HistoryEntry & { number: number }

/** Newest first. */
export function historyLines(engine: Engine, names: Names, record: PatientRecord, entries: Numbered[]): HistoryLine[] {
  return entries.flatMap((entry) => lineOf(engine, names, record, entry) ?? []).toReversed()
}

function lineOf({ library }: Engine, names: Names, record: PatientRecord, entry: Numbered): HistoryLine | null {
  const { enrolment: id, number, type, at, data } = entry
  const enrolment = record.enrolments.find((candidate) => candidate.id === id) ?? record.enrolments[0]
  if (!enrolment) return null
  const pathway = library.get(enrolment.pathway, enrolment.version)
  const actor = actorOf(data)
  const line = { number, at: moment(at, pathway.zone), type, data, ...(id === undefined ? {} : { enrolment: id }) }
  const by = actor ? { by: actorView(names, actor).name } : {}
  return { ...line, ...by, ...toldIn(pathway, names, record, entry, whoIn(pathway, names, actor)) }
}

function actorOf(data: unknown): Actor | undefined {
  const { by, event } = data as { by?: Actor; event?: { by?: Actor; pause?: { by?: Actor } } }
  return by ?? event?.by ?? event?.pause?.by
}

/** `Pim Praktijk (Praktijkondersteuner)`. */
function whoIn({ definition }: Pathway, names: Names, actor: Actor | undefined): InBoth {
  if (!actor) return { nl: '', en: '' }
  const role = title(definition, 'parties', actor.role)
  return both((language) => `${actorView(names, actor).name} (${role[language]})`)
}

function toldIn(
  pathway: Pathway,
  names: Names,
  record: PatientRecord,
  { type, data }: Numbered,
  by: InBoth,
): Pick<HistoryLine, 'text' | 'level'> {
  if (type === 'alert') return alertLine(pathway, record, data as AlertData, by)
  if (type === 'consent') return { text: consentText(names, data as ConsentData, by) }
  return { text: type === 'started' ? startText(pathway, data as StartData) : stepText(pathway, data as StepData, by) }
}

function consentText(names: Names, { organisation, given }: ConsentData, by: InBoth): InBoth {
  const { name } = organisationView(names, organisation)
  return say(given ? 'history.consent.given' : 'history.consent.withdrawn', { organisation: name, by })
}

function startText(pathway: Pathway, { version, effects }: StartData): InBoth {
  const started = say('history.started', { pathway: bothOf(pathway.definition.title, pathway.id), version })
  return joined([started, ...effects.flatMap((effect) => effectText(pathway, effect) ?? [])])
}

function stepText(pathway: Pathway, data: StepData, by: InBoth): InBoth {
  const came = data.effects.flatMap((effect) => effectText(pathway, effect) ?? [])
  const texts = [...eventTexts(pathway, data, by), ...came, ...lateText(data)]
  return joined(texts.length > 0 ? texts : [say('history.wake')])
}

const lateText = ({ lateBy }: { lateBy?: number }): InBoth[] =>
  lateBy === undefined ? [] : [say('history.late', { minutes: Math.round(lateBy / 60_000) })]

function alertLine(
  pathway: Pathway,
  record: PatientRecord,
  data: AlertData,
  by: InBoth,
): Pick<HistoryLine, 'text' | 'level'> {
  const text = joined([...alertTexts(pathway, data.effect, by), ...lateText(data)])
  return { text, ...levelOf(record, data.effect) }
}

function levelOf(record: PatientRecord, effect: AlertEffect): Pick<HistoryLine, 'level'> {
  if (effect.type === 'refused') return {}
  if (effect.type === 'silent') return { level: effect.firing.level }
  const alert =
    typeof effect.alert === 'string' ? record.alerts.open.find(({ id }) => id === effect.alert) : effect.alert
  return alert ? { level: alert.level } : {}
}

const joined = (texts: InBoth[]): InBoth => both((language) => texts.map((text) => text[language]).join(' '))
