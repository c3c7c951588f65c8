/** "What it means": the worst thing that this submission brought about, in one or two sentences. */
import type { Level } from '../../schemas/index.ts'
import type { Alert, AlertEffect } from '../alerts/index.ts'
import type { ReadingMark } from '../interpreter/enrolment.ts'
import type { Pathway } from '../interpreter/index.ts'
import type { Telling } from './answer.ts'
import { NOT_ASSESSED } from './safe-step.ts'
import { fill } from './texts/index.ts'
import type { TextKey } from './texts/index.ts'
import { measurementNames, textOr } from './words.ts'

/** The meaning, followed by what the pathway itself says to the patient about it. */
export function meaningOf(telling: Telling): string {
  const sentences = [...doubts(telling), ...judgement(telling), ...pathwayMessages(telling)]
  return sentences.length > 0 ? sentences.join(' ') : fill(telling.language, 'meaning.fine')
}

function doubts({ readings, pathway, language }: Telling): string[] {
  const marked = (mark: ReadingMark): string[] =>
    readings.filter(({ marks }) => marks?.includes(mark)).map(({ measurement }) => measurement)
  const implausible = marked('implausible')
  const sentences =
    implausible.length > 0
      ? [fill(language, 'meaning.implausible', { measurements: measurementNames(pathway, implausible, language) })]
      : []
  if (marked('future').length > 0) sentences.push(fill(language, 'meaning.future'))
  if (marked('stale').length > 0) sentences.push(fill(language, 'meaning.stale'))
  return sentences
}

function judgement(telling: Telling): string[] {
  const key = judgementKey(telling)
  return key ? [fill(telling.language, key)] : []
}

function judgementKey({ record, steps, effects, pathway }: Telling): TextKey | null {
  const ended = record.enrolments
    .filter((enrolment) => enrolment.pathway === pathway.id)
    .every(({ exit }) => exit !== undefined)
  const alert = alertOf(effects)
  if (alert?.head.key === NOT_ASSESSED) return 'meaning.not-assessed'
  if (alert) return levelKey(alert.level)
  if (effects.some(({ type }) => type === 'joined')) return 'meaning.known'
  if (steps.some((taken) => taken.effects.some((effect) => effect.type === 'measure' && effect.reason === 'remeasure')))
    return 'meaning.remeasure'
  if (effects.some((effect) => effect.type === 'silent')) return silentKey(effects)
  return ended ? 'meaning.ended' : null
}

/** The alert that this submission raised or made worse. */
export function alertOf(effects: AlertEffect[]): Alert | undefined {
  return effects.findLast((effect) => effect.type === 'raised' || effect.type === 'worse')?.alert
}

const levelKey = (level: Level): TextKey =>
  level === 'red' ? 'meaning.red' : level === 'amber' ? 'meaning.amber' : 'meaning.green'

const silentKey = (effects: AlertEffect[]): TextKey =>
  effects.some((effect) => effect.type === 'silent' && effect.reason === 'coaching')
    ? 'meaning.coaching'
    : 'meaning.known'

/** Of one alert only what leads it speaks: three thresholds with three advices help nobody. */
function pathwayMessages({ steps, effects, pathway, language }: Telling): string[] {
  const hushed = hushedMessages(pathway, alertOf(effects))
  const names = steps.flatMap((taken) =>
    taken.effects.flatMap((effect) => (effect.type === 'message' && effect.to === 'patient' ? [effect.message] : [])),
  )
  const spoken = [...new Set(names)].filter((name) => !hushed.has(name))
  return spoken.map((name) => textOr(pathway.definition.messages?.[name]?.text, language, name))
}

function hushedMessages({ definition }: Pathway, alert: Alert | undefined): Set<string> {
  const messageOf = ({ threshold }: { threshold?: string }): string | undefined =>
    definition.thresholds?.[threshold ?? '']?.message
  const leading = alert && messageOf(alert.head)
  if (!alert || leading === undefined) return new Set()
  const under = alert.under.flatMap((firing) => messageOf(firing) ?? [])
  return new Set(under.filter((name) => name !== leading))
}
