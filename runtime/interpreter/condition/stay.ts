/** How long a patient is in a state, or in the phase around it. */
import type { Enrolment, Instant } from '../enrolment.ts'
import type { Stay } from '../pathway.ts'

/** When the patient entered the state, or the phase around it. */
export const stayedSince = ({ since, phaseSince }: Pick<Enrolment, 'since' | 'phaseSince'>, stay: Stay): Instant =>
  stay === 'phase' ? (phaseSince ?? since) : since
