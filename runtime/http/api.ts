/**
 * The HTTP API as types: what is sent to `/api` and what comes back. Only types, so that the designer can build against them.
 *
 * Every instant is ISO text with its offset (`2026-03-27T08:00:00+01:00`), except inside a `Trace`, which is the
 * interpreter's own so that the simulator and the patient page draw it with the same element.
 * Every error, from every address, is an `ApiProblem`.
 */
export type * from './api/basics.ts'
export type * from './api/problem.ts'
export type * from './api/who.ts'
export type * from './api/pathways.ts'
export type * from './api/registration.ts'
export type * from './api/patients.ts'
export type * from './api/enrolments.ts'
export type * from './api/acting.ts'
export type * from './api/measurements.ts'
export type * from './api/worklist.ts'
export type * from './api/changes.ts'
