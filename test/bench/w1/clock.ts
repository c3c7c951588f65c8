/** A day of W1 for one contender: everything in time order, across all patients. The clock ticks in minutes. */
import type { Reading } from '../../../runtime/interpreter/enrolment.ts'
import type { Contender, Look } from './contender.ts'
import { DAY, MINUTE, START, type Sent } from './workload.ts'

/** After how many minutes the nurse closes an alert: before anybody else is asked, or after a second or later step. */
const CLOSING = [5, 20, 50, 80]

/** Who waits for which minute, for each minute of two days ahead. */
type Waiting = number[][]

export class Run {
  readonly contender: Contender
  /** What happened: readings, looks and closings. */
  events = 0
  readonly #start: number
  readonly #looks: Look[]
  readonly #waiting: Waiting = slots()
  readonly #closing: Waiting = slots()

  constructor(contender: Contender, patients: number, start = START) {
    this.contender = contender
    this.#start = start
    this.#looks = contender.enrol(patients, start)
    for (const [patient, look] of this.#looks.entries()) this.#wait(patient, look)
  }

  /** `messages`: what was sent, as it came in. */
  async day(day: number, sent: Sent, messages: Reading[] = this.messages(day, sent)): Promise<void> {
    let next = 0
    for (let minute = 0; minute < 1440; minute++) {
      const at = this.#start + day * DAY + minute * MINUTE
      await this.#wake(at)
      this.#close(at)
      for (; next < sent.length && sent[next] === minute; next += 3) {
        const patient = sent[next + 1]!
        const look = this.contender.reading(patient, sent[next + 2]!, at, messages[next / 3]!)
        this.#answered(patient, typeof look === 'number' ? look : await look, at)
      }
    }
  }

  /** Made before the clock of the benchmark runs: whoever keeps them has them from the network. */
  messages(day: number, sent: Sent): Reading[] {
    return Array.from({ length: sent.length / 3 }, (_, index) => {
      const at = this.#start + day * DAY + sent[index * 3]! * MINUTE
      // Names that come in are flat texts, not yet to be put together.
      const id = JSON.parse(`"${sent[index * 3 + 1]}-${at}"`) as string
      return { id, measurement: 'systolic', value: sent[index * 3 + 2]!, at }
    })
  }

  async #wake(at: number): Promise<void> {
    for (const patient of take(this.#waiting, at)) {
      if (this.#looks[patient] !== at) continue // it was put off
      const look = this.contender.wake(patient, at)
      this.#answered(patient, typeof look === 'number' ? look : await look, at)
    }
  }

  #close(at: number): void {
    for (const patient of take(this.#closing, at)) this.#answered(patient, this.contender.close(patient, at), at)
  }

  #answered(patient: number, look: Look, at: number): void {
    this.events++
    if (look !== this.#looks[patient]) this.#wait(patient, look)
    const { raised } = this.contender.log
    if (raised.length > 0) this.#plan(raised.splice(0), at)
  }

  #wait(patient: number, look: Look): void {
    this.#looks[patient] = look
    if (look !== Infinity) slotOf(this.#waiting, look).push(patient)
  }

  #plan(raised: number[], at: number): void {
    for (const patient of raised) {
      const after = CLOSING[(patient + at / MINUTE) % CLOSING.length]!
      slotOf(this.#closing, at + after * MINUTE).push(patient)
    }
  }
}

const MINUTES = 2 * 1440
const slots = (): Waiting => Array.from({ length: MINUTES }, () => [])
const slotOf = (waiting: Waiting, at: number): number[] => waiting[((at - START) / MINUTE) % MINUTES]!

function take(waiting: Waiting, at: number): number[] {
  const slot = slotOf(waiting, at)
  return slot.length > 0 ? slot.splice(0) : slot
}
