/** What somebody does with an alert: acknowledge, resolve, snooze. */
import type { Alert, AlertEvent } from '../../../alerts/index.ts'
import type { Reading } from '../../../interpreter/enrolment.ts'
import type { SimulatedPatient } from '../../patient.ts'
import { say } from '../../say.ts'
import { inline, nameOf } from '../describe.ts'
import { untilOf } from '../moment.ts'
import { actor, type Doing, type Obstacle, place } from './doing.ts'

export const acknowledge = (doing: Doing): Obstacle | null =>
  onAlert(doing, 'acknowledge', ({ id, step }) => ({
    type: 'acknowledged',
    alert: id,
    by: actor(doing.step.by ?? step.party),
  }))

export const resolve = (doing: Doing): Obstacle | null =>
  onAlert(doing, 'resolve', ({ id, step }) => ({
    type: 'resolved',
    alert: id,
    by: actor(doing.step.by ?? step.party),
    outcome: doing.step.outcome ?? 'acted',
  }))

export const snooze = (doing: Doing): Obstacle | null =>
  onAlert(doing, 'snooze', ({ id, step }) => ({
    type: 'snoozed',
    alert: id,
    known: known(doing.patient),
    by: actor(doing.step.by ?? step.party),
    until:
      untilOf(doing.step.until ?? '', doing.patient.now, doing.start, doing.patient.pathway.zone) ?? doing.patient.now,
  }))

/** What is known of the patient: only something worse may break the snooze. */
const known = ({ following }: SimulatedPatient): Reading[] =>
  following.flatMap(({ enrolment }) => Object.values(enrolment.readings).flat())

/** The open alert of this threshold or transition; with `in`, of that pathway. */
function onAlert(
  { patient, step }: Doing,
  key: 'acknowledge' | 'resolve' | 'snooze',
  event: (alert: Alert) => AlertEvent,
): Obstacle | null {
  const name = step[key]!
  const { open } = patient.alerts
  const pathway = step.in === undefined ? undefined : place(patient, step).pathway.id
  const found = open.find(({ head, under }) =>
    [head, ...under].some((firing) => nameOf(firing) === name && (pathway ?? firing.pathway) === firing.pathway),
  )
  const shown = open.map(({ head }) => nameOf(head))
  if (!found) return { key, message: say('fail.no-such-alert', { name, open: inline(shown) }) }
  patient.act(event(found))
  return null
}
