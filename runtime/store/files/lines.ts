/** Files of JSON lines that are only appended to. A torn line is skipped: the journal still has what it should have said. */
import { open } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { diskError } from '../error.ts'
import { ensureFolder, readText, syncFolder } from './durable.ts'

/** Appends and flushes. The empty line in front ends whatever a kill left unfinished. */
export async function appendLines(path: string, items: unknown[]): Promise<void> {
  if (items.length === 0) return
  try {
    await ensureFolder(dirname(path))
    const file = await open(path, 'a', 0o600)
    try {
      await file.writeFile(`\n${items.map((item) => JSON.stringify(item)).join('\n')}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await syncFolder(dirname(path))
  } catch (error) {
    throw diskError(error, `writing ${basename(path)}`)
  }
}

/** The whole lines of a file; none when there is no file. */
export async function readLines<T>(path: string): Promise<T[]> {
  const lines = ((await readText(path)) ?? '').split('\n')
  return lines.map((line) => parseLine<T>(line)).filter((item) => item !== null)
}

/** A line as JSON, or null when it is torn. */
export function parseLine<T>(line: string): T | null {
  try {
    return line === '' ? null : (JSON.parse(line) as T)
  } catch {
    return null
  }
}
