/** Every address of the server, in one list. */
import type { Engine, MovableClock } from '../engine/index.ts'
import type { Operation } from './operation.ts'
import { changes } from './routes/changes.ts'
import { demo } from './routes/demo.ts'
import { enrolments } from './routes/enrolments.ts'
import { fhir } from './routes/fhir.ts'
import { pathways } from './routes/pathways.ts'
import { patients } from './routes/patients.ts'
import { registrations } from './routes/registrations.ts'
import { running } from './routes/running.ts'
import { who } from './routes/who.ts'
import { worklist } from './routes/worklist.ts'

/**
 * `demo`: the movable clock, signing in by name, and only for this computer. `pages`: the folder of the built designer.
 * `heartbeat`: milliseconds of silence after which a listener gets a sign of life.
 */
export type AppOptions = { demo?: MovableClock; pages?: string; heartbeat?: number }

/** Those of the demonstration exist only there. */
export function operationsOf(engine: Engine, { demo: clock, heartbeat }: AppOptions): Operation[] {
  const all: Operation[] = [
    ...running(engine, () => all),
    ...who(engine, clock !== undefined),
    ...(clock ? demo(engine, clock) : []),
    ...pathways(engine),
    ...registrations(engine),
    ...patients(engine),
    ...enrolments(engine),
    ...worklist(engine),
    ...changes(engine, heartbeat),
    ...fhir(engine),
  ]
  return all
}
