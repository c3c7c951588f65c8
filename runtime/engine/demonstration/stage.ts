/** What the play of a made-up patient takes place on. */
import type { Instant } from '../../interpreter/enrolment.ts'
import type { Pathway } from '../../interpreter/index.ts'
import type { PatientRecord } from '../../store/store.ts'
import type { SetClock } from '../clock.ts'
import type { Engine } from '../engine.ts'
import { refuse } from '../refused.ts'
import type { PatientScript, Script } from './script.ts'

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE
/** Minute of the day at which the practice looks at its list. */
export const ROUND = 11 * 60

/** Everything that one patient's play needs. `engine` runs on `clock`. */
export type Stage = { engine: Engine; clock: SetClock; script: Script; pathway: Pathway; now: Instant }
/** Something that happens at an instant. */
export type Deed = { at: Instant; act: () => Promise<void> }

export async function recordOf({ engine }: Stage, { id }: PatientScript): Promise<PatientRecord> {
  const record = await engine.store.patient(id)
  if (!record) throw refuse('not-found')
  return record
}
