/** What the engine works with: a store, the published pathways, a clock, and who is told when something changed. */
import type { SharedParts } from '../interpreter/index.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from './clock.ts'
import { Hub } from './hub.ts'
import { Library } from './library.ts'
import { Queue } from './queue.ts'

export type Engine = {
  store: Store
  library: Library
  clock: Clock
  queue: Queue
  hub: Hub
  /** What drafts may use; a published version has frozen its own. */
  shared: SharedParts
  /** Told when something failed that nobody is waiting for; never with personal data. */
  report: (what: string, error: unknown) => void
}

/** Reads the library from the store. What is published later is added to it. */
export async function openEngine(
  parts: Pick<Engine, 'store' | 'clock'> & Partial<Pick<Engine, 'report' | 'shared'>>,
): Promise<Engine> {
  const library = await Library.open(parts.store)
  return { report: () => undefined, shared: {}, ...parts, library, queue: new Queue(), hub: new Hub() }
}
