/** The published versions, compiled once and kept by id and version: an enrolment stays on the version it began with. */
import { createHash } from 'node:crypto'
import { compileRoutes } from '../alerts/index.ts'
import type { CompiledRoutes, RouteLookup } from '../alerts/index.ts'
import type { Instant } from '../interpreter/enrolment.ts'
import { compile, parse } from '../interpreter/index.ts'
import type { Pathway, SharedParts } from '../interpreter/index.ts'
import type { Store } from '../store/store.ts'
import { newestFirst } from './semver.ts'

/** A published version as it is stored, for ever, with the shared files that it used as they were. `hash` covers both. */
export type Published = {
  pathway: string
  version: string
  hash: string
  text: string
  shared?: SharedParts
  published: Instant
  by: { person: string; name: string }
}

type Entry = { published: Published; compiled: Pathway; routes: CompiledRoutes }

/** `hypertension@1.0.0` */
export const versionKey = (pathway: string, version: string): string => `${pathway}@${version}`

/** The SHA-256 of all that a version was made of: of the text alone when it uses nothing shared. */
export function hashOf(text: string, shared: SharedParts = {}): string {
  const files = Object.entries(shared).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const whole = files.length === 0 ? text : JSON.stringify([text, files])
  return createHash('sha256').update(whole, 'utf8').digest('hex')
}

export class Library {
  readonly #entries = new Map<string, Entry>()

  /** Reads and compiles everything that was ever published. */
  static async open(store: Store): Promise<Library> {
    const library = new Library()
    for (const { value } of await store.documents<Published>('pathway-version')) library.add(value)
    return library
  }

  /** Throws when the text does not compile: it was checked before it was published. */
  add(published: Published): void {
    const { document } = parse(published.text, published.shared)
    if (!document)
      throw new Error(`The stored text of ${versionKey(published.pathway, published.version)} is no pathway.`)
    const compiled = compile(document)
    const entry = { published, compiled, routes: compileRoutes(compiled) }
    this.#entries.set(versionKey(published.pathway, published.version), entry)
  }

  get(pathway: string, version: string): Pathway {
    return this.#entry(pathway, version).compiled
  }

  readonly routes: RouteLookup = (pathway, version) => this.#entry(pathway, version).routes

  find(pathway: string, version: string): Published | null {
    return this.#entries.get(versionKey(pathway, version))?.published ?? null
  }

  /** All versions of one pathway, or of all; newest first. */
  versions(pathway?: string): Published[] {
    const all = [...this.#entries.values()].map((entry) => entry.published)
    return newestFirst(all.filter((published) => pathway === undefined || published.pathway === pathway))
  }

  #entry(pathway: string, version: string): Entry {
    const entry = this.#entries.get(versionKey(pathway, version))
    if (!entry) throw new Error(`The version ${versionKey(pathway, version)} is not in the library.`)
    return entry
  }
}
