/** One submission: readings, and the answers to questionnaires in the order of their items. */
import type { StoryStep } from '../../../../schemas/generated/scenarios.ts'
import type { Instant, Value } from '../../../interpreter/enrolment.ts'
import { own } from '../../../interpreter/own.ts'
import type { Following, SimulatedPatient } from '../../patient.ts'
import { following } from './doing.ts'

type Sent = Pick<StoryStep, 'send' | 'fill' | 'in'>

/** Sends everything of a step at once, taken at `at`. */
export function sendStep(patient: SimulatedPatient, step: Sent, at: Instant): void {
  const readings = Object.entries(valuesOf(patient, step)).map(([measurement, value]) => {
    return { id: `${patient.now}/${at}/${measurement}`, measurement, value, at }
  })
  patient.happen({ type: 'submission', readings }, following(patient, step))
}

/** What a step sends, by measurement and item. */
export function valuesOf(patient: SimulatedPatient, { send = {}, fill = {} }: Sent): Record<string, Value> {
  const answered = Object.entries(fill).flatMap(([questionnaire, answers]) => {
    const items = itemsOf(patient.following, questionnaire)
    return answers.flatMap((answer, index) => (answer === null ? [] : [[items[index]!, answer] as const]))
  })
  return { ...send, ...Object.fromEntries(answered) }
}

function itemsOf(pathways: readonly Following[], questionnaire: string): string[] {
  const found = pathways.map(({ pathway }) => own(pathway.definition.questionnaires ?? {}, questionnaire))
  return Object.keys(found.find((one) => one !== undefined)?.items ?? {})
}
