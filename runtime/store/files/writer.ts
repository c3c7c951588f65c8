/** The one writer of a folder: commits in order, many to a flush, acknowledged when their lines are in the journal. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { diskError } from '../error.ts'
import type { Commit } from '../store.ts'
import { Cabinet } from './cabinet.ts'
import { Journal } from './journal.ts'
import type { JournalLine } from './journal.ts'

/** A commit that waits for its flush. */
type Waiting = { commit: Commit; done: PromiseWithResolvers<void> }

/** One that agrees with what is there: its line, and how to carry it out once the line is safe. */
type Accepted = { line: JournalLine<Commit>; apply: () => void; done: Waiting['done'] }

/** So many commits share a flush at most. */
const BATCH = 256

export class Writer {
  readonly #cabinet: Cabinet
  readonly #journal: Journal<Commit>
  readonly #checkpointSize: number
  readonly #queue: Waiting[] = []
  /** The last commit that is acknowledged. */
  #number: number
  #draining: Promise<void> | null = null
  #saving: Promise<void> | null = null

  private constructor(cabinet: Cabinet, journal: Journal<Commit>, number: number, checkpointSize: number) {
    this.#cabinet = cabinet
    this.#journal = journal
    this.#number = number
    this.#checkpointSize = checkpointSize
  }

  /** Reads the index, applies to the documents what a kill left in the journal, and begins a new journal. */
  static async open(folder: string, cabinet: Cabinet, checkpointSize: number): Promise<Writer> {
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
    return new Writer(cabinet, journal, number, checkpointSize)
  }

  /** Settles when the commit is on disk; throws `Conflict`, or a StoreError and then nothing of it is kept. */
  commit(commit: Commit): Promise<void> {
    const copy = JSON.parse(JSON.stringify(commit)) as Commit // what the journal would give back, whatever the caller does next
    const waiting: Waiting = { commit: copy, done: Promise.withResolvers<void>() }
    this.#queue.push(waiting)
    this.#draining ??= this.#drain()
    return waiting.done.promise
  }

  /** Waits for what is on its way and brings the documents up to date. */
  async close(): Promise<void> {
    await this.#draining
    await this.#saving
    await this.#checkpoint()
    await this.#saving
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
    const accepted: Accepted[] = []
    const taken = new Set<string>()
    let cursor = this.#cabinet.changes.latest + 1
    for (const { commit, done } of batch) {
      try {
        await this.#cabinet.verify(commit, taken)
        const line = { number: this.#number + accepted.length + 1, cursor, commit }
        accepted.push({ line, apply: await this.#cabinet.prepare(line), done })
        cursor += commit.changes?.length ?? 0
      } catch (error) {
        done.reject(diskError(error, 'looking up what a change is about'))
      }
    }
    if (accepted.length > 0) await this.#write(accepted)
  }

  async #write(accepted: Accepted[]): Promise<void> {
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
}
