/** Consent of a patient, given or withdrawn: from then on the organisation sees the patient, or does not. */
import type { Actor, Instant } from '../interpreter/enrolment.ts'
import type { Change, Consent, PatientRecord } from '../store/store.ts'
import { added } from './account.ts'
import { withAway } from './away.ts'
import { change, organisationsOf } from './change.ts'
import type { Engine } from './engine.ts'
import { refuse } from './refused.ts'

export type ConsentIn = { organisation: string; given: boolean }

/** What the history keeps of it. */
export type ConsentData = ConsentIn & { by: Actor }

/**
 * What was given before stays in the record, with the moment at which it ended; what is so already changes nothing.
 * Throws `Refused`: `not-found`, `unknown-organisation`, `consent-of-practice`.
 */
export async function recordConsent(
  engine: Engine,
  patient: string,
  asked: ConsentIn,
  by: Actor,
): Promise<PatientRecord> {
  const { organisation, given } = asked
  if (!(await engine.store.document('organisation', organisation)))
    throw refuse('unknown-organisation', { organisation }, { path: '/organisation' })
  return change<PatientRecord>(engine, patient, async (account, now) => {
    const { record } = account
    if (record.organisation === organisation) throw refuse('consent-of-practice', {}, { path: '/organisation' })
    const holds = record.consent.some((one) => one.organisation === organisation && one.withdrawn === undefined)
    if (holds === given) return { answer: record }
    const after = { ...record, consent: consentAfter(record.consent, asked, by, now) }
    const data: ConsentData = { ...asked, by }
    const history = [{ at: now, type: 'consent', data }]
    const told = await withAway(engine, added(account, { record: after, history }), now)
    return { account: told, more: { changes: [noticeOf(record, after, now)] }, answer: told.record }
  })
}

function consentAfter(before: Consent[], { organisation, given }: ConsentIn, by: Actor, now: Instant): Consent[] {
  if (given) return [...before, { organisation, given: now, by: by.person }]
  const ends = (one: Consent): boolean => one.organisation === organisation && one.withdrawn === undefined
  return before.map((one) => (ends(one) ? { ...one, withdrawn: now } : one))
}

/** Also for who may no longer look: their worklist must be read again. */
function noticeOf(before: PatientRecord, after: PatientRecord, now: Instant): Omit<Change, 'cursor'> {
  const seenBy = [...new Set([...organisationsOf(before), ...organisationsOf(after)])]
  const data = { what: 'consent', seenBy }
  return { at: now, topic: 'worklist', patient: after.id, organisation: after.organisation, data }
}
