/** What a replay found, as data and as lines that a person reads. */
import type { Value } from '../interpreter/enrolment.ts'
import type { Pathway } from '../interpreter/pathway.ts'
import { transitionsIn } from '../interpreter/walk.ts'
import { localText } from '../interpreter/time/zone.ts'
import { readingsBehind, type Replayed } from '../simulation/replay/replay.ts'
import { nameOf } from '../simulation/stories/describe.ts'
import type { Level, Text } from '../../schemas/index.ts'
import { type Language, say } from './say.ts'

/** Instants are local texts with their offset. `excluded` is there for who, by the facts given, does not take part. */
export type SubjectReport = {
  subject: string
  assumed: boolean
  readings: number
  excluded?: 'excluded' | 'needs-information'
  alerts: AlertReport[]
  states: { state: string; from: string }[]
}

/** `threshold` is null for an alert of a transition, which `transition` then names. `unconfirmed`: no second reading came. */
export type AlertReport = {
  threshold: string | null
  transition?: string
  title: Text
  level: Level
  unconfirmed?: true
  at: string
  because: { measurement: string; at: string; value: Value }[]
  under: string[]
}

export function reportOf(pathway: Pathway, { alerts, states }: Replayed): Pick<SubjectReport, 'alerts' | 'states'> {
  const local = (at: number): string => localText(pathway.zone, at)
  return {
    alerts: alerts.map((alert) => ({
      threshold: alert.head.threshold ?? null,
      ...(alert.head.threshold === undefined ? { transition: nameOf(alert.head) } : {}),
      title: alert.title,
      level: alert.level,
      ...(alert.head.unconfirmed ? { unconfirmed: true as const } : {}),
      at: local(alert.head.at),
      because: readingsBehind(alert).map(({ measurement, at: taken, value }) => ({
        measurement,
        at: local(taken),
        value,
      })),
      under: alert.under.map(nameOf),
    })),
    states: states.map(({ state, from }) => ({ state, from: local(from) })),
  }
}

export function replayLines(subjects: SubjectReport[], { definition }: Pathway, language: Language): string[] {
  const lines = subjects.flatMap((subject) => [
    heading(subject, language),
    ...bodyLines(subject, definition, language),
    '',
  ])
  const sum = (count: (subject: SubjectReport) => number): number =>
    subjects.reduce((total, one) => total + count(one), 0)
  const totals = {
    subjects: subjects.length,
    readings: sum((one) => one.readings),
    alerts: sum((one) => one.alerts.length),
  }
  return [...lines, say(language, 'replay.total', totals)]
}

function heading({ subject, readings, assumed, excluded }: SubjectReport, language: Language): string {
  const remarks = [
    say(language, 'replay.readings', { number: readings }),
    ...(assumed ? [say(language, 'replay.assumed')] : []),
    ...(excluded ? [say(language, 'replay.excluded', { answer: say(language, `replay.answer.${excluded}`) })] : []),
  ]
  return `${subject}: ${remarks.join(', ')}`
}

function bodyLines(
  { alerts, states, excluded }: SubjectReport,
  definition: Pathway['definition'],
  language: Language,
): string[] {
  if (excluded) return []
  const shown = states.map(
    ({ state, from }) => `    ${moment(from)}  ${titleOf(definition.states[state]?.title, state, language)}`,
  )
  return [
    ...(alerts.length === 0
      ? [`  ${say(language, 'replay.no-alerts')}`]
      : alerts.flatMap((alert) => alertLines(alert, definition, language))),
    `  ${say(language, 'replay.states')}`,
    ...shown,
  ]
}

function alertLines(
  { threshold, transition, title, level, unconfirmed, at, because, under }: AlertReport,
  definition: Pathway['definition'],
  language: Language,
): string[] {
  const { measurements } = definition
  const titles = under.map((id) => titleOf(titleIn(definition, id), id, language))
  const name = titleOf(title, threshold ?? transition ?? '', language)
  const readings = because.map(({ measurement, at: taken, value }) => {
    return `${titleOf(measurements[measurement]?.title, measurement, language)} ${value} (${moment(taken)})`
  })
  const remark = unconfirmed ? ` (${say(language, 'replay.unconfirmed')})` : ''
  return [
    `  ${moment(at)}  ${say(language, `level.${level}`)}  ${name}${remark}`,
    ...(readings.length > 0 ? [`      ${say(language, 'replay.because', { readings: shortened(readings) })}`] : []),
    ...(under.length > 0 ? [`      ${say(language, 'replay.under', { names: titles.join(', ') })}`] : []),
  ]
}

/** How the alert of a threshold or transition reads. */
function titleIn(definition: Pathway['definition'], id: string): Text | undefined {
  const transition = transitionsIn(definition).find((one) => one.id === id)?.transition
  const alert = typeof transition?.alert === 'object' ? transition.alert.title : undefined
  return definition.thresholds?.[id]?.title ?? alert ?? transition?.because
}

/** A mean can rest on dozens of readings: the newest say enough to a person; the JSON has all. */
const shortened = (readings: string[]): string =>
  readings.length > 6 ? `… ${readings.slice(-5).join(', ')} (${readings.length})` : readings.join(', ')

const moment = (local: string): string => local.slice(0, 16).replace('T', ' ')

const titleOf = (title: { nl?: string; en?: string } | undefined, name: string, language: Language): string =>
  title?.[language] ?? title?.nl ?? name
