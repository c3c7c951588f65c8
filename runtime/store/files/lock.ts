/** Keeps a second process out of the folder: two writers would not see each other's commits. */
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { StoreError } from '../error.ts'
import { readText } from './durable.ts'

/** Folders that this very process has open: a lock with our own pid says nothing about those. */
const held = new Set<string>()

/** Takes the lock, or throws `in-use`; gives back the function that releases it. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const real = realpathSync(folder)
  if (held.has(real)) throw inUse(folder, process.pid)
  const path = join(folder, 'lock')
  held.add(real)
  try {
    await take(folder, path)
  } catch (error) {
    held.delete(real)
    throw error
  }
  return async () => {
    held.delete(real)
    await rm(path, { force: true })
  }
}

/** A link appears whole or not at all, and fails when somebody was first; twice, for a stale lock may stand in the way. */
async function take(folder: string, path: string): Promise<void> {
  const own = join(folder, `lock-${process.pid}`)
  await writeFile(own, JSON.stringify(await identity(process.pid)), { mode: 0o600 })
  try {
    if (await linked(own, path)) return
    await removeStale(folder, path)
    if (!(await linked(own, path))) throw inUse(folder)
  } finally {
    await rm(own, { force: true })
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves a dead process's lock aside; should it turn out to be a fresh one of a third process, that one gets it back. */
async function removeStale(folder: string, path: string): Promise<void> {
  const before = await readText(path)
  const pid = await living(before)
  if (pid !== null) throw inUse(folder, pid)
  const aside = `${path}-stale-${process.pid}`
  await rename(path, aside).catch(() => undefined) // gone already: somebody else was as quick
  const moved = await readText(aside)
  if (moved !== null && moved !== before) await rename(aside, path)
  await rm(aside, { force: true })
}

/** The pid that still holds this lock. A pid alone can be given out again, so its start time must agree as well. */
async function living(lock: string | null): Promise<number | null> {
  if (lock === null) return null
  let holder: { pid: number; started: string }
  try {
    holder = JSON.parse(lock) as typeof holder
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null
    return (JSON.parse(lock) as typeof holder).pid
  }
  if (holder.pid === process.pid) return null // we do not hold it, so it was an earlier process with our number
  return (await identity(holder.pid)).started === holder.started ? holder.pid : null
}

/** Linux tells when a process began (field 22 of its stat, counted after the name); elsewhere the pid has to do. */
async function identity(pid: number): Promise<{ pid: number; started: string }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return { pid, started: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '' }
}

function inUse(folder: string, pid?: number): StoreError {
  const who = pid === undefined ? 'another process' : `process ${pid}`
  return new StoreError('in-use', `${folder} is in use by ${who}: stop it first, or choose another folder.`)
}
