/** One decision about one patient: load, catch up, decide, commit, publish. Everything that changes a patient goes through here. */
import type { Instant } from '../interpreter/enrolment.ts'
import { Conflict } from '../store/store.ts'
import type { Change, Commit, PatientRecord } from '../store/store.ts'
import { opened } from './account.ts'
import type { Account } from './account.ts'
import { catchUp, wakeOf } from './catch-up.ts'
import type { Engine } from './engine.ts'
import { refuse } from './refused.ts'

/** `more` goes into the same commit; `answer` is what the asker gets once it is on disk. Without an account nothing is written. */
export type Decided<T> = {
  account?: Account
  more?: Pick<Commit, 'readings' | 'receipts' | 'documents' | 'changes'>
  answer: T
}

/** Gets the patient with every wake-up up to `now` done. What it throws is thrown on, and then nothing is written. */
export type Decide<T> = (account: Account, now: Instant) => Decided<T> | Promise<Decided<T>>

const TRIES = 20

/** Decides about a known patient, after everything asked earlier. Throws `Refused` `not-found` when there is none. */
export async function change<T>(engine: Engine, patient: string, decide: Decide<T>): Promise<T> {
  return engine.queue.run(patient, () => attempt(() => once(engine, patient, decide)))
}

async function once<T>(engine: Engine, patient: string, decide: Decide<T>): Promise<T> {
  const record = await engine.store.patient(patient)
  if (!record) throw refuse('not-found')
  const now = engine.clock.now()
  const decided = await decide(catchUp(engine.library, opened(record), now, now), now)
  if (decided.account) await commitAccount(engine, decided.account, decided.more, now)
  return decided.answer
}

/** Repeats when another process wrote first. */
export async function attempt<T>(task: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await task()
    } catch (error) {
      if (!(error instanceof Conflict) || tries === TRIES) throw error
    }
  }
}

/** Writes the account in one piece, and tells the listeners. */
export async function commitAccount(
  engine: Engine,
  account: Account,
  more: Decided<unknown>['more'],
  now: Instant,
): Promise<void> {
  const patient = { ...account.record, wake: wakeOf(engine.library, account.record) }
  await engine.store.commit({
    ...more,
    patient,
    history: account.history,
    outgoing: account.outgoing,
    changes: [...changesOf(account, now), ...(more?.changes ?? [])],
  })
  engine.hub.publish()
}

/** Who may hear of this patient now: the practice, and the organisations the patient agreed to. */
export function organisationsOf(record: PatientRecord): string[] {
  const agreed = record.consent
    .filter((consent) => consent.withdrawn === undefined)
    .map((consent) => consent.organisation)
  return [...new Set([record.organisation, ...agreed])]
}

function changesOf(account: Account, now: Instant): Omit<Change, 'cursor'>[] {
  const { record } = account
  const about = { at: now, patient: record.id, organisation: record.organisation }
  const seenBy = organisationsOf(record)
  const worklist = account.alertEffects.flatMap((effect) => {
    if (effect.type === 'silent' || effect.type === 'refused') return []
    const alert = typeof effect.alert === 'string' ? effect.alert : effect.alert.id
    return [{ ...about, topic: 'worklist' as const, data: { what: effect.type, alert, seenBy } }]
  })
  const what = account.steps.at(-1)?.event.type ?? 'record'
  return [{ ...about, topic: 'patient' as const, data: { what, seenBy } }, ...worklist]
}
