/** A second, separate calculation of what a replay must find: plain arithmetic on the rows of the file, nothing of the interpreter. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const welltory = join(import.meta.dirname, '../data/welltory-bp.csv')

/** One cuff: what somebody measured at one time. `at` is the file's own text, without a zone. */
export type Cuff = { subject: string; at: string; sys: number; dia: number }

/** An alert that must be listed: for whom, when, and whether no second reading came. */
export type Expected = { subject: string; at: string; unconfirmed: boolean }

/** The rows of the file, two of them (sys and dia) making one cuff, each subject's in order of time. */
export function cuffs(): Cuff[] {
  const found = new Map<string, Cuff>()
  for (const line of readFileSync(welltory, 'utf8').trim().split('\n').slice(1)) {
    const [subject = '', at = '', measure = '', value] = line.split(',')
    const cuff = found.get(subject + at) ?? { subject, at, sys: Number.NaN, dia: Number.NaN }
    found.set(subject + at, { ...cuff, [measure]: Number(value) })
  }
  return [...found.values()].toSorted((one, other) => (one.subject + one.at < other.subject + other.at ? -1 : 1))
}

/** The nearest-rank percentile: the smallest value that at least so many percent of the values do not exceed. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1]!
}

const MINUTE = 60_000
const time = (at: string): number => Date.parse(`${at}Z`)
const text = (instant: number): string => new Date(instant).toISOString().slice(0, 19)

/**
 * The alerts of a threshold that asks for a second reading within 15 minutes and stays quiet for 12 hours: it acts when the
 * readings become beyond the limit, the first later cuff within the time decides, and without one it acts at the deadline.
 */
export function mustFire(beyond: (cuff: Cuff) => boolean): Expected[] {
  const bySubject = Map.groupBy(cuffs(), ({ subject }) => subject)
  return [...bySubject.values()].flatMap((own) => listed(fired(own, beyond)))
}

function fired(own: Cuff[], beyond: (cuff: Cuff) => boolean): Expected[] {
  const all: Expected[] = []
  let [was, deadline] = [false, Infinity]
  for (const cuff of [...own, null]) {
    const [subject, now] = [own[0]!.subject, cuff ? time(cuff.at) : Infinity]
    if (now > deadline) all.push({ subject, at: text(deadline), unconfirmed: true })
    const decides = now <= deadline && deadline < Infinity
    deadline = Infinity
    if (cuff && decides && beyond(cuff)) all.push({ subject, at: cuff.at, unconfirmed: false })
    if (cuff && !decides && beyond(cuff) && !was) deadline = now + 15 * MINUTE
    was = cuff !== null && beyond(cuff)
  }
  return all
}

/** Leaves out what comes within 12 hours after one that was listed. */
const listed = (alerts: Expected[]): Expected[] =>
  alerts.reduce<Expected[]>((list, alert) => {
    const last = list.at(-1)
    return last && time(alert.at) < time(last.at) + 12 * 60 * MINUTE ? list : [...list, alert]
  }, [])
