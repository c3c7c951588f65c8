/** Which patient must be looked at first: an ordered index in memory, rebuilt when the store opens. */
import type { Instant } from '../interpreter/enrolment.ts'

type Entry = { patient: string; wake: Instant }

export class DueIndex {
  /** Earliest first; equal instants by patient, so that the order never depends on who came in first. */
  readonly #entries: Entry[] = []
  readonly #wakes = new Map<string, Instant>()

  set(patient: string, wake: Instant | null): void {
    const known = this.#wakes.get(patient)
    if (known !== undefined) this.#entries.splice(this.#place({ patient, wake: known }), 1)
    this.#wakes.delete(patient)
    if (wake === null) return
    this.#wakes.set(patient, wake)
    this.#entries.splice(this.#place({ patient, wake }), 0, { patient, wake })
  }

  /** At most `limit` patients whose wake is at or before `now`. */
  upTo(now: Instant, limit: number): Entry[] {
    const due: Entry[] = []
    for (const entry of this.#entries) {
      if (entry.wake > now || due.length >= limit) break
      due.push({ ...entry })
    }
    return due
  }

  /** Where this entry stands, or would stand: binary search. */
  #place(entry: Entry): number {
    let low = 0
    let high = this.#entries.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (before(this.#entries[middle]!, entry)) low = middle + 1
      else high = middle
    }
    return low
  }
}

function before(one: Entry, other: Entry): boolean {
  return one.wake < other.wake || (one.wake === other.wake && one.patient < other.patient)
}
