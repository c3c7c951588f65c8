/** Drafts of pathways and their publishing: saved with a version so that nobody overwrites another, published for ever. */
import { randomBytes } from 'node:crypto'
import type { Instant } from '../interpreter/enrolment.ts'
import { compile, examine, parse } from '../interpreter/index.ts'
import type { PathwayDocument, SharedParts } from '../interpreter/index.ts'
import { Conflict } from '../store/store.ts'
import type { StoredDocument } from '../store/store.ts'
import type { Engine } from './engine.ts'
import { hashOf, versionKey } from './library.ts'
import type { Published } from './library.ts'
import { refuse } from './refused.ts'

export type Author = { person: string; name: string }
export type Draft = { text: string; created: Instant; updated: Instant; by: Author }
/** `version` counts the savings. */
export type KeptDraft = { id: string; version: number } & Draft

/** A deleted draft stays as an empty document: the store forgets nothing by itself. */
type StoredDraft = Draft | { deleted: Instant }

const KIND = 'draft'

/** Newest first. */
export async function drafts({ store }: Engine): Promise<KeptDraft[]> {
  const all = await store.documents<StoredDraft>(KIND)
  return all.flatMap((document) => keptOf(document) ?? []).toSorted((a, b) => b.updated - a.updated)
}

/** Throws `Refused` `not-found`. */
export async function draft({ store }: Engine, id: string): Promise<KeptDraft> {
  const found = keptOf(await store.document<StoredDraft>(KIND, id))
  if (!found) throw refuse('not-found')
  return found
}

function keptOf(document: StoredDocument<StoredDraft> | null): KeptDraft | null {
  if (!document || 'deleted' in document.value) return null
  return { id: document.id, version: document.version, ...document.value }
}

/** Keeps a text as a new draft, at version 1. */
export async function createDraft(engine: Engine, text: string, by: Author): Promise<KeptDraft> {
  const now = engine.clock.now()
  const id = `d${randomBytes(6).toString('hex')}`
  await write(engine, { id, version: 0, value: { text, created: now, updated: now, by } }, 'created')
  return draft(engine, id)
}

/** `saved` is false when somebody saved since `version` was read: `draft` is then the one as it is now. */
export async function saveDraft(
  engine: Engine,
  id: string,
  { text, version }: { text: string; version: number },
  by: Author,
): Promise<{ saved: boolean; draft: KeptDraft }> {
  const before = await draft(engine, id)
  if (before.version !== version) return { saved: false, draft: before }
  const value = { text, created: before.created, updated: engine.clock.now(), by }
  const saved = await written(write(engine, { id, version, value }, 'saved'))
  return { saved, draft: await draft(engine, id) }
}

/** False when somebody else wrote first. */
async function written(writing: Promise<void>): Promise<boolean> {
  try {
    await writing
    return true
  } catch (error) {
    if (error instanceof Conflict) return false
    throw error
  }
}

/** Throws `Refused` `not-found` when there is none. */
export async function deleteDraft(engine: Engine, id: string): Promise<void> {
  const { version } = await draft(engine, id)
  await write(engine, { id, version, value: { deleted: engine.clock.now() } }, 'deleted')
}

async function write(
  { store, hub, clock }: Engine,
  document: Omit<StoredDocument<StoredDraft>, 'kind'>,
  what: string,
): Promise<void> {
  const change = { at: clock.now(), topic: 'pathway' as const, data: { what, draft: document.id } }
  await store.commit({ documents: [{ kind: KIND, ...document }], changes: [change] })
  hub.publish()
}

/** Publishes a draft. Throws `Refused`: `pathway-has-errors` with the problems, `version-exists`. */
export async function publishDraft(engine: Engine, id: string, by: Author): Promise<Published> {
  const { text } = await draft(engine, id)
  return publishText(engine, text, by)
}

/** The same text twice, with the same shared parts, gives the version that is already there. */
export async function publishText(
  engine: Engine,
  text: string,
  by: Author,
  parts: SharedParts = engine.shared,
): Promise<Published> {
  const { document, problems } = examine(text, parts)
  const errors = problems.some(({ severity }) => severity === 'error')
  if (!document || errors) throw refuse('pathway-has-errors', {}, { problems })
  const { pathway, version } = document.value
  const { shared } = document
  const made = { text, ...(Object.keys(shared).length > 0 ? { shared } : {}) }
  const published = { pathway, version, hash: hashOf(text, shared), ...made, published: engine.clock.now(), by }
  return engine.queue.run(versionKey(pathway, version), () => keepVersion(engine, document, published))
}

/** Compiled before it is kept: a version that does not compile must never be in the store. */
async function keepVersion(engine: Engine, document: PathwayDocument, published: Published): Promise<Published> {
  const { pathway, version } = published
  const key = versionKey(pathway, version)
  const existing = await engine.store.document<Published>('pathway-version', key)
  if (existing && existing.value.hash !== published.hash) throw refuse('version-exists', { version })
  if (existing) return existing.value
  compile(document)
  const change = { at: published.published, topic: 'pathway' as const, data: { what: 'published', pathway } }
  await engine.store.commit({
    documents: [{ kind: 'pathway-version', id: key, version: 0, value: published }],
    changes: [change],
  })
  engine.library.add(published)
  engine.hub.publish()
  return published
}

/** What a text says of itself, as far as it can be read: for lists of drafts that need not be whole yet. */
export function aboutText(text: string): { pathway: string | null; title: { nl?: string; en?: string } } {
  const value = parse(text).document?.value
  return { pathway: value?.pathway ?? null, title: value?.title ?? {} }
}
