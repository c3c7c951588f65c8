/** Which parties may not see a patient: nobody there is asked. */
import type { Organisation } from './people.ts'
import type { PatientRecord } from '../store/store.ts'
import type { Account } from './account.ts'
import { happenToAlerts } from './alerting.ts'
import { organisationsOf } from './change.ts'
import type { Engine } from './engine.ts'

/** The practice always sees its patient; the centre only when the patient agreed to one. */
async function awayFrom({ store }: Engine, record: PatientRecord): Promise<string[]> {
  const organisations = await Promise.all(
    organisationsOf(record).map((id) => store.document<Organisation>('organisation', id)),
  )
  return organisations.some((organisation) => organisation?.value.kind === 'centre') ? [] : ['centre']
}

/** The alerts after what was agreed has changed: what is with somebody who may no longer look goes on, now. */
export async function withAway(engine: Engine, account: Account, now: number): Promise<Account> {
  const kinds = await awayFrom(engine, account.record)
  const before = account.record.alerts.away ?? []
  if (kinds.join(' ') === before.join(' ')) return account
  try {
    return happenToAlerts(engine.library, account, { type: 'away', kinds }, { at: now, handled: now })
  } catch (error) {
    // What was agreed holds all the same; who is asked from now on follows it.
    engine.report('away-failed', error)
    const alerts = { ...account.record.alerts, away: kinds }
    return { ...account, record: { ...account.record, alerts } }
  }
}
