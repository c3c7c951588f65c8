/** A folder of its own for a test of the store. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export async function temporaryFolder(): Promise<{ folder: string; clean: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'zorgpad-store-'))
  return { folder, clean: () => rm(folder, { recursive: true, force: true }) }
}
