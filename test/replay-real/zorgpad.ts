/** Runs the command `zorgpad replay` as an author would, and reads what it reports. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Expected } from './expected.ts'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

export type ReplayedAlert = {
  threshold: string | null
  level: string
  at: string
  unconfirmed?: boolean
  because: { measurement: string; at: string; value: number }[]
  under: string[]
}
export type ReplayedSubject = {
  subject: string
  assumed: boolean
  readings: number
  alerts: ReplayedAlert[]
  states: { state: string; from: string }[]
}

/** What the command prints, from the root of the project. */
export async function zorgpad(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['runtime/cli.ts', ...args], { cwd: root })
  return stdout
}

/** The replay of a CSV with the columns sys and dia. */
export async function replay(pathway: string, csv: string): Promise<ReplayedSubject[]> {
  const report = await zorgpad('replay', pathway, '--csv', csv, '--map', 'sys=systolic,dia=diastolic', '--json')
  return (JSON.parse(report) as { subjects: ReplayedSubject[] }).subjects
}

/** The alerts of one threshold, those under another alert included, in the shape of the separate calculation. */
export function alertsOf(subjects: ReplayedSubject[], threshold: string): Expected[] {
  return subjects.flatMap(({ subject, alerts }) =>
    alerts
      .filter((alert) => alert.threshold === threshold || alert.under.includes(threshold))
      .map(({ at, unconfirmed = false }) => ({ subject, at: at.slice(0, 19), unconfirmed })),
  )
}
