/** What a step of an enrolment says to the alerts. */
import type { Effect, Enrolment, Event, Marks, Reading, ReadingMark } from '../interpreter/enrolment.ts'
import type { Origin, RaisedFiring } from './alert.ts'
import { say } from './texts/index.ts'

/** The key of what is only to be looked at (`review: all`). */
export const REVIEW = 'system:review'

/** The firings among the effects of a step. A submission to be looked at becomes a green one, for whoever monitors. */
export function firingsIn(effects: Effect[], origin: Origin): RaisedFiring[] {
  return effects.flatMap((effect) => {
    if (effect.type === 'alert') return [{ ...effect.firing, ...origin }]
    if (effect.type !== 'review') return []
    const { readings: because, at } = effect
    return [{ key: REVIEW, level: 'green', route: '', title: say('review.title'), at, because, ...origin }]
  })
}

const NEVER_EVALUATED: ReadingMark[] = ['implausible', 'future', 'withdrawn']

/** The readings of a submission that may decide something, by how the step judged them. */
export function validReadings(event: Event, marks: Marks | undefined): Reading[] {
  if (event.type !== 'submission') return []
  const judged = new Map((marks?.readings ?? []).map((reading) => [reading.id, reading.marks]))
  const marksOf = ({ id, marks: own = [] }: Reading): ReadingMark[] => [...own, ...(judged.get(id) ?? [])]
  const isOurs = ({ id }: Reading): boolean => marks === undefined || judged.has(id) // others are of another pathway
  return event.readings.filter(
    (reading) => isOurs(reading) && !marksOf(reading).some((mark) => NEVER_EVALUATED.includes(mark)),
  )
}

/** What was sent, as it was kept where it was kept, and what else came into the record. */
export const newsOf = (sent: Reading[], come: Reading[]): Reading[] => [
  ...new Map([...sent, ...come].map((reading) => [reading.id, reading])).values(),
]

/** What a step brought into a record, or changed in it: also what was corrected, and the scores that were made of it. */
export const newReadings = (before: Enrolment, after: Enrolment): Reading[] =>
  Object.entries(after.readings).flatMap(([name, list]) => {
    const known = before.readings[name]
    return list === known ? [] : list.filter((reading) => !known?.includes(reading))
  })
