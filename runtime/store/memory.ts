/** The store without a disk: for tests, the simulator of a server and the demonstration. Forgets everything on close. */
import type { Instant } from '../interpreter/enrolment.ts'
import { identifierKeys, patientsOf, readingsWithin } from './commit.ts'
import { DueIndex } from './due.ts'
import { StoreError } from './error.ts'
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

/** Everything of one patient. `history` is numbered from 1, by place. */
type Drawer = { record: PatientRecord; readings: StoredReading[]; history: HistoryEntry[]; outgoing: OutgoingMessage[] }

export class MemoryStore implements Store {
  readonly #drawers = new Map<string, Drawer>()
  readonly #identifiers = new Map<string, string>()
  readonly #receipts = new Map<string, Receipt>()
  readonly #documents = new Map<string, Map<string, StoredDocument>>()
  readonly #changes: Change[] = []
  readonly #due = new DueIndex()
  #closed = false

  async patient(id: string): Promise<PatientRecord | null> {
    return structuredClone(this.#open().get(id)?.record ?? null)
  }

  async patientByIdentifier(system: string, value: string): Promise<PatientRecord | null> {
    const id = this.#identifiers.get(`${system}|${value}`)
    return id === undefined ? null : this.patient(id)
  }

  async patients(organisations?: string[]): Promise<PatientRecord[]> {
    const all = [...this.#open().values()].map((drawer) => drawer.record)
    const wanted = organisations ? all.filter((record) => organisations.includes(record.organisation)) : all
    return structuredClone(wanted.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  }

  async readings(
    patient: string,
    range: { from?: Instant; to?: Instant; measurement?: string } = {},
  ): Promise<StoredReading[]> {
    return structuredClone(readingsWithin(this.#open().get(patient)?.readings ?? [], range))
  }

  async receipt(identifier: string): Promise<Receipt | null> {
    this.#open()
    return structuredClone(this.#receipts.get(identifier) ?? null)
  }

  async history(patient: string, after = 0): Promise<(HistoryEntry & { number: number })[]> {
    const entries = this.#open().get(patient)?.history ?? []
    return structuredClone(entries.slice(after).map((entry, index) => ({ ...entry, number: after + index + 1 })))
  }

  async outgoing(patient: string): Promise<OutgoingMessage[]> {
    return structuredClone(this.#open().get(patient)?.outgoing ?? [])
  }

  async document<T>(kind: string, id: string): Promise<StoredDocument<T> | null> {
    this.#open()
    return structuredClone((this.#documents.get(kind)?.get(id) as StoredDocument<T> | undefined) ?? null)
  }

  async documents<T>(kind: string): Promise<StoredDocument<T>[]> {
    this.#open()
    const all = [...(this.#documents.get(kind)?.values() ?? [])] as StoredDocument<T>[]
    return structuredClone(all.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  }

  async due(now: Instant, limit: number): Promise<{ patient: string; wake: Instant }[]> {
    this.#open()
    return this.#due.upTo(now, limit)
  }

  async changes(after: number, limit: number): Promise<Change[]> {
    this.#open()
    return structuredClone(this.#changes.slice(after, after + limit))
  }

  async latest(): Promise<number> {
    this.#open()
    return this.#changes.length
  }

  /** Looks first, writes then, without a pause between: nobody can come in between. */
  async commit(commit: Commit): Promise<void> {
    this.#open()
    this.#verify(commit)
    this.#apply(structuredClone(commit))
  }

  async close(): Promise<void> {
    this.#closed = true
  }

  #open(): Map<string, Drawer> {
    if (this.#closed) throw new StoreError('closed', 'The store is closed.')
    return this.#drawers
  }

  #verify(commit: Commit): void {
    const { patient } = commit
    if (patient && (this.#drawers.get(patient.id)?.record.version ?? 0) !== patient.version)
      throw new Conflict(patient.id)
    for (const key of patient ? identifierKeys(patient) : []) {
      if ((this.#identifiers.get(key) ?? patient?.id) !== patient?.id) throw new Conflict(key)
    }
    for (const { identifier } of commit.receipts ?? []) {
      if (this.#receipts.has(identifier)) throw new Conflict(identifier)
    }
    for (const { kind, id, version } of commit.documents ?? []) {
      if ((this.#documents.get(kind)?.get(id)?.version ?? 0) !== version) throw new Conflict(`${kind}/${id}`)
    }
    for (const id of patientsOf(commit)) {
      if (id !== patient?.id && !this.#drawers.has(id)) throw new StoreError('unknown-patient', `No patient ${id}.`)
    }
  }

  #apply(commit: Commit): void {
    const { patient } = commit
    if (patient) this.#keep({ ...patient, version: patient.version + 1 })
    for (const reading of commit.readings ?? []) this.#drawers.get(reading.patient)?.readings.push(reading)
    for (const message of commit.outgoing ?? []) this.#drawers.get(message.patient)?.outgoing.push(message)
    if (patient) this.#drawers.get(patient.id)?.history.push(...(commit.history ?? []))
    for (const receipt of commit.receipts ?? []) this.#receipts.set(receipt.identifier, receipt)
    for (const document of commit.documents ?? []) this.#file({ ...document, version: document.version + 1 })
    for (const change of commit.changes ?? []) this.#changes.push({ ...change, cursor: this.#changes.length + 1 })
  }

  #keep(record: PatientRecord): void {
    const drawer = this.#drawers.get(record.id)
    for (const key of drawer ? identifierKeys(drawer.record) : []) this.#identifiers.delete(key)
    for (const key of identifierKeys(record)) this.#identifiers.set(key, record.id)
    this.#drawers.set(record.id, { readings: [], history: [], outgoing: [], ...drawer, record })
    this.#due.set(record.id, record.wake)
  }

  #file(document: StoredDocument): void {
    const ofKind = this.#documents.get(document.kind) ?? new Map<string, StoredDocument>()
    this.#documents.set(document.kind, ofKind.set(document.id, document))
  }
}
