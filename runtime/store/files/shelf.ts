/** A folder of JSON documents, one file for each key: the recent ones in memory, changed ones there until they are saved. */
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { DurableFile } from './durable.ts'

/** Every document says of what it is, and which commit it holds last: replaying an older one skips it. */
export type Shelved = { key: string; applied: number }

export class Shelf<T extends Shelved> {
  readonly #root: string
  readonly #folder: string
  readonly #empty: (key: string) => T
  readonly #file: string
  readonly #cache: number
  readonly #documents = new Map<string, Promise<Low<T>>>()
  readonly #changed = new Set<string>()
  /** Being written: until its file is there, the one in memory is the only whole one. */
  readonly #busy = new Set<string>()

  /** `file` is the path of a document within the folder; `*` stands for its key. `cache` bounds the unchanged ones in memory. */
  constructor(root: string, folder: string, file: string, empty: (key: string) => T, cache: number) {
    this.#cache = cache
    this.#root = root
    this.#folder = join(root, folder)
    this.#file = file
    this.#empty = empty
  }

  /** The document itself, not a copy: made empty when there is none yet. */
  async get(key: string): Promise<T> {
    let document = this.#documents.get(key)
    if (!document) {
      document = this.#read(key)
      this.#documents.set(key, document)
      document.catch(() => this.#documents.delete(key)) // a disk that recovers must be asked again
    }
    return (await document).data
  }

  /** Notes that a document differs from its file. */
  changed(key: string): void {
    this.#changed.add(key)
  }

  /**
   * The same for who only looks: a full memory is not made fuller. It goes into memory before it is read or not at all:
   * what was read may be out of date by the time it arrives.
   */
  async peek(key: string): Promise<T> {
    if (this.#documents.has(key) || this.#documents.size < this.#cache) return this.get(key)
    return (await this.#read(key)).data
  }

  /** All keys that have a file, wait for one, or are on their way to it. */
  async keys(): Promise<string[]> {
    const keys = new Set([...this.#changed, ...this.#busy])
    for (const entry of await readdir(this.#folder).catch(() => [])) {
      const name = entry.replace(/\.json$/, '')
      keys.add(name.startsWith('~') ? (await this.#load(name, name)).data.key : name)
    }
    return [...keys].toSorted()
  }

  /** Writes every changed document, after `before` prepared it; what fails is kept for a next time. */
  async save(before: (document: T, folder: string) => Promise<void> = async () => undefined): Promise<void> {
    for (const key of [...this.#changed]) {
      const low = await this.#documents.get(key)
      if (!low) continue
      await before(low.data, this.folderOf(key))
      await this.#write(key, low)
    }
  }

  async #write(key: string, low: Low<T>): Promise<void> {
    this.#busy.add(key)
    this.#changed.delete(key) // a change during the write counts for the next one
    try {
      await low.write()
    } catch (error) {
      this.#changed.add(key)
      throw error
    } finally {
      this.#busy.delete(key)
    }
  }

  /** Forgets unchanged documents, the longest known first. Only between commits: a commit holds on to its documents. */
  trim(): void {
    for (const key of this.#documents.keys()) {
      if (this.#documents.size <= this.#cache) return
      if (!this.#changed.has(key) && !this.#busy.has(key)) this.#documents.delete(key)
    }
  }

  folderOf(key: string): string {
    return join(this.#folder, fileName(key))
  }

  #read(key: string): Promise<Low<T>> {
    return this.#load(key, fileName(key))
  }

  async #load(key: string, name: string): Promise<Low<T>> {
    const path = join(
      this.#folder,
      this.#file.replace('*', () => name),
    )
    const low = new Low<T>(new DurableFile<T>(this.#root, path), this.#empty(key))
    await low.read()
    return low
  }
}

/** A key as a file name: itself when that is harmless on every disk (case, length, dots), else a hash. */
export function fileName(key: string): string {
  if (/^[a-z0-9][a-z0-9_-]{0,79}$/.test(key)) return key
  return `~${createHash('sha256').update(key).digest('hex').slice(0, 40)}`
}
