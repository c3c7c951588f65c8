/** Where the time comes from: the machine, or a clock that the demonstration moves forward. */
import type { Instant } from '../interpreter/enrolment.ts'

export type Clock = { now(): Instant }

export const systemClock: Clock = { now: () => Date.now() }

/** Runs with the machine, ahead of it by what was moved so far. It never goes back: what has happened stays in the past. */
export class MovableClock implements Clock {
  #ahead: number

  /** `ahead`: milliseconds before (negative) or after the machine's clock. */
  constructor(ahead = 0) {
    this.#ahead = ahead
  }

  get ahead(): number {
    return this.#ahead
  }

  now(): Instant {
    return Date.now() + this.#ahead
  }

  /** Moves to `instant`; an instant in the past changes nothing. */
  moveTo(instant: Instant): void {
    this.#ahead = Math.max(this.#ahead, instant - Date.now())
  }
}

/** Stands still until it is set: for histories that are made up, and for tests. */
export class SetClock implements Clock {
  #now: Instant

  constructor(now: Instant) {
    this.#now = now
  }

  now(): Instant {
    return this.#now
  }

  set(now: Instant): void {
    this.#now = now
  }
}
