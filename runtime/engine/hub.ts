/** Wakes listeners in this process when something was committed. What changed they read from the store: nothing is lost between. */
export class Hub {
  readonly #listeners = new Set<() => void>()

  /** Returns the function that stops listening. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  publish(): void {
    for (const listener of this.#listeners) listener()
  }
}
