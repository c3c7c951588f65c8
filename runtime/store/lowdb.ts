/**
 * The store in a folder of files. A commit is acknowledged when its line in the journal is flushed; the documents (one
 * for each patient, draft, person, …, each kept by lowdb) follow in batches. Reading never waits for writing.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../interpreter/enrolment.ts'
import { readingsWithin } from './commit.ts'
import { StoreError, diskError } from './error.ts'
import { Cabinet } from './files/cabinet.ts'
import { TEMPORARY, ensureFolder } from './files/durable.ts'
import { Journal } from './files/journal.ts'
import type { JournalLine } from './files/journal.ts'
import { lockFolder } from './files/lock.ts'
import { readLog } from './files/log.ts'
import type { Numbered } from './files/log.ts'
import { Conflict } from './store.ts'
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

/** A commit that waits for its flush. */
type Waiting = { commit: Commit; done: PromiseWithResolvers<void> }

/** So many commits share a flush at most. */
const BATCH = 256

/** `checkpoint`: a journal of so many bytes is worth writing to the documents. `cache`: so many unchanged ones stay in memory. */
export type LowdbOptions = { checkpoint: number; cache: number }
const ORDINARY: LowdbOptions = { checkpoint: 4 * 1024 * 1024, cache: 2000 }

export class LowdbStore implements Store {
  readonly #cabinet: Cabinet
  readonly #journal: Journal<Commit>
  readonly #release: () => Promise<void>
  readonly #checkpointSize: number
  readonly #queue: Waiting[] = []
  /** The last commit that is acknowledged. */
  #number: number
  #draining: Promise<void> | null = null
  #saving: Promise<void> | null = null
  #closed = false

  private constructor({ cabinet, journal, number }: Recovered, checkpoint: number, release: () => Promise<void>) {
    this.#checkpointSize = checkpoint
    this.#cabinet = cabinet
    this.#journal = journal
    this.#number = number
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
      return new LowdbStore(await recover(folder, cache), checkpoint, release)
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
    const copy = JSON.parse(JSON.stringify(commit)) as Commit // what the journal would give back, whatever the caller does next
    const waiting: Waiting = { commit: copy, done: Promise.withResolvers<void>() }
    this.#queue.push(waiting)
    this.#draining ??= this.#drain()
    return waiting.done.promise
  }

  /** Waits for what is on its way, brings the documents up to date and gives the folder free. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#draining
    await this.#saving
    await this.#checkpoint()
    await this.#saving
    await this.#release()
  }

  /** Ends in the same breath as it finds the queue empty: a commit that comes later starts another. */
  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      await this.#flush(this.#queue.splice(0, BATCH))
      this.#cabinet.trim()
      if (this.#journal.size > this.#checkpointSize && !this.#saving) await this.#checkpoint()
    }
    this.#draining = null
  }

  /** One batch: refuse what conflicts, write the rest with one flush, then let everybody see it. */
  async #flush(batch: Waiting[]): Promise<void> {
    const accepted: { line: JournalLine<Commit>; apply: () => void; done: Waiting['done'] }[] = []
    const taken = new Set<string>()
    let cursor = this.#cabinet.changes.latest + 1
    for (const { commit, done } of batch) {
      try {
        await this.#cabinet.verify(commit, taken)
        const line = { number: this.#number + accepted.length + 1, cursor, commit }
        accepted.push({ line, apply: await this.#cabinet.prepare(line), done })
        cursor += commit.changes?.length ?? 0
      } catch (error) {
        done.reject(error instanceof Conflict ? error : diskError(error, 'looking up what a change is about'))
      }
    }
    await this.#write(accepted)
  }

  async #write(accepted: { line: JournalLine<Commit>; apply: () => void; done: Waiting['done'] }[]): Promise<void> {
    if (accepted.length === 0) return
    try {
      await this.#journal.append(accepted.map(({ line }) => line))
    } catch (error) {
      for (const { done } of accepted) done.reject(error)
      return
    }
    for (const { line, apply, done } of accepted) {
      apply()
      this.#number = line.number
      done.resolve()
    }
  }

  /**
   * Starts a new journal file and brings what the older ones hold to the documents, beside the work. When the disk
   * refuses, nothing is lost: the older journal files stay, and the next checkpoint or opening tries again.
   */
  async #checkpoint(): Promise<void> {
    if (this.#journal.size === 0) return
    const older = await this.#journal.rotate(this.#number + 1).catch(() => null)
    if (older === null) return
    const saved = this.#cabinet.save(this.#number).then(() => this.#journal.drop(older))
    this.#saving = saved.catch(() => undefined).finally(() => (this.#saving = null))
  }

  #open(): Cabinet {
    if (this.#closed) throw new StoreError('closed', 'The store is closed.')
    return this.#cabinet
  }
}

type Recovered = { cabinet: Cabinet; journal: Journal<Commit>; number: number }

/** Reads the index, applies the journal to the documents, and begins a new journal. */
async function recover(folder: string, cache: number): Promise<Recovered> {
  const cabinet = new Cabinet(folder, cache)
  const journal = new Journal<Commit>(join(folder, 'journal'))
  const names = await readdir(folder)
  let number = await cabinet.index.open(!names.includes('patients') && !names.includes('documents'))
  await cabinet.changes.open()
  const lines = (await journal.read()).filter((line) => line.number > number)
  for (const line of lines) {
    const apply = await cabinet.prepare(line)
    apply()
    number = line.number
  }
  if (lines.length > 0) await cabinet.save(number)
  await journal.drop(await journal.rotate(number + 1))
  return { cabinet, journal, number }
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
