/** The workload W1. Every contender lives through every day; days are taken in turn, so that all meet the same machine. */
import { liveActors } from './actors.ts'
import { byHand } from './by-hand.ts'
import { Run } from './clock.ts'
import type { Contender } from './contender.ts'
import { production } from './production.ts'
import { rulesEngine } from './rules-engine.ts'
import { fromTables } from './tables.ts'
import { habits, sentOn } from './workload.ts'

export type Measured = { name: string; events: number; alerts: string[]; perSecond: number[] }

/** `only` begins the names of the contenders that take part, with commas between them; without it all of them. */
export async function measure(patients: number, days: number, only = ''): Promise<Measured[]> {
  const people = habits(patients, 20261122)
  const runs = contenders()
    .filter(({ name }) => only.split(',').some((start) => name.startsWith(start)))
    .map((contender) => new Run(contender, patients))
  const speeds = runs.map((): number[] => [])
  for (let day = 0; day < days; day++) {
    const sent = sentOn(people)
    for (let turn = 0; turn < runs.length; turn++) {
      const index = (turn + day) % runs.length
      speeds[index]!.push(await dayOf(runs[index]!, day, sent))
    }
  }
  return runs.map(({ contender, events }, index) => ({
    name: contender.name,
    events,
    alerts: alertsOf(contender),
    perSecond: speeds[index]!,
  }))
}

const contenders = (): Contender[] => [production(), fromTables(), rulesEngine(), liveActors(), byHand()]

async function dayOf(run: Run, day: number, sent: Uint32Array): Promise<number> {
  const messages = run.messages(day, sent)
  const [began, before] = [performance.now(), run.events]
  await run.day(day, sent, messages)
  return (run.events - before) / ((performance.now() - began) / 1000)
}

/** Who was alerted to what and when, in one order: within a minute patients come in any. */
function alertsOf({ log: { entries } }: Contender): string[] {
  const alerts: string[] = []
  for (let index = 0; index < entries.length; index += 3) alerts.push(entries.slice(index, index + 3).join(' '))
  return alerts.toSorted()
}

export const median = (values: number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!

const AIMS: Record<string, number> = { 'json-rules-engine': 10, 'XState live actors': 5, tables: 0.5 }

function report([ours, ...others]: Measured[], patients: number, days: number): string[] {
  const thousands = (value: number): string => `${Math.round(value / 1000).toLocaleString('en')} k`.padStart(9)
  const line = ({ name, perSecond }: Measured): string => `  ${name.padEnd(62)}${thousands(median(perSecond))} events/s`
  const ratio = ({ name, perSecond }: Measured): string => {
    const times = median(ours!.perSecond.map((value, day) => value / perSecond[day]!))
    const aim = Object.entries(AIMS).find(([start]) => name.startsWith(start))
    return `   step is ${times >= 1 ? `${times.toFixed(1)} ×` : times.toFixed(2)}${aim ? ` (aim ${aim[1]})` : ''}`
  }
  return [
    `W1: ${patients} patients, ${days} days, ${ours!.events} events each, ${ours!.alerts.length} firings and calls; days in turn, medians`,
    line(ours!),
    ...others.map((other) => line(other) + ratio(other)),
  ]
}

if (import.meta.main) {
  const patients = Number(process.env['PATIENTS'] ?? 10_000)
  const days = Number(process.env['DAYS'] ?? 30)
  const measured = await measure(patients, days, process.env['ONLY'])
  for (const line of report(measured, patients, days)) console.log(line)
  for (const { name, alerts } of measured) {
    if (alerts.join('\n') !== measured[0]!.alerts.join('\n')) throw new Error(`${name} gives other alerts than step`)
  }
}
