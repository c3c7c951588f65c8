/** Fills an empty store with the demonstration: people, the library, and twelve patients who lived through the real engine. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../../interpreter/enrolment.ts'
import { openStore } from '../../store/open.ts'
import type { Receipt, Store, StoredDocument } from '../../store/store.ts'
import { SetClock } from '../clock.ts'
import { publishText } from '../drafts.ts'
import { openEngine } from '../engine.ts'
import type { Engine } from '../engine.ts'
import type { Person } from '../people.ts'
import { Refused } from '../refused.ts'
import { readSharedParts } from '../shared-folder.ts'
import { play } from './play.ts'
import { readScript } from './script.ts'
import type { PatientScript, Script } from './script.ts'

const VERSION = 'pathway-version'
const PUBLISHER = { person: 'zorgpad', name: 'Zorgpad' }

/**
 * Publishes every pathway of the folder that is not in the store yet. One that cannot be published (its version exists with
 * another text, or it has errors) is reported and left out: the versions that patients are on go on as they are.
 */
export async function publishFolder(engine: Engine, folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml') && !name.endsWith('.scenarios.yaml'))
  const shared = await readSharedParts(folder)
  for (const name of names.toSorted()) {
    const text = await readFile(join(folder, name), 'utf8')
    if (!engine.library.knows(text, shared))
      await publishText(engine, text, PUBLISHER, shared).catch((error: unknown) => leaveOut(engine, name, error))
  }
}

function leaveOut(engine: Engine, name: string, error: unknown): void {
  if (!(error instanceof Refused)) throw error
  engine.report(`not-published ${name}`, error)
}

/** Whether the demonstration is in this store already, whole: the people come last. */
export async function isFilled(store: Store): Promise<boolean> {
  return (await store.documents('organisation')).length > 0
}

/**
 * `examples` holds the people and the patients, `pathways` the library. Lived in memory, written patient by patient; each
 * piece is there whole or not at all, and what is there already stays, so that a start which was cut off goes on at the next.
 */
export async function fillDemonstration(
  store: Store,
  folders: { examples: string; pathways: string },
  now: Instant,
): Promise<void> {
  const script = await readScript(folders.examples)
  const rehearsal = await openStore({ kind: 'memory' })
  const clock = new SetClock(now)
  await rehearsal.commit({ documents: [...peopleOf(script), ...asNew(await store.documents(VERSION))] })
  const reports: string[] = []
  const engine = await openEngine({
    store: rehearsal,
    clock,
    report: (what, error) => reports.push(`${what}: ${String(error)}`),
  })
  await publishFolder(engine, folders.pathways)
  const [published] = engine.library.versions(script.pathway)
  if (!published) throw new Error([`The demonstration needs the pathway ${script.pathway}.`, ...reports].join(' '))
  const pathway = engine.library.get(published.pathway, published.version)
  await copyVersions(rehearsal, store)
  for (const patient of script.patients) {
    if (await store.patient(patient.id)) continue
    const sent = await play({ engine, clock, script, pathway, now }, patient)
    await copyPatient(rehearsal, store, patient.id, sent)
  }
  await store.commit({ documents: peopleOf(script) })
  await rehearsal.close()
}

function peopleOf({ organisations, people, patients, organisation }: Script): StoredDocument[] {
  const everybody = [...people, ...patients.map((patient) => personOf(patient, organisation))]
  const document = (kind: string, value: { id: string }): StoredDocument => ({ kind, id: value.id, version: 0, value })
  return [
    ...organisations.map((value) => document('organisation', value)),
    ...everybody.map((value) => document('person', value)),
  ]
}

/** Every patient can sign in as well. */
const personOf = ({ id, name }: PatientScript, organisation: string): Person => ({
  id,
  name,
  language: 'nl',
  roles: [{ role: 'patient', organisation }],
  patient: id,
})

const asNew = (documents: StoredDocument[]): StoredDocument[] =>
  documents.map((document) => ({ ...document, version: 0 }))

/** Before the patients: none may be on a version that a later start no longer finds in the folder. */
async function copyVersions(from: Store, to: Store): Promise<void> {
  const known = new Set((await to.documents(VERSION)).map(({ id }) => id))
  const documents = asNew(await from.documents(VERSION)).filter(({ id }) => !known.has(id))
  if (documents.length > 0) await to.commit({ documents })
}

async function copyPatient(from: Store, to: Store, id: string, sent: string[]): Promise<void> {
  const record = await from.patient(id)
  if (!record) throw new Error(`The demonstration has no ${id}.`)
  const receipts = await Promise.all(sent.map((identifier) => from.receipt(identifier)))
  const history = (await from.history(id)).map(({ number: _number, ...entry }) => entry)
  await to.commit({
    patient: { ...record, version: 0 },
    readings: await from.readings(id),
    receipts: receipts.filter((receipt): receipt is Receipt => receipt !== null),
    history,
    outgoing: await from.outgoing(id),
  })
}
