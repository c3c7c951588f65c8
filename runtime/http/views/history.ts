/** The history of a patient, line by line, in words. */
import type { AlertEffect } from '../../alerts/index.ts'
import type { Actor, Effect, Value } from '../../interpreter/enrolment.ts'
import type { Pathway } from '../../interpreter/index.ts'
import type { AlertData, Engine, StartData, StepData } from '../../engine/index.ts'
import { quantity, unitIn } from '../../interpreter/sentence.ts'
import type { HistoryEntry, PatientRecord } from '../../store/store.ts'
import type { HistoryLine, InBoth } from '../api.ts'
import { moment } from '../moment.ts'
import { say } from '../texts/index.ts'
import { both, bothOf, title } from './both.ts'

type Numbered = HistoryEntry & { number: number }

/** Newest first. */
export function historyLines(engine: Engine, record: PatientRecord, entries: Numbered[]): HistoryLine[] {
  return entries.flatMap((entry) => lineOf(engine, record, entry) ?? []).toReversed()
}

function lineOf({ library }: Engine, record: PatientRecord, entry: Numbered): HistoryLine | null {
  const { enrolment: id, number, type, at, data } = entry
  const enrolment = record.enrolments.find((candidate) => candidate.id === id) ?? record.enrolments[0]
  if (!enrolment) return null
  const pathway = library.get(enrolment.pathway, enrolment.version)
  const line = { number, at: moment(at, pathway.zone), type, data, ...(id === undefined ? {} : { enrolment: id }) }
  if (type === 'alert') return { ...line, ...alertLine(pathway, record, data as AlertData) }
  if (type === 'started') return { ...line, ...startLine(pathway, data as StartData) }
  return { ...line, ...stepLine(pathway, data as StepData) }
}

const personOf = (by: Actor | undefined): string => (by ? `${by.person} (${by.role})` : '')
const byOf = (by: Actor | undefined): { by?: string } => (by ? { by: personOf(by) } : {})

function startLine(pathway: Pathway, { version, effects, by }: StartData): Pick<HistoryLine, 'text' | 'by'> {
  const started = say('history.started', { pathway: bothOf(pathway.definition.title, pathway.id), version })
  return { text: joined([started, ...effects.flatMap((effect) => effectText(pathway, effect) ?? [])]), ...byOf(by) }
}

function stepLine(pathway: Pathway, data: StepData): Pick<HistoryLine, 'text' | 'by'> {
  const came = data.effects.flatMap((effect) => effectText(pathway, effect) ?? [])
  const late = data.lateBy === undefined ? [] : [say('history.late', { minutes: Math.round(data.lateBy / 60_000) })]
  const texts = [...eventTexts(pathway, data), ...came, ...late]
  const by = 'by' in data.event ? byOf(data.event.by) : {}
  return { text: joined(texts.length > 0 ? texts : [say('history.wake')]), ...by }
}

function eventTexts(pathway: Pathway, { event, failed }: StepData): InBoth[] {
  const { definition } = pathway
  switch (event.type) {
    case 'wake':
      return []
    case 'submission':
      return [
        say(failed ? 'history.submission.failed' : 'history.submission', {
          readings: readingsText(pathway, event.readings),
        }),
      ]
    case 'decision':
      return [say('history.decision', { decision: event.decision, by: personOf(event.by) })]
    case 'answer':
      return [say(event.accept ? 'history.answer.yes' : 'history.answer.no', { by: personOf(event.by) })]
    case 'parameter':
      return [
        say('history.parameter', {
          parameter: title(definition, 'parameters', event.parameter),
          value: event.value,
          by: personOf(event.by),
        }),
      ]
  }
}

/** `Bovendruk 142 mmHg, Onderdruk 88 mmHg, antwoord nee`. */
function readingsText(pathway: Pathway, readings: { measurement: string; value: Value }[]): InBoth {
  return both((language) => readings.map((reading) => readingText(pathway, reading, language)).join(', '))
}

/** A question has a long title: its answer alone says enough here. */
function readingText(
  { definition }: Pathway,
  { measurement, value }: { measurement: string; value: Value },
  language: 'nl' | 'en',
): string {
  if (typeof value === 'boolean') return say(value ? 'history.answered.yes' : 'history.answered.no')[language]
  const unit = unitIn(definition.measurements[measurement]?.unit, language)
  return `${title(definition, 'measurements', measurement)[language]} ${quantity(value, unit, language)}`
}

/** What is worth a line of its own; alerts have theirs. */
function effectText({ definition }: Pathway, effect: Effect): InBoth | null {
  switch (effect.type) {
    case 'entered':
      return say('history.entered', { state: title(definition, 'states', effect.state) })
    case 'missed':
    case 'remind':
    case 'completed':
      return say(`history.${effect.type}`, { schedule: title(definition, 'schedules', effect.schedule) })
    case 'message':
    case 'measure':
    case 'withdrawn-proposal':
      return say(`history.${effect.type}`)
    case 'proposed':
      return say('history.proposed', { state: title(definition, 'states', effect.proposal.to) })
    case 'alert':
    case 'refused':
      return null
  }
}

function alertLine(
  pathway: Pathway,
  record: PatientRecord,
  { effect, by, lateBy }: AlertData,
): Pick<HistoryLine, 'text' | 'level' | 'by'> {
  const late = lateBy === undefined ? [] : [say('history.late', { minutes: Math.round(lateBy / 60_000) })]
  return { text: joined([...alertTexts(pathway, effect, by), ...late]), ...levelOf(record, effect), ...byOf(by) }
}

function levelOf(record: PatientRecord, effect: AlertEffect): Pick<HistoryLine, 'level'> {
  if (effect.type === 'refused') return {}
  if (effect.type === 'silent') return { level: effect.firing.level }
  const alert =
    typeof effect.alert === 'string' ? record.alerts.open.find(({ id }) => id === effect.alert) : effect.alert
  return alert ? { level: alert.level } : {}
}

function alertTexts({ definition }: Pathway, effect: AlertEffect, by: Actor | undefined): InBoth[] {
  switch (effect.type) {
    case 'raised':
    case 'joined':
    case 'worse':
      return [say(`history.alert.${effect.type}`, { title: bothOf(effect.alert.title, effect.alert.id) })]
    case 'told': {
      const key = effect.reason === 'unanswered' ? 'history.alert.told.unanswered' : 'history.alert.told'
      return [say(key, { party: title(definition, 'parties', effect.step.party) })]
    }
    case 'acknowledged':
      return [say('history.alert.acknowledged', { by: personOf(by) })]
    case 'resolved':
      return [
        say('history.alert.resolved', {
          by: personOf(by),
          outcome: say(`outcome.${effect.alert.resolved?.outcome ?? 'acted'}`),
        }),
      ]
    case 'silent':
      return [say(`history.alert.silent.${effect.reason}`, { title: bothOf(effect.firing.title, effect.firing.key) })]
    case 'refused':
      return []
  }
}

const joined = (texts: InBoth[]): InBoth => both((language) => texts.map((text) => text[language]).join(' '))
