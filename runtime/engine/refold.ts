/** What would have fired if a reading of long ago had had another value: the stored events are folded again. */
import type { Effect, Enrolment, Event, Firing, Instant, Value } from '../interpreter/enrolment.ts'
import { nextWake } from '../interpreter/index.ts'
import type { HistoryEntry } from '../store/store.ts'
import { historyOf } from './fold.ts'
import type { EnrolmentHistory } from './fold.ts'
import type { Library } from './library.ts'
import { safeStep } from './safe-step.ts'

/** The keys whose firings rested on a reading, and those of them that are no longer true. */
export type Resting = { keys: string[]; untrue: string[] }

/**
 * Compares what fired with what would have. The record itself stays as it is: it remembers only what can still matter, and this
 * reading is no longer in it.
 */
export function refoldedWith(
  library: Library,
  entries: HistoryEntry[],
  enrolment: string,
  { reading, value }: { reading: string; value: Value | null },
): Resting & { firings: Firing[] } {
  const history = historyOf(library, entries, enrolment)
  if (!history) return { keys: [], untrue: [], firings: [] }
  const rested = firedIn(history).filter((firing) => restsOn(firing, reading))
  const events = history.events.map((told) => ({ ...told, event: withValue(told.event, reading, value) }))
  const again = firedIn({ ...history, events })
  const isIn = (list: Firing[], { key, at }: Firing): boolean => list.some((one) => one.key === key && one.at === at)
  const gone = rested.filter((firing) => !isIn(again, firing))
  const come = again.filter((firing) => restsOn(firing, reading) && !isIn(rested, firing))
  return {
    keys: keysOf(rested),
    untrue: keysOf(gone),
    firings: come.map((firing) => ({ ...firing, late: true as const })),
  }
}

const restsOn = ({ because }: Firing, reading: string): boolean => because.some(({ id }) => id === reading)
const keysOf = (firings: Firing[]): string[] => [...new Set(firings.map(({ key }) => key))]

function withValue(event: Event, id: string, value: Value | null): Event {
  if (event.type !== 'submission') return event
  const readings = event.readings.map((reading) => {
    if (reading.id !== id) return reading
    const marks = reading.marks ?? []
    return value === null
      ? { ...reading, marks: [...marks, 'withdrawn' as const] }
      : { ...reading, value, marks: [...marks, 'corrected' as const] }
  })
  return { ...event, readings }
}

/** Everything that fired, in order. */
function firedIn({ pathway, begin, events }: EnrolmentHistory): Firing[] {
  const effects: Effect[] = []
  let enrolment: Enrolment = begin
  const happen = (event: Event, at: Instant): void => {
    const taken = safeStep(pathway, enrolment, event, at)
    enrolment = taken.enrolment
    effects.push(...taken.effects)
  }
  for (const { at, event } of events) {
    let done = -Infinity
    for (let wake = nextWake(pathway, enrolment); wake !== null && wake <= at && wake > done;) {
      happen({ type: 'wake' }, wake)
      done = wake
      wake = nextWake(pathway, enrolment)
    }
    if (event.type !== 'wake') happen(event, at)
  }
  return effects.flatMap((effect) => (effect.type === 'alert' ? [effect.firing] : []))
}
