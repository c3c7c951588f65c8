/** What a search parameter amounts to: a test of one stored Observation. */
import type { Observation } from '@medplum/fhirtypes'
import type { StoredObservation } from './parsed.ts'

export type Candidate = { stored: StoredObservation; resource: Observation }
export type Test = (candidate: Candidate) => boolean
