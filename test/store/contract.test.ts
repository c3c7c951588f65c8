/** Both adapters under the same contract. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../runtime/store/open.ts'
import type { Bench } from './contract.ts'
import { contract } from './contract.ts'

contract('memory', async () => ({
  open: () => openStore({ kind: 'memory' }),
  reopen: null,
  clean: async () => undefined,
}))

contract('lowdb', async (): Promise<Bench> => {
  const folder = await mkdtemp(join(tmpdir(), 'zorgpad-store-'))
  const open: Bench['open'] = () => openStore({ kind: 'lowdb', folder })
  return {
    open,
    reopen: async (store) => {
      await store.close()
      return open()
    },
    clean: () => rm(folder, { recursive: true, force: true }),
  }
})
