/** Reads a file that somebody named: bounded before it is read, and a clear fault for what is no text. */
import { open, stat } from 'node:fs/promises'
import { Fault } from './fault.ts'

const KIB = 1024
/** A pathway or its stories; what is larger than a pathway may be is then reported with its place. */
export const DOCUMENT_LIMIT = 1024 * KIB
/** Years of readings of many people. */
export const DATA_LIMIT = 64 * 1024 * KIB

/** The text of a file. Throws a `Fault` when it is missing, a folder, unreadable, larger than `limit` bytes, or no UTF-8. */
export async function readText(file: string, limit: number): Promise<string> {
  const bytes = await readBytes(file, limit).catch((error: unknown) => {
    throw error instanceof Fault ? error : faultOf(file, error)
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Fault('not-text', { file })
  }
}

async function readBytes(file: string, limit: number): Promise<Uint8Array> {
  const found = await stat(file) // before opening: opening a pipe would wait for ever
  if (found.isDirectory()) throw new Fault('directory', { file })
  if (!found.isFile()) throw new Fault('not-a-file', { file })
  const handle = await open(file)
  try {
    const buffer = new Uint8Array(Math.min(found.size, limit) + 1) // one more, to notice a file that is larger or grows
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
    if (bytesRead > limit) throw new Fault('too-large', { file, limit: `${Math.round(limit / KIB)} KiB` })
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function faultOf(file: string, error: unknown): Error {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Fault('not-found', { file })
  if (code === 'EACCES' || code === 'EPERM') return new Fault('not-readable', { file })
  return error as Error
}
