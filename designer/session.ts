/** What the views of one editor share: the text, what was read from it, its problems, the selection and the lit state. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { PathwayDocument } from '../runtime/interpreter/document.ts'
import type { BothLanguages, Fix, Problem } from '../runtime/interpreter/problem.ts'
import { PathwayText, type EditResult, type Origin } from './document.ts'

/**
 * `path` is a JSON Pointer into the pathway; `from` is the view that asked, so that it need not follow itself.
 * `place` says where in the text, for a problem in a text that cannot be read.
 */
export type Selection = { path: string; from: Origin; place?: { offset: number; length: number } }

type Reading = { document: PathwayDocument | null; problems: Problem[] }

/** The two readers of the interpreter: `parse` is quick and runs at every change, `examine` runs when the author pauses. */
export type Readers = { parse: (text: string) => Reading; examine: (text: string) => Reading }

const pause = 150

export class Session {
  readonly document: PathwayText
  /** The last text that could be read as a pathway. */
  pathway: PathwayDocument | null = null
  /** The text as it is now cannot be read; `pathway` is an older one. */
  stale = false
  problems: readonly Problem[] = []
  selection: Selection | null = null
  /** The state in which the simulated patient is. */
  active: string | null = null
  /** Why the last edit was not made, in plain words. */
  refusal: BothLanguages | null = null
  readonly #readers: Readers
  readonly #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(text: string, readers: Readers) {
    this.#readers = readers
    this.document = new PathwayText(
      text,
      () => performance.now(),
      (path) => this.pathway?.sharedFrom(path) ?? null,
    )
    this.document.subscribe(() => this.#changed())
    this.#read()
    this.problems = readers.examine(text).problems
  }

  /** Calls the listener after every change of anything here. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Makes an edit and keeps the reason when it is refused: `session.edit((document) => document.set(path, 130), 'form')`.
   * Answers whether it was made.
   */
  edit(change: (document: PathwayText) => EditResult, from: Origin): boolean {
    const result = this.document.from(from, change)
    this.refusal = result.done ? null : result.reason
    this.#tell()
    return result.done
  }

  fix(fix: Fix): boolean {
    return this.edit((document) => document.replace(fix.edits), 'problems')
  }

  undo(): void {
    this.document.undo()
  }

  redo(): void {
    this.document.redo()
  }

  select(path: string, from: Origin, place?: { offset: number; length: number }): void {
    this.selection = { path, from, ...(place ? { place } : {}) }
    this.#tell()
  }

  light(state: string | null): void {
    this.active = state
    this.#tell()
  }

  dismissRefusal(): void {
    this.refusal = null
    this.#tell()
  }

  #changed(): void {
    this.#read()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#examine(), pause)
    this.#tell()
  }

  #read(): void {
    const { document } = this.#readers.parse(this.document.text)
    this.stale = document === null || this.document.broken
    if (!this.stale) this.pathway = document
  }

  #examine(): void {
    this.problems = this.#readers.examine(this.document.text).problems
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** `new SessionController(this, () => this.session)`: the element draws itself again when the session changes. */
export class SessionController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #session: () => Session | undefined
  #followed: Session | undefined
  #stop: () => void = () => {}

  constructor(host: ReactiveControllerHost, session: () => Session | undefined) {
    this.#host = host
    this.#session = session
    host.addController(this)
  }

  /** The session is a property and may be replaced by another one. */
  hostUpdate(): void {
    const session = this.#session()
    if (session === this.#followed) return
    this.#stop()
    this.#followed = session
    this.#stop = session?.subscribe(() => this.#host.requestUpdate()) ?? (() => {})
  }

  hostConnected(): void {
    this.#followed = undefined
    this.#host.requestUpdate()
  }

  hostDisconnected(): void {
    this.#stop()
  }
}
