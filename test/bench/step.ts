/** Events per second of `step`, as production runs it, beside the same day written by hand. */
import { step } from '../../runtime/interpreter/step.ts'
import { byHand, handRecord } from './by-hand.ts'
import { dayOfHypertension, type Workload } from './day-of-hypertension.ts'

const PATIENTS = Number(process.env['PATIENTS'] ?? 2000)
const ROUNDS = 7

/** What each did with the day: the alerts per patient, in order. */
type Outcome = string[][]

/** A day that is ready to run: only running it is timed. */
type Day = () => Outcome

export function dayByStep({ pathway, enrolments, happenings }: Workload): Day {
  const records = [...enrolments]
  const raised: Outcome = records.map(() => [])
  return () => {
    for (const { patient, event, now } of happenings) {
      const { enrolment, effects } = step(pathway, records[patient]!, event, now)
      records[patient] = enrolment
      for (const effect of effects) if (effect.type === 'alert') raised[patient]!.push(effect.firing.threshold!)
    }
    return raised
  }
}

export function dayByHand({ enrolments, happenings }: Workload): Day {
  const records = enrolments.map(handRecord)
  return () => {
    for (const { patient, event, now } of happenings) byHand(records[patient]!, event, now)
    return records.map(({ raised }) => raised)
  }
}

function eventsPerSecond(day: Day, events: number): number {
  const began = performance.now()
  day()
  return events / ((performance.now() - began) / 1000)
}

const median = (values: number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)]!
const thousands = (value: number): string => `${Math.round(value / 1000).toLocaleString('en')} k`

if (import.meta.main) {
  const workload = dayOfHypertension(PATIENTS, 20261122)
  const ours: number[] = []
  const hand: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    hand.push(eventsPerSecond(dayByHand(workload), workload.happenings.length))
    ours.push(eventsPerSecond(dayByStep(workload), workload.happenings.length))
  }
  const ratio = median(ours.map((value, round) => value / hand[round]!))
  console.log(
    `A day of hypertension: ${PATIENTS} patients, ${workload.happenings.length} events, ${ROUNDS} rounds in turn, medians`,
  )
  console.log(`  by hand (one pathway for ever)          ${thousands(median(hand))} events/s`)
  console.log(`  step (any pathway, new record each time)  ${thousands(median(ours))} events/s`)
  console.log(`  ratio step / by hand                      1 / ${(1 / ratio).toFixed(1)}`)
}
