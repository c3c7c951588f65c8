/** Both adapters under the same contract; lowdb also with hardly any memory and a checkpoint at every turn. */
import { openStore } from '../../runtime/store/open.ts'
import { contract } from './contract.ts'
import { temporaryFolder } from './folder.ts'

contract('memory', { keeps: false }, async () => ({
  open: () => openStore({ kind: 'memory' }),
  clean: async () => undefined,
}))

contract('lowdb', { keeps: true }, async () => {
  const { folder, clean } = await temporaryFolder()
  return { open: () => openStore({ kind: 'lowdb', folder }), clean }
})

contract('lowdb in a tight place', { keeps: true }, async () => {
  const { folder, clean } = await temporaryFolder()
  return { open: () => openStore({ kind: 'lowdb', folder, checkpoint: 500, cache: 1 }), clean }
})
