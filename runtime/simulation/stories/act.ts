/** Does what a step of a story says, at the moment that the clock shows. */
import type { StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { Instant } from '../../interpreter/enrolment.ts'
import type { SimulatedPatient } from '../patient.ts'
import { acknowledge, resolve, snooze } from './acts/alert.ts'
import { correct } from './acts/correct.ts'
import { actor, type Doing, following, type Obstacle, place } from './acts/doing.ts'
import { device, outage, pause, resume } from './acts/pause.ts'
import { sendStep } from './acts/send.ts'
import { answer } from './acts/answer.ts'

/** Each act of a step by its word. Answers why it cannot be done, or null. */
const acts = { acknowledge, answer, correct, decide, device, outage, pause, report, resolve, resume, set, snooze }

/** The words of which a step holds at most one; `send` and `fill` are one submission. */
export const ACTS = [...(Object.keys(acts) as (keyof typeof acts)[]), 'send', 'fill'] as const

/** Does the act of a step, if it has one. `taken` is when the readings were taken, `start` when the story began. */
export function act(patient: SimulatedPatient, step: StoryStep, taken: Instant, start: Instant): Obstacle | null {
  if (step.send || step.fill) sendStep(patient, step, taken)
  for (const [word, perform] of Object.entries(acts))
    if (step[word as keyof typeof acts] !== undefined) return perform({ patient, step, start })
  return null
}

function decide({ patient, step }: Doing): Obstacle | null {
  patient.happen({ type: 'decision', decision: step.decide!, by: actor(step.by) }, [place(patient, step)])
  return null
}

function set({ patient, step }: Doing): Obstacle | null {
  const { parameter, to, by } = step.set!
  patient.happen({ type: 'parameter', parameter, value: to, by: actor(by) }, [place(patient, step)])
  return null
}

/** Goes to every pathway that knows the event; to the story's own when none does. */
function report({ patient, step }: Doing): Obstacle | null {
  const event = step.report!
  const knowing = following(patient, step).filter(({ pathway }) =>
    Object.hasOwn(pathway.definition.events ?? {}, event),
  )
  const on = knowing.length > 0 ? knowing : [place(patient, step)]
  patient.happen({ type: 'report', event, by: actor(step.by) }, on)
  return null
}
