/** What one decision about a patient adds up to, before it is committed: the patient as it becomes, and what happened on the way. */
import type { AlertEffect } from '../alerts/index.ts'
import type { Actor, Effect, Event, Instant, Marks, Value } from '../interpreter/enrolment.ts'
import type { HistoryEntry, OutgoingMessage, PatientRecord } from '../store/store.ts'

/** One step of one enrolment. `failed`: the evaluation threw, and a task for a human was raised instead. */
export type StepTaken = {
  enrolment: string
  at: Instant
  event: Event
  effects: Effect[]
  marks?: Marks
  failed?: true
  /** A wake-up that was handled so many milliseconds after its instant. */
  lateBy?: number
}

/** What the history keeps of a start, a step and an alert. Folding the starts and steps again gives the enrolment. */
export type StartData = {
  pathway: string
  version: string
  facts: Record<string, Value>
  by?: Actor
  effects: Effect[]
}
export type StepData = Omit<StepTaken, 'enrolment' | 'at'>
export type AlertData = { effect: AlertEffect; by?: Actor; lateBy?: number }

export type Account = {
  record: PatientRecord
  steps: StepTaken[]
  alertEffects: AlertEffect[]
  history: HistoryEntry[]
  outgoing: OutgoingMessage[]
}

export function opened(record: PatientRecord): Account {
  return { record, steps: [], alertEffects: [], history: [], outgoing: [] }
}

/** The account with more in it; what it was made from stays as it was. */
export function added(account: Account, more: Partial<Account>): Account {
  return {
    record: more.record ?? account.record,
    steps: [...account.steps, ...(more.steps ?? [])],
    alertEffects: [...account.alertEffects, ...(more.alertEffects ?? [])],
    history: [...account.history, ...(more.history ?? [])],
    outgoing: [...account.outgoing, ...(more.outgoing ?? [])],
  }
}
