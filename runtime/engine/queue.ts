/** Keeps work on one patient in order inside this process, while others go on beside it. */
export class Queue {
  readonly #tails = new Map<string, Promise<unknown>>()

  /** Runs `task` after everything asked for earlier under the same key, also when that failed. */
  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve()
    const result = before.then(task, task)
    const tail = result.catch(() => undefined)
    this.#tails.set(key, tail)
    void tail.then(() => this.#tails.get(key) === tail && this.#tails.delete(key))
    return result
  }

  /** Settles when nothing is under way any more: what a graceful stop waits for. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values())
  }
}
