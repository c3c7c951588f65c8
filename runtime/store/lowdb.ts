/**
 * The store in a folder of files. A commit is acknowledged when its line in the journal is flushed; the documents (one
 * for each patient, draft, person, …, each kept by lowdb) follow in batches. Reading never waits for writing.
 */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../interpreter/enrolment.ts'
import { readingsWithin } from './commit.ts'
import { StoreError, diskError } from './error.ts'
import { Cabinet } from './files/cabinet.ts'
import { TEMPORARY, ensureFolder } from './files/durable.ts'
import { lockFolder } from './files/lock.ts'
import { readLog } from './files/log.ts'
import type { Numbered } from './files/log.ts'
import { Writer } from './files/writer.ts'
import type {
  Change,
  Commit,
  HistoryEntry,
  OutgoingMessage,
  PatientRecord,
  Receipt,
  Store,
  StoredDocument,
  StoredReading,
} from './store.ts'

/** `checkpoint`: a journal of so many bytes is worth writing to the documents. `cache`: so many unchanged ones stay in memory. */
export type LowdbOptions = { checkpoint: number; cache: number }
const ORDINARY: LowdbOptions = { checkpoint: 4 * 1024 * 1024, cache: 2000 }

export class LowdbStore implements Store {
  readonly #cabinet: Cabinet
  readonly #writer: Writer
  readonly #release: () => Promise<void>
  #closed = false

  private constructor(cabinet: Cabinet, writer: Writer, release: () => Promise<void>) {
    this.#cabinet = cabinet
    this.#writer = writer
    this.#release = release
  }

  /** Opens a folder, made when absent; applies what a kill left in the journal. Throws `in-use`, `damaged`, `disk-full`, `not-writable`. */
  static async open(folder: string, options: Partial<LowdbOptions> = {}): Promise<LowdbStore> {
    const { checkpoint, cache } = { ...ORDINARY, ...options }
    let release: (() => Promise<void>) | undefined
    try {
      await ensureFolder(folder)
      release = await lockFolder(folder)
      await rm(join(folder, TEMPORARY), { recursive: true, force: true })
      await mkdir(join(folder, TEMPORARY), { mode: 0o700 })
      const cabinet = new Cabinet(folder, cache)
      return new LowdbStore(cabinet, await Writer.open(folder, cabinet, checkpoint), release)
    } catch (error) {
      await release?.()
      throw diskError(error, `opening ${folder}`)
    }
  }

  async patient(id: string): Promise<PatientRecord | null> {
    if (!this.#open().index.get(id)) return null
    return structuredClone((await this.#cabinet.patients.peek(id)).record)
  }

  async patientByIdentifier(system: string, value: string): Promise<PatientRecord | null> {
    const id = this.#open().index.byIdentifier(`${system}|${value}`)
    return id === undefined ? null : this.patient(id)
  }

  async patients(organisations?: string[]): Promise<PatientRecord[]> {
    const records = await Promise.all(
      this.#open()
        .index.ids(organisations)
        .map((id) => this.patient(id)),
    )
    return records.filter((record) => record !== null)
  }

  async readings(
    patient: string,
    range: { from?: Instant; to?: Instant; measurement?: string } = {},
  ): Promise<StoredReading[]> {
    if (!this.#open().index.get(patient)) return []
    const { readings } = await this.#cabinet.patients.peek(patient)
    const all = await readLog(this.#cabinet.patients.folderOf(patient), readings, range.from, range.to)
    return structuredClone(readingsWithin(all.map(withoutNumber), range))
  }

  async receipt(identifier: string): Promise<Receipt | null> {
    return structuredClone(await this.#open().receipts.get(identifier))
  }

  async history(patient: string, after = 0): Promise<(HistoryEntry & { number: number })[]> {
    if (!this.#open().index.get(patient)) return []
    const { history } = await this.#cabinet.patients.peek(patient)
    const all = await readLog(this.#cabinet.patients.folderOf(patient), history)
    return structuredClone(all.filter((entry) => entry.number > after))
  }

  async outgoing(patient: string): Promise<OutgoingMessage[]> {
    if (!this.#open().index.get(patient)) return []
    const { outgoing } = await this.#cabinet.patients.peek(patient)
    const all = await readLog(this.#cabinet.patients.folderOf(patient), outgoing)
    return structuredClone(all.map(withoutNumber))
  }

  async document<T>(kind: string, id: string): Promise<StoredDocument<T> | null> {
    return structuredClone((await this.#open().kind(kind).peek(id)).document as StoredDocument<T> | null)
  }

  async documents<T>(kind: string): Promise<StoredDocument<T>[]> {
    return inTurn(await this.#open().kind(kind).keys(), (id) => this.document<T>(kind, id))
  }

  async due(now: Instant, limit: number): Promise<{ patient: string; wake: Instant }[]> {
    return this.#open().index.due.upTo(now, limit)
  }

  async changes(after: number, limit: number): Promise<Change[]> {
    return structuredClone(await this.#open().changes.after(after, limit))
  }

  async latest(): Promise<number> {
    return this.#open().changes.latest
  }

  /** Many commits in flight share one flush; each settles only when its own line is on disk. */
  async commit(commit: Commit): Promise<void> {
    this.#open()
    return this.#writer.commit(commit)
  }

  /** Waits for what is on its way, brings the documents up to date and gives the folder free. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#writer.close()
    await this.#release()
  }

  #open(): Cabinet {
    if (this.#closed) throw new StoreError('closed', 'The store is closed.')
    return this.#cabinet
  }
}

/** One after another: thousands at once would take more open files than a process may have. */
async function inTurn<T>(keys: string[], read: (key: string) => Promise<T | null>): Promise<T[]> {
  const found: T[] = []
  for (const key of keys) {
    const item = await read(key)
    if (item !== null) found.push(item)
  }
  return found
}

function withoutNumber<T>({ number: _number, ...item }: Numbered<T>): T {
  return item as unknown as T
}
