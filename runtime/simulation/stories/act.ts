/** Does what a step of a story says, at the moment that the clock shows. */
import type { StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { Alert } from '../../alerts/index.ts'
import type { Actor, Instant } from '../../interpreter/enrolment.ts'
import type { BothLanguages } from '../../interpreter/problem.ts'
import type { SimulatedPatient } from '../patient.ts'
import { say } from '../say.ts'
import { inline, nameOf } from './describe.ts'

/** Why a step cannot be done; `key` is the part of the step concerned. */
export type Obstacle = { key: string; message: BothLanguages }

/** Does the act of a step, if it has one. */
export function act(patient: SimulatedPatient, step: StoryStep, taken: Instant): Obstacle | null {
  const by = actor(step.by)
  if (step.send) send(patient, step.send, taken)
  if (step.decide !== undefined) patient.happen({ type: 'decision', decision: step.decide, by })
  if (step.set) {
    const { parameter, to, by: role } = step.set
    patient.happen({ type: 'parameter', parameter, value: to, by: actor(role) })
  }
  if (step.answer) return answer(patient, step.answer, by)
  if (step.acknowledge !== undefined)
    return onAlert(patient, 'acknowledge', step.acknowledge, (alert) => ({
      type: 'acknowledged',
      alert: alert.id,
      by: actor(step.by ?? alert.step.party),
    }))
  if (step.resolve !== undefined)
    return onAlert(patient, 'resolve', step.resolve, (alert) => ({
      type: 'resolved',
      alert: alert.id,
      by: actor(step.by ?? alert.step.party),
      outcome: step.outcome ?? 'acted',
    }))
  return null
}

/** One submission of everything at once, taken at `at`. */
export function send(patient: SimulatedPatient, values: NonNullable<StoryStep['send']>, at: Instant): void {
  const readings = Object.entries(values).map(([measurement, value]) => {
    return { id: `${patient.now}/${at}/${measurement}`, measurement, value, at }
  })
  patient.happen({ type: 'submission', readings })
}

function answer(
  patient: SimulatedPatient,
  { proposal, accept }: NonNullable<StoryStep['answer']>,
  by: Actor,
): Obstacle | null {
  const open = patient.enrolment.proposals.map(({ id }) => id)
  if (proposal === undefined && open.length === 0) return { key: 'answer', message: say('fail.no-proposal') }
  if (proposal === undefined && open.length > 1)
    return { key: 'answer', message: say('fail.which-proposal', { open: inline(open) }) }
  patient.happen({ type: 'answer', proposal: proposal ?? open[0]!, accept, by })
  return null
}

function onAlert(
  patient: SimulatedPatient,
  key: 'acknowledge' | 'resolve',
  name: string,
  event: (alert: Alert) => Parameters<SimulatedPatient['act']>[0],
): Obstacle | null {
  const { open } = patient.alerts
  const found = open.find(({ head, under }) => [head, ...under].some((firing) => nameOf(firing) === name))
  const shown = open.map(({ head }) => nameOf(head))
  if (!found) return { key, message: say('fail.no-such-alert', { name, open: inline(shown) }) }
  patient.act(event(found))
  return null
}

const actor = (role = ''): Actor => ({ person: role, role })
