/**
 * What only ever grows (readings, history, messages): the newest in the patient's document, the rest in monthly files.
 * The document says how many bytes of each file count, so a tail that a kill left behind is never seen and written over.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../../interpreter/enrolment.ts'
import { StoreError } from '../error.ts'
import { writeAt } from './durable.ts'

/** An item with its number within the log, from 1. */
export type Numbered<T> = T & { number: number }

export type Log<T> = { count: number; recent: Numbered<T>[]; archived: Record<string, number> }

/** So many stay in the document; twice as many before the surplus moves, so that it moves by handfuls. */
const KEEP = 50

const LONGEST_MONTH = 31 * 86_400_000

export function emptyLog<T>(): Log<T> {
  return { count: 0, recent: [], archived: {} }
}

export function addTo<T>(log: Log<T>, items: T[]): void {
  for (const item of items) log.recent.push({ ...item, number: ++log.count })
}

/** All items of the months that a half-open range of instants touches, in order of number. */
export async function readLog<T>(folder: string, log: Log<T>, from = -Infinity, to = Infinity): Promise<Numbered<T>[]> {
  const recent = [...log.recent] // before the first pause: files and document must be of one moment
  const files = Object.entries(log.archived).filter(([file]) => touches(file, from, to))
  const older = await Promise.all(files.map(([file, bytes]) => readLines<T>(join(folder, file), bytes)))
  return [...older.flat(), ...recent].toSorted((a, b) => a.number - b.number)
}

/** Moves what is too old for the document to its monthly file; the document must be written afterwards. */
export async function archive<T extends { at: Instant }>(folder: string, name: string, log: Log<T>): Promise<void> {
  if (log.recent.length <= 2 * KEEP) return
  const old = log.recent.slice(0, log.recent.length - KEEP)
  const archived = { ...log.archived }
  for (const [file, items] of Map.groupBy(old, (item) => `${name}-${month(item.at)}.jsonl`)) {
    const text = items.map((item) => `${JSON.stringify(item)}\n`).join('')
    archived[file] = await writeAt(join(folder, file), archived[file] ?? 0, text)
  }
  log.archived = archived
  log.recent.splice(0, old.length) // what was added meanwhile stands behind these
}

async function readLines<T>(path: string, bytes: number): Promise<Numbered<T>[]> {
  try {
    const text = (await readFile(path)).subarray(0, bytes).toString('utf8')
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Numbered<T>)
  } catch (error) {
    throw new StoreError('damaged', `${path} cannot be read: restore it from a back-up.`, error)
  }
}

/** `2026-03`, in UTC: only a name for the file. Whoever sends a nonsensical instant must not stop the archive. */
function month(at: Instant): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? 'undated' : date.toISOString().slice(0, -17)
}

function touches(file: string, from: Instant, to: Instant): boolean {
  const start = Date.parse(`${/-([+-]?\d+-\d\d)\.jsonl$/.exec(file)?.[1]}-01T00:00Z`)
  return Number.isNaN(start) || (start < to && start + LONGEST_MONTH > from)
}
