/** Notices that the runtime was down, and excuses the patients for that time: what could not be received was not missed. */
import type { Event, Instant } from '../interpreter/enrolment.ts'
import { Conflict } from '../store/store.ts'
import { opened } from './account.ts'
import { assess } from './assess.ts'
import { attempt, commitAccount } from './change.ts'
import type { Engine } from './engine.ts'

/** A runtime that says nothing for so long was down; a restart is quicker. */
const LONGEST_SILENCE = 5 * 60_000

/** How often a runtime says that it is there. */
export const HEARTBEAT = 60_000

const PLACE = ['heartbeat', 'runtime'] as const

type Heartbeat = { at: Instant }

/**
 * Says that the runtime is there now. When it was silent for long, that time is first excused on every running enrolment, before
 * anything of it is caught up with: so nothing of it becomes a missed window. Returns how many patients were excused.
 */
export async function beat(engine: Engine): Promise<number> {
  const excused = await excuseOutage(engine)
  await note(engine, true)
  return excused
}

/** Excuses an outage that nobody noticed yet; only where a runtime ever said that it was there. */
export async function excuseOutage(engine: Engine): Promise<number> {
  const { store, clock } = engine
  const kept = await store.document<Heartbeat>(...PLACE)
  const until = clock.now()
  if (!kept || until - kept.value.at <= LONGEST_SILENCE) return 0
  const patients = await store.patients()
  const running = patients.filter(({ enrolments }) => enrolments.some(({ exit }) => exit === undefined))
  for (const { id } of running) {
    await excuse(engine, id, kept.value.at, until).catch((error: unknown) => engine.report('outage-failed', error))
  }
  await note(engine, false)
  return running.length
}

/** For a clock that is moved forward: that was no silence. */
export const noteTimePassed = (engine: Engine): Promise<void> => note(engine, false)

/** That another process wrote first is as good. */
async function note({ store, clock }: Engine, isFirst: boolean): Promise<void> {
  const [kind, id] = PLACE
  const kept = await store.document<Heartbeat>(kind, id)
  if (!kept && !isFirst) return
  const heartbeat = { kind, id, version: kept?.version ?? 0, value: { at: clock.now() } }
  await store.commit({ documents: [heartbeat] }).catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error
  })
}

/** What was still handled after the last sign of life was no outage. */
async function excuse(engine: Engine, patient: string, silent: Instant, until: Instant): Promise<void> {
  await engine.queue.run(patient, () =>
    attempt(async () => {
      const record = await engine.store.patient(patient)
      if (!record) return
      let account = opened(record)
      for (const { id, exit, evaluated, woken, since } of record.enrolments) {
        const from = Math.max(silent, evaluated, woken, since)
        if (exit !== undefined || from >= until) continue
        const event: Event = { type: 'pause', pause: { reason: 'outage', from, until } }
        account = assess(engine.library, account, new Map([[id, event]]), { at: from, handled: until })
      }
      await commitAccount(engine, account, {}, until)
    }),
  )
}
