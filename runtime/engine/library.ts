/** The published versions, compiled when one is first needed and kept by id and version: an enrolment stays on the version it began with. */
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

type Compiled = { pathway: Pathway; routes: CompiledRoutes }

/** `hypertension@1.0.0` */
export const versionKey = (pathway: string, version: string): string => `${pathway}@${version}`

/** The SHA-256 of all that a version was made of: of the text alone when it uses nothing shared. */
export function hashOf(text: string, shared: SharedParts = {}): string {
  const files = Object.entries(shared).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const whole = files.length === 0 ? text : JSON.stringify([text, files])
  return createHash('sha256').update(whole, 'utf8').digest('hex')
}

export class Library {
  readonly #published = new Map<string, Published>()
  readonly #compiled = new Map<string, Compiled>()

  /** Knows everything that was ever published; a start waits for none of it to be compiled. */
  static async open(store: Store): Promise<Library> {
    const library = new Library()
    for (const { value } of await store.documents<Published>('pathway-version')) library.add(value)
    return library
  }

  add(published: Published): void {
    this.#published.set(versionKey(published.pathway, published.version), published)
  }

  /** Throws when there is no such version, or when its text does not compile: it was checked before it was published. */
  get(pathway: string, version: string): Pathway {
    return this.#compile(pathway, version).pathway
  }

  readonly routes: RouteLookup = (pathway, version) => this.#compile(pathway, version).routes

  find(pathway: string, version: string): Published | null {
    return this.#published.get(versionKey(pathway, version)) ?? null
  }

  /** Whether this very text, with the shared files that it uses, was published before. */
  knows(text: string, shared: SharedParts): boolean {
    return [...this.#published.values()].some(
      (one) =>
        one.text === text && Object.entries(one.shared ?? {}).every(([name, content]) => shared[name] === content),
    )
  }

  /** All versions of one pathway, or of all; newest first. */
  versions(pathway?: string): Published[] {
    const all = [...this.#published.values()]
    return newestFirst(all.filter((published) => pathway === undefined || published.pathway === pathway))
  }

  #compile(id: string, version: string): Compiled {
    const key = versionKey(id, version)
    const known = this.#compiled.get(key)
    if (known) return known
    const published = this.#published.get(key)
    if (!published) throw new Error(`The version ${key} is not in the library.`)
    const { document } = parse(published.text, published.shared)
    if (!document) throw new Error(`The stored text of ${key} is no pathway.`)
    const pathway = compile(document)
    const compiled = { pathway, routes: compileRoutes(pathway) }
    this.#compiled.set(key, compiled)
    return compiled
  }
}
