/** One text with one history: every view of the editor edits it here, each edit changes only its own bytes. */
import type { TextEdit } from '../runtime/interpreter/problem.ts'
import { append, insert, move, remove, set, type Operation } from './document/operations.ts'
import { apply } from './document/patch.ts'
import { History } from './document/history.ts'
import { carryOut } from './document/carry-out.ts'
import type { EditResult } from './document/edit-result.ts'
import { renaming, sectionOf, type Kind } from './document/rename.ts'
import { pathAt, spanOf, type Span } from './document/span.ts'
import { pointer, readTree, type Tree } from './document/tree.ts'
import { fill } from '../runtime/interpreter/say.ts'
import { refusals } from './texts/refusals.ts'

export type { EditResult, Kind }
export type Origin = 'drawing' | 'outline' | 'form' | 'yaml' | 'problems' | 'simulator' | 'history'

/** What happened to the text: batches one after another, the edits of one batch all counted in the text before it. */
export type Change = { batches: TextEdit[][]; origin: Origin }

/**
 * ```ts
 * const document = new PathwayText(yaml, () => performance.now())
 * document.set('/parameters/target/default', 130)
 * document.rename('measurement', 'systolic', 'upper')
 * document.undo()
 * ```
 * Paths are JSON Pointers. `now` (milliseconds) groups edits into one step of `undo` until the author pauses. `sharedFrom` names the
 * shared file in which a part stands that is not in this text: it cannot be edited here.
 */
export class PathwayText {
  #text: string
  #tree: Tree | null
  #value: unknown
  #origin: Origin = 'form'
  readonly #history: History
  readonly #sharedFrom: (path: string) => string | null
  readonly #listeners = new Set<(change: Change) => void>()

  constructor(text: string, now: () => number, sharedFrom: (path: string) => string | null = () => null) {
    this.#sharedFrom = sharedFrom
    this.#text = text
    this.#tree = readTree(text)
    this.#value = this.#tree?.value
    this.#history = new History(now)
  }

  get text(): string {
    return this.#text
  }

  /** The value of the last text that was YAML. */
  get value(): unknown {
    return this.#value
  }

  /** The text is not YAML at this moment; only `replace`, `undo` and `redo` work. */
  get broken(): boolean {
    return this.#tree === null
  }

  get canUndo(): boolean {
    return this.#history.canUndo
  }

  get canRedo(): boolean {
    return this.#history.canRedo
  }

  /** Where something stands in the text: its key with its value. Null when it does not exist or the text is broken. */
  placeOf(path: string): Span | null {
    return this.#tree && spanOf(this.#tree, path)
  }

  /** The path of the innermost thing at an offset of the text; null when the text is broken. */
  pathAt(offset: number): string | null {
    return this.#tree && pathAt(this.#tree, offset)
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Names the view in whose name the edits inside `change` are made. */
  from(origin: Origin, change: (document: PathwayText) => EditResult): EditResult {
    this.#origin = origin
    try {
      return change(this)
    } finally {
      this.#origin = 'form'
    }
  }

  /** Gives the place this value. A missing key is added; inside maps and lists only what differs is touched. */
  set(path: string, value: unknown): EditResult {
    return this.#perform(path, set(path, value))
  }

  /** Adds a key to a map, after the key `after`, else at its end (at the top: in the order of the language). */
  insert(path: string, key: string, value: unknown, after?: string): EditResult {
    return this.#perform(pointer(path, key), insert(path, key, value, after))
  }

  append(path: string, value: unknown): EditResult {
    return this.#perform(path, append(path, value))
  }

  remove(path: string): EditResult {
    return this.#perform(path, remove(path))
  }

  /** Moves an item of a list to another index. */
  move(path: string, from: number, to: number): EditResult {
    return this.#perform(path, move(path, from, to))
  }

  /** Renames something and everything that refers to it, in one step. */
  rename(kind: Kind, old: string, name: string): EditResult {
    return this.#perform(pointer('', sectionOf[kind], old), renaming(kind, old, name))
  }

  /** Typing, pasting, a fix: edits counted in the text as it is now. They may leave the text broken. */
  replace(edits: TextEdit[]): EditResult {
    this.#commit([edits], this.#origin)
    return { done: true }
  }

  undo(): boolean {
    return this.#travel(this.#history.undo())
  }

  redo(): boolean {
    return this.#travel(this.#history.redo())
  }

  #perform(path: string, operation: Operation): EditResult {
    if (this.#tree === null) return { done: false, reason: refusals.broken }
    const file = this.#sharedFrom(path)
    if (file !== null) return { done: false, reason: fill(refusals.shared, { file }) }
    const outcome = carryOut(this.#tree, operation)
    if (!outcome.done) return outcome
    this.#commit(outcome.batches, this.#origin)
    return { done: true }
  }

  #commit(batches: TextEdit[][], origin: Origin): void {
    const real = batches.filter((batch) => batch.length > 0)
    if (real.length === 0) return
    this.#history.record(this.#text, real, origin)
    this.#move(real, origin)
  }

  #travel(batches: TextEdit[][] | null): boolean {
    if (batches === null) return false
    this.#move(batches, 'history')
    return true
  }

  #move(batches: TextEdit[][], origin: Origin): void {
    this.#text = batches.reduce(apply, this.#text)
    this.#tree = readTree(this.#text)
    if (this.#tree) this.#value = this.#tree.value
    for (const listener of this.#listeners) listener({ batches, origin })
  }
}
