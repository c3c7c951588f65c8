/** What every act of a step has to work with. */
import type { StoryStep } from '../../../../schemas/generated/scenarios.ts'
import type { Actor, Instant } from '../../../interpreter/enrolment.ts'
import type { BothLanguages } from '../../../interpreter/problem.ts'
import type { Following, SimulatedPatient } from '../../patient.ts'

/** Why a step cannot be done; `key` is the part of the step concerned. */
export type Obstacle = { key: string; message: BothLanguages }

/** A step under way. `start` is when the story began. */
export type Doing = { patient: SimulatedPatient; step: StoryStep; start: Instant }

/** On which of the patient's pathways something happens: the one that is named, else the story's own. */
export const place = (patient: SimulatedPatient, step: Pick<StoryStep, 'in'>): Following =>
  (step.in === undefined ? undefined : patient.on(step.in)) ?? patient.following[0]!

/** The pathway that is named, else all. */
export const following = (patient: SimulatedPatient, step: Pick<StoryStep, 'in'>): readonly Following[] =>
  step.in === undefined ? patient.following : [place(patient, step)]

/** Somebody in this role. */
export const actor = (role = ''): Actor => ({ person: role, role })
