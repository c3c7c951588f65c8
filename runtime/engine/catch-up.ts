/** Does everything that waited for an instant, in order and with its original instant, however late it is handled. */
import type { Event, Instant } from '../interpreter/enrolment.ts'
import { nextWake } from '../interpreter/index.ts'
import type { PatientRecord } from '../store/store.ts'
import type { Account } from './account.ts'
import { assess } from './assess.ts'
import type { Library } from './library.ts'
import { alertWake, wakeAlerts } from './safe-alerts.ts'

const WAKE: Event = { type: 'wake' }

/** The earliest instant at which anything of this patient must be looked at; null when nothing waits. */
export function wakeOf(library: Library, record: PatientRecord): Instant | null {
  const waits = [
    ...record.enrolments.map((enrolment) => wakeOfEnrolment(library, record, enrolment.id)),
    alertWake(library, record),
  ]
  const known = waits.filter((wait) => wait !== null)
  return known.length > 0 ? Math.min(...known) : null
}

/**
 * The account with every wake-up at or before `until` in it. Enrolments go before alerts of the same instant.
 * A wake-up that does not pass ends it there: the rest of the patient must not wait for that.
 */
export function catchUp(library: Library, account: Account, until: Instant, handled: Instant): Account {
  let next = account
  let done = -Infinity
  for (let at = wakeOf(library, next.record); at !== null && at <= until; at = wakeOf(library, next.record)) {
    if (at <= done) break
    next = wakeAt(library, next, { at, handled })
    done = at
  }
  return next
}

function wakeAt(library: Library, account: Account, moment: { at: Instant; handled: Instant }): Account {
  const { record } = account
  const due = record.enrolments.filter(({ id }) => wakeOfEnrolment(library, record, id) === moment.at)
  const assessed = assess(library, account, new Map(due.map(({ id }) => [id, WAKE])), moment)
  const alertsDue = alertWake(library, assessed.record)
  return alertsDue !== null && alertsDue <= moment.at ? wakeAlerts(library, assessed, moment) : assessed
}

function wakeOfEnrolment(library: Library, record: PatientRecord, id: string): Instant | null {
  const enrolment = record.enrolments.find((candidate) => candidate.id === id)
  if (!enrolment || enrolment.exit !== undefined) return null
  return nextWake(library.get(enrolment.pathway, enrolment.version), enrolment)
}
