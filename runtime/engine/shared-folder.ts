/** The shared parts of a library: the files of the folder `shared` beside its pathways. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { SharedParts } from '../interpreter/index.ts'

/** Where the shared parts of the pathways in `folder` stand. */
const sharedBeside = (folder: string): string => join(folder, 'shared')

/** The texts of the shared files beside the pathways in `folder`; none when there is no such folder. */
export async function readSharedParts(folder: string): Promise<SharedParts> {
  const names = await readdir(sharedBeside(folder)).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  })
  const files = names.filter((name) => name.endsWith('.yaml')).toSorted()
  const texts = files.map(async (name) => [
    basename(name, '.yaml'),
    await readFile(join(sharedBeside(folder), name), 'utf8'),
  ])
  return Object.fromEntries(await Promise.all(texts)) as SharedParts
}
