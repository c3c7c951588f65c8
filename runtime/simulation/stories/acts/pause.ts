/** Pauses of a patient, and what a pause excuses afterwards: an outage, a broken device. */
import type { Stretch } from '../../../../schemas/generated/scenarios.ts'
import type { PauseReason } from '../../../interpreter/enrolment.ts'
import { momentOf, untilOf } from '../moment.ts'
import { actor, type Doing, following, type Obstacle } from './doing.ts'

/** From now on, until a moment or until it is resumed. */
export function pause(doing: Doing): Obstacle | null {
  const { patient, step, start } = doing
  const { reason, until } = step.pause!
  const end = until === undefined ? null : untilOf(until, patient.now, start, patient.pathway.zone)
  return paused(doing, reason, patient.now, end)
}

/** Excuses a stretch in which nothing could arrive. */
export const outage = (doing: Doing): Obstacle | null => excused(doing, 'outage', doing.step.outage!)

/** Excuses a stretch in which the device was broken. */
export const device = (doing: Doing): Obstacle | null => excused(doing, 'device', doing.step.device!)

/** Ends the pause that is running. */
export function resume({ patient, step }: Doing): Obstacle | null {
  patient.happen({ type: 'resume', by: actor(step.by) }, following(patient, step))
  return null
}

function excused(doing: Doing, reason: PauseReason, { from, until }: Stretch): Obstacle | null {
  const { zone } = doing.patient.pathway
  return paused(doing, reason, momentOf(from, doing.start, zone)!, momentOf(until, doing.start, zone)!)
}

function paused({ patient, step }: Doing, reason: PauseReason, from: number, until: number | null): Obstacle | null {
  patient.happen({ type: 'pause', pause: { reason, from, until, by: actor(step.by) } }, following(patient, step))
  return null
}
