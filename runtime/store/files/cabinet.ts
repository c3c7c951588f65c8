/** All documents of a store together: what a commit must agree with, what it changes, and how that reaches the disk. */
import { join } from 'node:path'
import { identifierKeys, patientsOf } from '../commit.ts'
import { StoreError } from '../error.ts'
import { Conflict } from '../store.ts'
import type { Commit, HistoryEntry, OutgoingMessage, PatientRecord, StoredDocument, StoredReading } from '../store.ts'
import { Changes } from './changes.ts'
import type { JournalLine } from './journal.ts'
import { addTo, archive, emptyLog } from './log.ts'
import type { Log } from './log.ts'
import { PatientIndex } from './patient-index.ts'
import { Receipts } from './receipts.ts'
import { Shelf, fileName } from './shelf.ts'
import type { Shelved } from './shelf.ts'

export type PatientFile = Shelved & {
  record: PatientRecord | null
  readings: Log<StoredReading>
  history: Log<HistoryEntry>
  outgoing: Log<OutgoingMessage>
}

export type DocumentFile = Shelved & { document: StoredDocument | null }

export class Cabinet {
  readonly index: PatientIndex
  readonly receipts: Receipts
  readonly changes: Changes
  readonly patients: Shelf<PatientFile>
  readonly #root: string
  readonly #cache: number
  readonly #kinds = new Map<string, Shelf<DocumentFile>>()

  constructor(root: string, cache: number) {
    this.#root = root
    this.#cache = cache
    this.index = new PatientIndex(root)
    this.receipts = new Receipts(root)
    this.changes = new Changes(root)
    this.patients = new Shelf<PatientFile>(root, 'patients', join('*', 'patient.json'), emptyPatient, cache)
  }

  /** The documents of one kind: a draft, a published version, a person. */
  kind(kind: string): Shelf<DocumentFile> {
    const known = this.#kinds.get(kind)
    if (known) return known
    const folder = join('documents', fileName(kind))
    const shelf = new Shelf<DocumentFile>(
      this.#root,
      folder,
      '*.json',
      (key) => ({ key, applied: 0, document: null }),
      this.#cache,
    )
    this.#kinds.set(kind, shelf)
    return shelf
  }

  /** Throws `Conflict` when the commit was decided on something that has changed; `taken` holds what its batch writes. */
  async verify(commit: Commit, taken: Set<string>): Promise<void> {
    const { patient } = commit
    const keys = claims(commit)
    for (const key of keys) if (taken.has(key)) throw new Conflict(key)
    if (patient && (this.index.get(patient.id)?.version ?? 0) !== patient.version) throw new Conflict(patient.id)
    for (const key of patient ? identifierKeys(patient) : []) {
      if ((this.index.byIdentifier(key) ?? patient?.id) !== patient?.id) throw new Conflict(key)
    }
    for (const { identifier } of commit.receipts ?? []) {
      if (await this.receipts.get(identifier)) throw new Conflict(identifier)
    }
    for (const { kind, id, version } of commit.documents ?? []) {
      if (((await this.kind(kind).get(id)).document?.version ?? 0) !== version) throw new Conflict(`${kind}/${id}`)
    }
    for (const id of patientsOf(commit)) {
      if (id !== patient?.id && !this.index.get(id)) throw new StoreError('unknown-patient', `No patient ${id}.`)
    }
    for (const key of keys) taken.add(key)
  }

  /** Opens what a commit writes; the answer carries it out at once, so that nobody ever sees half of it. */
  async prepare({ number, cursor, commit }: JournalLine<Commit>): Promise<() => void> {
    const patients = await Promise.all([...patientsOf(commit)].map((id) => this.patients.get(id)))
    const documents = (commit.documents ?? []).map(async (document) => ({
      document,
      file: await this.kind(document.kind).get(document.id),
    }))
    const opened = await Promise.all(documents)
    return () => {
      for (const file of patients) this.#writePatient(file, commit, number)
      for (const { file, document } of opened) this.#writeDocument(file, document, number)
      for (const receipt of commit.receipts ?? []) this.receipts.add(receipt)
      for (const [place, change] of (commit.changes ?? []).entries()) {
        this.changes.add({ ...change, cursor: cursor + place })
      }
    }
  }

  /** Brings everything up to commit `applied` to the disk. What comes in meanwhile stays in the journal. */
  async save(applied: number): Promise<void> {
    await this.receipts.save()
    await this.changes.save()
    for (const shelf of this.#kinds.values()) await shelf.save()
    await this.patients.save(async (file, folder) => {
      await archive(folder, 'readings', file.readings)
      await archive(folder, 'history', file.history)
      await archive(folder, 'outgoing', file.outgoing)
    })
    await this.index.save(applied)
  }

  trim(): void {
    this.patients.trim()
    for (const shelf of this.#kinds.values()) shelf.trim()
  }

  #writePatient(file: PatientFile, commit: Commit, number: number): void {
    const id = file.key
    const record = commit.patient?.id === id ? { ...commit.patient, version: commit.patient.version + 1 } : null
    if (record) this.index.set(record)
    if (file.applied >= number) return // the journal is applied again, and this document has it
    if (record) file.record = record
    if (record) addTo(file.history, commit.history ?? [])
    addTo(
      file.readings,
      (commit.readings ?? []).filter((reading) => reading.patient === id),
    )
    addTo(
      file.outgoing,
      (commit.outgoing ?? []).filter((message) => message.patient === id),
    )
    file.applied = number
    this.patients.changed(id)
  }

  #writeDocument(file: DocumentFile, document: StoredDocument, number: number): void {
    if (file.applied >= number) return
    file.document = { ...document, version: document.version + 1 }
    file.applied = number
    this.kind(document.kind).changed(document.id)
  }
}

function emptyPatient(key: string): PatientFile {
  return { key, applied: 0, record: null, readings: emptyLog(), history: emptyLog(), outgoing: emptyLog() }
}

/** What only one commit of a batch may write: the second one was decided without knowing the first. */
function claims({ patient, documents, receipts }: Commit): string[] {
  return [
    ...(patient ? [`patient ${patient.id}`, ...identifierKeys(patient).map((key) => `identifier ${key}`)] : []),
    ...(documents ?? []).map(({ kind, id }) => `document ${JSON.stringify([kind, id])}`),
    ...(receipts ?? []).map(({ identifier }) => `receipt ${identifier}`),
  ]
}
