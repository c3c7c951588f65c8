/** Corrects or withdraws a value that was sent before. */
import type { Instant, Reading } from '../../../interpreter/enrolment.ts'
import { own } from '../../../interpreter/own.ts'
import { localText } from '../../../interpreter/time/zone.ts'
import type { Following } from '../../patient.ts'
import { say } from '../../say.ts'
import { inline } from '../describe.ts'
import { momentOf } from '../moment.ts'
import { actor, type Doing, following, type Obstacle } from './doing.ts'

/** The newest kept value of the measurement, or the one taken at the given moment, on every pathway that has it. */
export function correct({ patient, step, start }: Doing): Obstacle | null {
  const { measurement, to, at } = step.correct!
  const { zone } = patient.pathway
  const kept = following(patient, step).flatMap((one) => readingsOf(one, measurement))
  const moment = at === undefined ? null : momentOf(at, start, zone)
  const reading = newest(kept.filter((one) => moment === null || one.at === moment))
  if (!reading) {
    const times = [...new Set(kept.map((one) => minute(zone, one.at)))]
    return { key: 'correct', message: say('fail.no-such-reading', { name: measurement, known: inline(times) }) }
  }
  const having = following(patient, step).filter((one) =>
    readingsOf(one, measurement).some(({ id }) => id === reading.id),
  )
  patient.happen({ type: 'correction', reading: reading.id, value: to ?? null, by: actor(step.by) }, having)
  return null
}

const readingsOf = ({ enrolment }: Following, name: string): Reading[] => own(enrolment.readings, name) ?? []

const newest = (readings: Reading[]): Reading | undefined => readings.toSorted((one, other) => one.at - other.at).at(-1)

const minute = (zone: string, at: Instant): string => localText(zone, at).slice(0, 16)
