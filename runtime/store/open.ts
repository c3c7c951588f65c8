/** Chooses the storage: the only file of the product that knows which adapters there are. */
import { LowdbStore } from './lowdb.ts'
import type { LowdbOptions } from './lowdb.ts'
import { MemoryStore } from './memory.ts'
import type { Store } from './store.ts'

export type StoreChoice = { kind: 'memory' } | ({ kind: 'lowdb'; folder: string } & Partial<LowdbOptions>)

/** Opens a store; `lowdb` makes its folder when absent, and refuses one that another process has open. */
export async function openStore(choice: StoreChoice): Promise<Store> {
  return choice.kind === 'memory' ? new MemoryStore() : LowdbStore.open(choice.folder, choice)
}
