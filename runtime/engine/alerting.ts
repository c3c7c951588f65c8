/** Lets something happen to the alerts of one patient, and writes down what came of it. */
import { alert } from '../alerts/index.ts'
import type { AlertEffect, AlertEvent } from '../alerts/index.ts'
import type { Actor, Instant } from '../interpreter/enrolment.ts'
import type { HistoryEntry } from '../store/store.ts'
import { added } from './account.ts'
import type { Account, AlertData } from './account.ts'
import type { Library } from './library.ts'

/** When something happens, and when it is handled: the same, unless the runtime was down meanwhile. */
export type Moment = { at: Instant; handled: Instant }

/** Handled later than this, a wake-up says how late it was. */
const LATE = 60_000

/** `lateBy` (milliseconds) when it was handled more than a minute late, else nothing. */
export function latenessOf({ at, handled }: Moment): { lateBy?: number } {
  return handled - at > LATE ? { lateBy: handled - at } : {}
}

/** Something happens to the alerts themselves: raised, acknowledged, resolved, or a deadline has passed. */
export function happenToAlerts(library: Library, account: Account, event: AlertEvent, moment: Moment): Account {
  const { alerts, effects } = alert(library.routes, account.record.alerts, event, moment.at)
  const by = 'by' in event ? { by: event.by } : {}
  const late = event.type === 'wake' ? latenessOf(moment) : {}
  const history = effects.map((effect) => alertEntry(account, effect, moment.at, { ...by, ...late }))
  return added(account, { record: { ...account.record, alerts }, alertEffects: effects, history })
}

function alertEntry(
  account: Account,
  effect: AlertEffect,
  at: Instant,
  more: { by?: Actor; lateBy?: number },
): HistoryEntry {
  const enrolment = enrolmentOf(account, effect)
  const data: AlertData = { effect, ...more }
  return { at, type: 'alert', data, ...(enrolment ? { enrolment } : {}) }
}

function enrolmentOf(account: Account, effect: AlertEffect): string | undefined {
  if (effect.type === 'refused') return undefined
  if (effect.type === 'silent') return effect.firing.enrolment
  const id = typeof effect.alert === 'string' ? effect.alert : effect.alert.id
  const found =
    typeof effect.alert === 'string' ? account.record.alerts.open.find((open) => open.id === id) : effect.alert
  return found?.origin.enrolment
}
