/** What leaves for people because of a step: messages of the pathway, requests to measure again, reminders; in the patient's language. */
import type { Effect } from '../interpreter/enrolment.ts'
import type { Pathway } from '../interpreter/index.ts'
import type { OutgoingMessage, PatientRecord } from '../store/store.ts'
import type { StepTaken } from './account.ts'
import type { Moment } from './assess.ts'
import { clockText, isQuestion, measurementNames } from './words.ts'
import { fill } from './texts/index.ts'

type Draft = { to: string; text: string }

/** One message per effect that says something. A reminder for a window that is over when it is handled is left out. */
export function messagesOf(
  pathway: Pathway,
  record: PatientRecord,
  taken: StepTaken,
  moment: Moment,
): OutgoingMessage[] {
  const drafts = taken.effects.flatMap((effect) => draft(pathway, record, effect, moment) ?? [])
  return drafts.map(({ to, text }, index) => ({
    id: `${taken.enrolment}.${taken.at}.${taken.event.type}.${index}`,
    patient: record.id,
    to,
    text,
    at: taken.at,
    channel: to === 'patient' ? 'page' : 'worklist',
  }))
}

function draft(pathway: Pathway, record: PatientRecord, effect: Effect, moment: Moment): Draft | null {
  if (effect.type === 'message') return ofPathway(pathway, record, effect)
  if (effect.type === 'measure') return { to: 'patient', text: again(pathway, record, effect) }
  if (effect.type !== 'remind' || effect.closes <= moment.handled) return null
  const values = {
    measurements: measurementNames(pathway, effect.measurements, record.language),
    closes: clockText(pathway.zone, effect.closes),
  }
  const onlyQuestions = effect.measurements.every((measurement) => isQuestion(pathway, measurement))
  return {
    to: 'patient',
    text: fill(record.language, onlyQuestions ? 'message.remind-question' : 'message.remind', values),
  }
}

function ofPathway(pathway: Pathway, record: PatientRecord, effect: Effect & { type: 'message' }): Draft {
  const text = pathway.definition.messages?.[effect.message]?.text
  return { to: effect.to, text: text?.[record.language] ?? text?.nl ?? effect.message }
}

function again(pathway: Pathway, record: PatientRecord, effect: Effect & { type: 'measure' }): string {
  const measurements = measurementNames(pathway, effect.measurements, record.language)
  if (effect.until === undefined) return fill(record.language, 'message.again-without-time', { measurements })
  return fill(record.language, 'message.again', { measurements, until: clockText(pathway.zone, effect.until) })
}
