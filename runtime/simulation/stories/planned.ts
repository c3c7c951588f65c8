/** Sends what the running schedules ask for, as a patient does who measures faithfully. */
import type { StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { Enrolment, Instant } from '../../interpreter/enrolment.ts'
import type { Pathway } from '../../interpreter/pathway.ts'
import { step as takeStep } from '../../interpreter/step.ts'
import { nextWake, plannedWindows } from '../../interpreter/wake.ts'
import { MINUTE } from '../../interpreter/time/zone.ts'
import type { SimulatedPatient } from '../patient.ts'
import { say } from '../say.ts'
import { type Obstacle, send } from './act.ts'

/** Between the readings of one window, as a patient takes them who sits still in between. */
const BETWEEN_READINGS = 2 * MINUTE

/** Sends at each moment that the running schedules ask for, letting time pass from one to the next. */
export function sendAsPlanned(
  patient: SimulatedPatient,
  step: StoryStep,
  from: Instant,
  until: Instant,
): Obstacle | null {
  let sent = 0
  for (
    let next = nextPlanned(patient, step, from, until);
    next !== null;
    next = nextPlanned(patient, step, next + 1, until)
  ) {
    patient.pass(next)
    send(patient, step.send ?? {}, next)
    sent++
  }
  return sent > 0 ? null : { key: 'days', message: say('fail.nothing-planned') }
}

/** The next moment that is asked for. Wake-ups before it can begin and end schedules, so a copy of the patient goes ahead and looks. */
function nextPlanned(patient: SimulatedPatient, step: StoryStep, from: Instant, until: Instant): Instant | null {
  const { pathway } = patient
  let { enrolment } = patient
  for (;;) {
    const moments = momentsAsked(pathway, enrolment, step, Math.max(from, patient.now), until)
    const next = moments.length > 0 ? Math.min(...moments) : null
    const wake = nextWake(pathway, enrolment)
    if (wake === null || wake > (next ?? until - 1)) return next
    enrolment = takeStep(pathway, enrolment, { type: 'wake' }, wake).enrolment
  }
}

function momentsAsked(
  pathway: Pathway,
  enrolment: Enrolment,
  step: StoryStep,
  from: Instant,
  until: Instant,
): Instant[] {
  const names = Object.keys(step.send ?? {})
  return plannedWindows(pathway, enrolment, from, until)
    .filter(({ schedule, measurements }) =>
      step.schedule === undefined ? measurements.some((name) => names.includes(name)) : schedule === step.schedule,
    )
    .flatMap(({ opens, asked, measurements }) => {
      const readings = step.each === 'window' ? 1 : asked / measurements.length
      return Array.from({ length: readings }, (_, index) => opens + index * BETWEEN_READINGS)
    })
    .filter((moment) => moment >= from && moment < until)
}
