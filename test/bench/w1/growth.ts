/** Whether a patient costs the same with a hundred thousand others, and after a thousand days: the size of the record and the cost of an event. */
import { Run } from './clock.ts'
import { fourADay } from './pathway.ts'
import { production } from './production.ts'
import { median } from './w1.ts'
import { habits, sentOn } from './workload.ts'

/** Per patient: bytes on the heap, characters of the record as it is stored; and what an event costs in microseconds. */
export type Cost = { patients: number; day: number; heap: number; stored: number; microseconds: number }

/** The costs on each of these days, which rise; of an event the median of that day and the four before it. */
export async function costs(patients: number, days: number[]): Promise<Cost[]> {
  const before = heap()
  const people = habits(patients, 7)
  const contender = production(fourADay('UTC'))
  const run = new Run(contender, patients, Date.UTC(2026, 4, 4))
  const found: Cost[] = []
  const speeds: number[] = []
  for (let day = 0; day <= days.at(-1)!; day++) {
    const sent = sentOn(people)
    const [messages, events] = [run.messages(day, sent), run.events]
    const began = performance.now()
    await run.day(day, sent, messages)
    speeds.push(((performance.now() - began) * 1000) / (run.events - events))
    contender.log.entries.length = 0
    if (days.includes(day))
      found.push({
        patients,
        day,
        heap: (heap() - before) / patients,
        stored: stored(contender.kept),
        microseconds: median(speeds.slice(-5)),
      })
  }
  return found
}

/** Only where the heap can be cleaned (`--expose-gc`) it says something. */
function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

const stored = (kept: { enrolment: object; alerts: object }[]): number =>
  kept.reduce((sum, { enrolment, alerts }) => sum + JSON.stringify([enrolment, alerts]).length, 0) / kept.length

const line = ({ patients, day, heap: bytes, stored: characters, microseconds }: Cost): string =>
  `  ${String(patients).padStart(7)} patients, day ${String(day).padStart(4)}: ` +
  `${microseconds.toFixed(1)} µs an event, ${Math.round(bytes)} bytes of memory and ${Math.round(characters)} characters stored each`

if (import.meta.main) {
  await costs(2000, [20]) // so that all have met the compiler
  console.log('W1: what a patient costs, with more patients and with more history')
  for (const patients of [1000, 10_000, 100_000]) for (const cost of await costs(patients, [4])) console.log(line(cost))
  for (const cost of await costs(300, [4, 10, 100, 1000])) console.log(line(cost))
}
