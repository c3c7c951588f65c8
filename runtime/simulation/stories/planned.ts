/** Sends what the running schedules ask for, as a patient does who measures faithfully. */
import type { StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { Enrolment, Instant } from '../../interpreter/enrolment.ts'
import type { Pathway } from '../../interpreter/pathway.ts'
import { step as takeStep } from '../../interpreter/step.ts'
import { nextWake, plannedWindows } from '../../interpreter/wake.ts'
import { MINUTE } from '../../interpreter/time/zone.ts'
import type { SimulatedPatient } from '../patient.ts'
import { say } from '../say.ts'
import { following, type Obstacle } from './acts/doing.ts'
import { sendStep, valuesOf } from './acts/send.ts'

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
    sendStep(patient, step, next)
    sent++
  }
  return sent > 0 ? null : { key: 'days', message: say('fail.nothing-planned') }
}

/** The next moment that is asked for, on any of the patient's pathways. */
export function nextPlanned(patient: SimulatedPatient, step: StoryStep, from: Instant, until: Instant): Instant | null {
  const names = Object.keys(valuesOf(patient, step))
  const begin = Math.max(from, patient.now)
  const moments = following(patient, step).map(({ pathway, enrolment }) =>
    nextOn(pathway, enrolment, { step, names, from: begin, until }),
  )
  const known = moments.filter((moment) => moment !== null)
  return known.length > 0 ? Math.min(...known) : null
}

type Asked = { step: StoryStep; names: string[]; from: Instant; until: Instant }

/** Wake-ups before the next moment can begin and end schedules, so a copy of the patient goes ahead and looks. */
function nextOn(pathway: Pathway, enrolment: Enrolment, asked: Asked): Instant | null {
  for (let ahead = enrolment; ;) {
    const moments = momentsAsked(pathway, ahead, asked)
    const next = moments.length > 0 ? Math.min(...moments) : null
    const wake = nextWake(pathway, ahead)
    if (wake === null || wake > (next ?? asked.until - 1)) return next
    ahead = takeStep(pathway, ahead, { type: 'wake' }, wake).enrolment
  }
}

function momentsAsked(pathway: Pathway, enrolment: Enrolment, { step, names, from, until }: Asked): Instant[] {
  return plannedWindows(pathway, enrolment, from, until)
    .filter(({ schedule, measurements }) =>
      step.schedule === undefined ? measurements.some((name) => names.includes(name)) : schedule === step.schedule,
    )
    .flatMap(({ opens, schedule }) => {
      const readings = step.each === 'window' ? 1 : pathway.schedules.get(schedule)!.readings
      return Array.from({ length: readings }, (_, index) => opens + index * BETWEEN_READINGS)
    })
    .filter((moment) => moment >= from && moment < until)
}
