/** Lets something happen to enrolments of one patient at one instant, and brings all that fired into the patient's alerts at once. */
import { firingsIn, newReadings, newsOf, validReadings } from '../alerts/index.ts'
import type { RaisedFiring } from '../alerts/index.ts'
import type { Event, Reading } from '../interpreter/enrolment.ts'
import type { HistoryEntry } from '../store/store.ts'
import { added } from './account.ts'
import type { Account, StepData, StepTaken } from './account.ts'
import { happenToAlerts, latenessOf } from './alerting.ts'
import type { Moment } from './alerting.ts'
import type { Library } from './library.ts'
import { messagesOf } from './messages.ts'
import { askedToLook } from './safe-alerts.ts'
import { safeStep } from './safe-step.ts'

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
  const steps = next.steps.slice(account.steps.length)
  const sent = steps.flatMap(({ event, marks }) => validReadings(event, marks))
  const readings = newsOf(sent, come(account, next))
  const told = added(next, { outgoing: messagesOf(library, next.record, steps, moment) })
  return raised(library, told, { firings, readings }, moment)
}

/** What came into the records of a patient between two accounts. */
export const come = (before: Account, after: Account): Reading[] =>
  after.record.enrolments.flatMap((enrolment, index) => newReadings(before.record.enrolments[index]!, enrolment))

/** What fired, and what was sent: a value that got worse breaks a snooze, though nothing fires. */
type Raised = { firings: RaisedFiring[]; readings: Reading[] }

/** When what fired cannot be brought into the alerts, a human is asked to look: the readings behind it are not lost. */
export function raised(library: Library, account: Account, { firings, readings }: Raised, moment: Moment): Account {
  const isSnoozed = account.record.alerts.open.some(({ snoozed }) => snoozed)
  if (firings.length === 0 && !(isSnoozed && readings.length > 0)) return account
  try {
    return happenToAlerts(library, account, { type: 'raised', firings, readings }, moment)
  } catch {
    return askedToLook(library, account, firings, moment)
  }
}

/** What happens to one enrolment, without what follows for messages and alerts. */
export function stepInto(library: Library, account: Account, id: string, event: Event, moment: Moment): Account {
  const before = account.record.enrolments.find((enrolment) => enrolment.id === id)
  if (!before) throw new Error(`No enrolment ${id}.`)
  const pathway = library.get(before.pathway, before.version)
  const { enrolment, ...outcome } = safeStep(pathway, before, event, moment.at)
  const enrolments = account.record.enrolments.map((other) => (other.id === id ? enrolment : other))
  const taken: StepTaken = { enrolment: id, at: moment.at, event, ...outcome, ...lateness(event, moment) }
  return added(account, {
    record: { ...account.record, enrolments },
    steps: [taken],
    history: worthKeeping(taken) ? [entryOf(taken)] : [],
  })
}

const lateness = (event: Event, moment: Moment): { lateBy?: number } =>
  event.type === 'wake' ? latenessOf(moment) : {}

/** A wake-up in which nothing came about follows from the rest: folding finds it again. */
const worthKeeping = (taken: StepTaken): boolean => taken.event.type !== 'wake' || taken.effects.length > 0

/** A step as the history keeps it. */
export function entryOf({ enrolment, at, ...data }: StepTaken): HistoryEntry {
  return { at, enrolment, type: data.event.type, data: data satisfies StepData }
}

/** What a step says to the alerts. */
export function firingsOf(account: Account, taken: StepTaken | undefined): RaisedFiring[] {
  const enrolment = account.record.enrolments.find(({ id }) => id === taken?.enrolment)
  if (!taken || !enrolment) return []
  const origin = { enrolment: enrolment.id, pathway: enrolment.pathway, version: enrolment.version }
  return firingsIn(taken.effects, origin)
}
