/** Rebuilds an enrolment from its history: the same events always give the same enrolment. */
import { explain, nextWake, start } from '../interpreter/index.ts'
import type { Pathway } from '../interpreter/index.ts'
import type { Enrolment, Event, Instant } from '../interpreter/enrolment.ts'
import type { Trace } from '../interpreter/trace.ts'
import type { HistoryEntry } from '../store/store.ts'
import type { StartData, StepData } from './account.ts'
import type { Library } from './library.ts'
import { safeStep } from './safe-step.ts'

/** One event of an enrolment as the history tells it. */
export type Told = { at: Instant; event: Event; lateBy?: number }

export type EnrolmentHistory = { pathway: Pathway; begin: Enrolment; events: Told[] }

/** The start and the events of one enrolment. Null when the history does not have it. */
export function historyOf(library: Library, history: HistoryEntry[], enrolment: string): EnrolmentHistory | null {
  const entries = history.filter((entry) => entry.enrolment === enrolment && entry.type !== 'alert')
  const begun = entries.find(({ type }) => type === 'started')
  if (!begun) return null
  const { pathway: id, version, facts } = begun.data as StartData
  const pathway = library.get(id, version)
  const events = entries.filter((entry) => entry !== begun).map(told)
  return { pathway, begin: start(pathway, facts, begun.at, enrolment).enrolment, events }
}

function told({ at, data }: HistoryEntry): Told {
  const { event, lateBy } = data as StepData
  return { at, event, ...(lateBy === undefined ? {} : { lateBy }) }
}

/** The enrolment as it was just before the event with this index; with none, after all of them and every wake-up up to `until`. */
export function foldUntil(
  { pathway, begin, events }: EnrolmentHistory,
  index = events.length,
  until = -Infinity,
): Enrolment {
  const before = events.slice(0, index).filter(({ event }) => event.type !== 'wake')
  const after = before.reduce(
    (enrolment, { at, event }) => safeStep(pathway, wakeUntil(pathway, enrolment, at), event, at).enrolment,
    begin,
  )
  const last = events[index]
  return wakeUntil(pathway, after, last ? justBefore(last) : until)
}

/** A person acts after the wake-ups of the same instant; a wake-up is what is looked at itself. */
const justBefore = ({ at, event }: Told): Instant => (event.type === 'wake' ? at - 1 : at)

/** Wake-ups are not all in the history: those in which nothing came about follow from the rest. */
function wakeUntil(pathway: Pathway, enrolment: Enrolment, until: Instant): Enrolment {
  let current = enrolment
  let done = -Infinity
  for (let at = nextWake(pathway, current); at !== null && at <= until && at > done; at = nextWake(pathway, current)) {
    current = safeStep(pathway, current, { type: 'wake' }, at).enrolment
    done = at
  }
  return current
}

/** The full account of one event: what fired and what did not, and why. */
export function traceOf(history: EnrolmentHistory, index: number): Trace {
  const told = history.events[index]
  if (!told) throw new RangeError(`No event ${index}.`)
  return explain(history.pathway, foldUntil(history, index), told.event, told.at)
}
