/** "What it means": the worst thing that this submission brought about, in one or two sentences. */
import type { Level } from '../../schemas/index.ts'
import { REVIEW } from '../alerts/index.ts'
import type { Alert, AlertEffect } from '../alerts/index.ts'
import type { Firing, ReadingMark } from '../interpreter/enrolment.ts'
import type { Pathway } from '../interpreter/index.ts'
import type { StepTaken } from './account.ts'
import type { Telling } from './answer.ts'
import { NOT_ASSESSED } from './safe-step.ts'
import { fill } from './texts/index.ts'
import type { TextKey, TextLanguage } from './texts/index.ts'
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
  const joined = effects.filter(({ type }) => type === 'joined')
  if (joined.length > 0) return joined.every(isOnlyLookedAt) ? 'meaning.green' : 'meaning.known'
  if (steps.some((taken) => taken.effects.some((effect) => effect.type === 'measure' && effect.reason === 'remeasure')))
    return 'meaning.remeasure'
  if (effects.some((effect) => effect.type === 'silent')) return silentKey(effects)
  return ended ? 'meaning.ended' : null
}

/** The alert that this submission raised or made worse; also one that was put off, until now. */
export function alertOf(effects: AlertEffect[]): Alert | undefined {
  const asking = effects.flatMap((effect) => {
    const isAsked = effect.type === 'raised' || effect.type === 'worse' || effect.type === 'unsnoozed'
    return isAsked ? [effect.alert] : []
  })
  return asking.at(-1)
}

/** It only came with others that a nurse looks at, because all are looked at. */
const isOnlyLookedAt = (effect: AlertEffect): boolean =>
  effect.type === 'joined' && effect.firings.every(({ key }) => key === REVIEW)

const levelKey = (level: Level): TextKey =>
  level === 'red' ? 'meaning.red' : level === 'amber' ? 'meaning.amber' : 'meaning.green'

const silentKey = (effects: AlertEffect[]): TextKey =>
  effects.some((effect) => effect.type === 'silent' && effect.reason === 'coaching')
    ? 'meaning.coaching'
    : 'meaning.known'

type Said = { name: string; text: string }

/** When several thresholds fire together, only what belongs to the worst level speaks: three advices at once help nobody. */
function pathwayMessages({ record, steps, library, language }: Telling): string[] {
  const told = steps.flatMap((taken) => {
    const enrolment = record.enrolments.find(({ id }) => id === taken.enrolment)
    if (!enrolment) return []
    const pathway = library.get(enrolment.pathway, enrolment.version)
    return [{ said: saidBy(pathway, taken, language), fired: firedIn(pathway, taken) }]
  })
  const fired = told.flatMap((one) => one.fired)
  const worst = Math.min(...fired.map(({ rank }) => rank))
  const loudest = new Set(fired.filter(({ rank }) => rank === worst).map(({ message }) => message))
  const hushed = new Set(fired.map(({ message }) => message).filter((message) => !loudest.has(message)))
  const spoken = told.flatMap(({ said }) => said.filter(({ name }) => !hushed.has(name)))
  return [...new Set(spoken.map(({ text }) => text))]
}

function saidBy({ definition }: Pathway, { effects }: StepTaken, language: TextLanguage): Said[] {
  const toPatient = effects.flatMap((effect) =>
    effect.type === 'message' && effect.to === 'patient' ? [effect.message] : [],
  )
  return toPatient.map((name) => ({ name, text: textOr(definition.messages?.[name]?.text, language, name) }))
}

const RANK: Record<Level, number> = { red: 0, amber: 1, green: 2 }

/** The messages of what fired, with how bad that was; a firing without a message keeps nobody silent. */
function firedIn(pathway: Pathway, { effects }: StepTaken): { message: string; rank: number }[] {
  return effects.flatMap((effect) => {
    if (effect.type !== 'alert') return []
    const message = messageOf(pathway, effect.firing)
    return message === undefined ? [] : [{ message, rank: RANK[effect.firing.level] }]
  })
}

function messageOf({ definition, transitions }: Pathway, { threshold, key }: Firing): string | undefined {
  if (threshold !== undefined) return definition.thresholds?.[threshold]?.message
  return transitions.find(({ id }) => `transition:${id}` === key)?.message
}
