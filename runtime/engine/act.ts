/** What people do: take a decision, answer a proposal, set a personal limit, pause; acknowledge, snooze and resolve an alert. */
import type { AlertEvent } from '../alerts/index.ts'
import type { Event } from '../interpreter/enrolment.ts'
import { refusals } from '../interpreter/refusals.ts'
import type { PatientRecord } from '../store/store.ts'
import type { Account } from './account.ts'
import { assess } from './assess.ts'
import { happenToAlerts } from './alerting.ts'
import { change } from './change.ts'
import type { Engine } from './engine.ts'
import { Refused, refuse } from './refused.ts'

/** Something that a person does to an enrolment. */
export type Act = Exclude<Event, { type: 'submission' | 'wake' | 'correction' }>
export type AlertAct = Extract<AlertEvent, { type: 'acknowledged' | 'resolved' | 'snoozed' }>

/** Enrolments and alerts are numbered within their patient: `p3f…-e1` and `p3f…-2` belong to `p3f…`. */
export const patientOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('-')))

/** Throws `Refused` with the interpreter's reason (`role-may-not`, `out-of-bounds`, …), or `not-found`. */
export async function act(engine: Engine, enrolment: string, event: Act): Promise<PatientRecord> {
  return change(engine, patientOf(enrolment), (account, now) => {
    if (!account.record.enrolments.some(({ id }) => id === enrolment)) throw refuse('not-found')
    const after = assess(engine.library, account, new Map([[enrolment, event]]), { at: now, handled: now })
    refuseWhenRefused(after, enrolment)
    return { account: after, answer: after.record }
  })
}

function refuseWhenRefused(account: Account, enrolment: string): void {
  const last = account.steps.findLast((taken) => taken.enrolment === enrolment)
  const refusal = last?.effects.find((effect) => effect.type === 'refused')
  if (refusal) throw new Refused(refusal.code, refusals[refusal.code])
}

/** Throws `Refused`: `unknown-alert`, `already-resolved`; for a snooze also `missing-data`, `nothing-to-compare`, `bad-until`. */
export async function actOnAlert(engine: Engine, event: AlertAct): Promise<Account> {
  return change(engine, patientOf(event.alert), (account, now) => {
    const after = happenToAlerts(engine.library, account, informed(event, account.record), { at: now, handled: now })
    const refusal = after.alertEffects.find((effect) => effect.type === 'refused')
    if (refusal) throw new Refused(refusal.code, refusal.message)
    return { account: after, answer: after }
  })
}

/** A snooze must know how things are now: what was already so does not break it. */
function informed(event: AlertAct, { enrolments }: PatientRecord): AlertAct {
  if (event.type !== 'snoozed') return event
  const known = enrolments.flatMap(({ readings }) => Object.values(readings).flat())
  return { ...event, known }
}
