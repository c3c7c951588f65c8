/** What W1 asks of whoever evaluates it: readings and the passing of time in, alerts out. */
import type { Reading } from '../../../runtime/interpreter/enrolment.ts'

/** Firings and who is told, as numbers: `fired` and `told` by the codes below. */
export const FIRED = { high: 1, mean: 2, missed: 3 } as const
export const TOLD = { nurse: 11, gp: 12, lead: 13 } as const

/** Everything that somebody was alerted to, three numbers at a time: instant, patient, code. */
export class Log {
  readonly entries: number[] = []
  /** The patients of whom an alert was raised since this was last emptied. */
  readonly raised: number[] = []

  fired(patient: number, at: number, code: number): void {
    this.entries.push(at, patient, code)
  }

  told(patient: number, at: number, code: number): void {
    this.entries.push(at, patient, code)
  }
}

/** The instant at which time itself must be looked at for this patient; Infinity when nothing waits. */
export type Look = number

/** Answers are promises only where the contender cannot do otherwise. */
export type Contender = {
  name: string
  log: Log
  /** Everybody enrolled. Answers the first look of each. */
  enrol: (patients: number, at: number) => Look[]
  /** `sent`: the same as it came in, read from its message already. */
  reading: (patient: number, value: number, at: number, sent: Reading) => Look | Promise<Look>
  /** Time has come to the look that was asked for. */
  wake: (patient: number, at: number) => Look | Promise<Look>
  /** The nurse closes the alert of this patient. */
  close: (patient: number, at: number) => Look
}
