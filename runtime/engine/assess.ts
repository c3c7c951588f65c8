/** Lets something happen to enrolments of one patient at one instant, and brings all that fired into the patient's alerts at once. */
import { alert } from '../alerts/index.ts'
import type { AlertEffect, AlertEvent, RaisedFiring } from '../alerts/index.ts'
import type { Actor, Event, Instant } from '../interpreter/enrolment.ts'
import type { HistoryEntry } from '../store/store.ts'
import { added } from './account.ts'
import type { Account, AlertData, StepData, StepTaken } from './account.ts'
import type { Library } from './library.ts'
import { messagesOf } from './messages.ts'
import { askForEyes, safeStep } from './safe-step.ts'

/** When something happens, and when it is handled: the same, unless the runtime was down meanwhile. */
export type Moment = { at: Instant; handled: Instant }

/** Handled later than this, a wake-up says how late it was. */
const LATE = 60_000

export function latenessOf({ at, handled }: Moment): { lateBy?: number } {
  return handled - at > LATE ? { lateBy: handled - at } : {}
}

/** `events` says per enrolment what happens to it; an enrolment without one is left alone. */
export function assess(library: Library, account: Account, events: Map<string, Event>, moment: Moment): Account {
  let next = account
  const firings: RaisedFiring[] = []
  for (const { id } of account.record.enrolments) {
    const event = events.get(id)
    if (!event) continue
    next = stepInto(library, next, id, event, moment)
    firings.push(...firingsOf(next, next.steps.at(-1)))
  }
  return firings.length > 0 ? raised(library, next, firings, moment) : next
}

/** When what fired cannot be brought into the alerts, a human is asked to look: the readings behind it are not lost. */
function raised(library: Library, account: Account, firings: RaisedFiring[], moment: Moment): Account {
  try {
    return happenToAlerts(library, account, { type: 'raised', firings }, moment)
  } catch {
    const eyes = firings.map(({ enrolment, pathway, version, because }) => {
      const firing = askForEyes(library.get(pathway, version), because, moment.at)
      return { ...firing, enrolment, pathway, version }
    })
    return raisedApart(library, account, eyes, moment)
  }
}

function stepInto(library: Library, account: Account, id: string, event: Event, moment: Moment): Account {
  const before = account.record.enrolments.find((enrolment) => enrolment.id === id)
  if (!before) throw new Error(`No enrolment ${id}.`)
  const pathway = library.get(before.pathway, before.version)
  const { enrolment, ...outcome } = safeStep(pathway, before, event, moment.at)
  const enrolments = account.record.enrolments.map((other) => (other.id === id ? enrolment : other))
  const record = { ...account.record, enrolments }
  const taken: StepTaken = { enrolment: id, at: moment.at, event, ...outcome, ...lateness(event, moment) }
  return added(account, {
    record,
    steps: [taken],
    history: worthKeeping(taken) ? [entryOf(taken)] : [],
    outgoing: messagesOf(pathway, record, taken, moment),
  })
}

const lateness = (event: Event, moment: Moment): { lateBy?: number } =>
  event.type === 'wake' ? latenessOf(moment) : {}

/** A wake-up in which nothing came about follows from the rest: folding finds it again. */
const worthKeeping = (taken: StepTaken): boolean => taken.event.type !== 'wake' || taken.effects.length > 0

function entryOf({ enrolment, at, ...data }: StepTaken): HistoryEntry {
  return { at, enrolment, type: data.event.type, data: data satisfies StepData }
}

function firingsOf(account: Account, taken: StepTaken | undefined): RaisedFiring[] {
  const enrolment = account.record.enrolments.find(({ id }) => id === taken?.enrolment)
  if (!taken || !enrolment) return []
  const origin = { enrolment: enrolment.id, pathway: enrolment.pathway, version: enrolment.version }
  return taken.effects.flatMap((effect) => (effect.type === 'alert' ? [{ ...effect.firing, ...origin }] : []))
}

/** Beside the open alerts, not among them: one of those may be what went wrong. */
function raisedApart(library: Library, account: Account, firings: RaisedFiring[], moment: Moment): Account {
  const { record } = account
  const alone = { ...account, record: { ...record, alerts: { ...record.alerts, open: [], quiet: [] } } }
  const after = happenToAlerts(library, alone, { type: 'raised', firings }, moment)
  const { alerts } = after.record
  const open = [...record.alerts.open, ...alerts.open]
  return { ...after, record: { ...after.record, alerts: { ...alerts, open, quiet: record.alerts.quiet } } }
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
