/**
 * The journal: one line for each commit, flushed before the commit is acknowledged. It makes a commit that touches many
 * files all or nothing: the files follow later, and what they had not reached yet is applied again on open.
 */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreError } from '../error.ts'
import { ensureFolder, readText, writeAt } from './durable.ts'
import { parseLine } from './lines.ts'

/** A commit by number, and the cursor that its first change gets. */
export type JournalLine<T> = { number: number; cursor: number; commit: T }

export class Journal<T> {
  readonly #folder: string
  #path = ''
  /** How far the current file is good, in bytes. */
  #length = 0
  #broken: unknown

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Everything still in the journal, oldest first. A torn tail of the last file was never acknowledged and is cut off. */
  async read(): Promise<JournalLine<T>[]> {
    await ensureFolder(this.#folder)
    const files = await this.#files()
    const lines: JournalLine<T>[] = []
    for (const [index, file] of files.entries()) {
      const path = join(this.#folder, file)
      const text = (await readText(path)) ?? ''
      const good = goodLines<T>(text)
      lines.push(...good.lines)
      if (good.text.length === text.length) continue
      if (index < files.length - 1) throw new StoreError('damaged', `${path} is damaged: restore it from a back-up.`)
      await writeAt(path, Buffer.byteLength(good.text), '')
    }
    return lines
  }

  /** Starts a new file, whose first line will be `number`; gives the names of the older ones. */
  async rotate(number: number): Promise<string[]> {
    const older = await this.#files()
    const name = `${String(number).padStart(15, '0')}.jsonl`
    this.#path = join(this.#folder, name)
    this.#length = 0
    return older.filter((file) => file !== name)
  }

  /** Removes files whose commits are all in their documents. */
  async drop(files: string[]): Promise<void> {
    for (const file of files) await rm(join(this.#folder, file), { force: true })
  }

  get size(): number {
    return this.#length
  }

  /** Writes lines with one flush. When it fails nothing stays behind; if even that fails, nothing more is accepted. */
  async append(lines: JournalLine<T>[]): Promise<void> {
    if (this.#broken !== undefined) throw this.#broken
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    try {
      this.#length = await writeAt(this.#path, this.#length, text)
    } catch (error) {
      await writeAt(this.#path, this.#length, '').catch(() => (this.#broken = error))
      throw error
    }
  }

  async #files(): Promise<string[]> {
    return (await readdir(this.#folder)).filter((name) => name.endsWith('.jsonl')).toSorted()
  }
}

/** The whole lines at the beginning of a text; nothing behind the first broken one was ever acknowledged. */
function goodLines<T>(text: string): { lines: JournalLine<T>[]; text: string } {
  const lines: JournalLine<T>[] = []
  let end = 0
  for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', end)) {
    const line = parseLine<JournalLine<T>>(text.slice(end, next))
    if (!line) break
    lines.push(line)
    end = next + 1
  }
  return { lines, text: text.slice(0, end) }
}
