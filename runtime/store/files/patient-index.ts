/** The small index of all patients: what must be known of each without opening its document. */
import { join } from 'node:path'
import { Low } from 'lowdb'
import type { Instant } from '../../interpreter/enrolment.ts'
import { identifierKeys } from '../commit.ts'
import { DueIndex } from '../due.ts'
import { StoreError } from '../error.ts'
import type { PatientRecord } from '../store.ts'
import { DurableFile } from './durable.ts'

export type IndexEntry = {
  id: string
  version: number
  organisation: string
  wake: Instant | null
  /** Each as `system|value`. */
  identifiers: string[]
}

/** `applied` is the last commit whose documents are all written. */
type IndexFile = { applied: number; patients: IndexEntry[] }

export class PatientIndex {
  readonly due = new DueIndex()
  readonly #entries = new Map<string, IndexEntry>()
  readonly #identifiers = new Map<string, string>()
  readonly #file: Low<IndexFile>

  constructor(root: string) {
    this.#file = new Low<IndexFile>(new DurableFile<IndexFile>(root, join(root, 'index.json')), {
      applied: -1,
      patients: [],
    })
  }

  /** Reads the index; gives the number of the last commit that is wholly in the documents. */
  async open(fresh: boolean): Promise<number> {
    await this.#file.read()
    if (this.#file.data.applied < 0 && !fresh) throw new StoreError('damaged', 'index.json is gone: restore a back-up.')
    if (this.#file.data.applied < 0) await this.save(0)
    for (const entry of this.#file.data.patients) this.#add(entry)
    return this.#file.data.applied
  }

  get(id: string): IndexEntry | undefined {
    return this.#entries.get(id)
  }

  byIdentifier(key: string): string | undefined {
    return this.#identifiers.get(key)
  }

  /** Ids of the patients of these organisations (all when absent), in order of id. */
  ids(organisations?: string[]): string[] {
    const entries = [...this.#entries.values()]
    const wanted = entries.filter(({ organisation }) => organisations?.includes(organisation) ?? true)
    return wanted.map(({ id }) => id).toSorted()
  }

  set(record: PatientRecord): void {
    for (const key of this.#entries.get(record.id)?.identifiers ?? []) this.#identifiers.delete(key)
    const { id, version, organisation, wake } = record
    this.#add({ id, version, organisation, wake, identifiers: identifierKeys(record) })
  }

  async save(applied: number): Promise<void> {
    this.#file.data = { applied, patients: [...this.#entries.values()] }
    await this.#file.write()
  }

  #add(entry: IndexEntry): void {
    this.#entries.set(entry.id, entry)
    for (const key of entry.identifiers) this.#identifiers.set(key, entry.id)
    this.due.set(entry.id, entry.wake)
  }
}
