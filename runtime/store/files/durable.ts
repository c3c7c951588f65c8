/** Writing that survives a kill and a power cut: the whole file or none of it, and on disk before the promise settles. */
import { constants, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FileHandle } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import { StoreError, diskError } from '../error.ts'

/** Only the owner of the process may read what is about patients. */
const FILE_MODE = 0o600
const FOLDER_MODE = 0o700

/** Where a file is built before it takes its place; swept on open, for a kill leaves its half-built file here. */
export const TEMPORARY = 'temporary'

/** Makes a folder, with its parents, and makes sure that its name survives a power cut. */
export async function ensureFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: FOLDER_MODE })
  if (first !== undefined) await syncFolder(dirname(first))
}

/** A renamed or new file is only there for good once its folder is flushed. Windows cannot do this, and need not. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Replaces a file: complete in a temporary one, flushed, renamed, and the rename flushed too. */
async function replaceFile(root: string, path: string, text: string): Promise<void> {
  const temporary = join(root, TEMPORARY, `${process.pid}-${basename(path)}-${crypto.randomUUID()}`)
  try {
    await writeWhole(temporary, text)
    await ensureFolder(dirname(path))
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined) // the first error is the one to tell
    throw diskError(error, `writing ${basename(path)}`)
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', FILE_MODE)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Puts text at `position`, drops whatever stood behind it, and flushes; the file is made when absent. */
export async function writeAt(path: string, position: number, text: string): Promise<number> {
  const bytes = Buffer.from(text)
  try {
    await ensureFolder(dirname(path))
    const file = await open(path, constants.O_RDWR | constants.O_CREAT, FILE_MODE)
    try {
      await file.truncate(position)
      await writeAll(file, bytes, position)
      await file.sync()
    } finally {
      await file.close()
    }
    if (position === 0) await syncFolder(dirname(path)) // it may be new
  } catch (error) {
    throw diskError(error, `writing ${basename(path)}`)
  }
  return position + bytes.length
}

/** One write may put down less than it was given: a disk that is nearly full does so. */
async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten
  }
}

/** The text of a file, or null when there is none. */
export async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw diskError(error, `reading ${basename(path)}`)
  }
}

/** A lowdb adapter for one JSON document. lowdb's own neither flushes nor notices a disk that is full. */
export class DurableFile<T> implements Adapter<T> {
  readonly #root: string
  readonly #path: string

  constructor(root: string, path: string) {
    this.#root = root
    this.#path = path
  }

  async read(): Promise<T | null> {
    const text = await readText(this.#path)
    if (text === null) return null
    try {
      return JSON.parse(text) as T
    } catch (error) {
      throw new StoreError('damaged', `${this.#path} is no JSON: restore it from a back-up.`, error)
    }
  }

  write(data: T): Promise<void> {
    return replaceFile(this.#root, this.#path, JSON.stringify(data))
  }
}
