/** Keeps a draft: saves a moment after each change, keeps unsaved work in the browser, and tells when somebody else was first. */
import type { Draft, SaveDraft } from '../../runtime/http/api.ts'
import type { PathwayText } from '../document.ts'

export type Status = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict'

/** What the keeper needs of the server: it throws what `current` recognises as a conflict. */
export type Saver = {
  save: (id: string, draft: SaveDraft) => Promise<Draft>
  /** The draft as somebody else saved it, when the error says so. */
  current: (error: unknown) => Draft | undefined
}

type Kept = { text: string; version: number }

const pause = 1200
const keyOf = (id: string): string => `zorgpad-unsaved-${id}`

/** The text that was not saved last time; null when there is none. */
export function unsavedWork(id: string, storage: Storage): Kept | null {
  const kept = storage.getItem(keyOf(id))
  return kept === null ? null : (JSON.parse(kept) as Kept)
}

export class Keeper {
  status: Status = 'saved'
  error: unknown = null
  /** Present while the status is `conflict`. */
  theirs: Draft | null = null
  readonly #document: PathwayText
  readonly #saver: Saver
  readonly #storage: Storage
  readonly #changed: () => void
  readonly #id: string
  #version: number
  #saved: string
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #stop: () => void

  constructor(draft: Draft, document: PathwayText, saver: Saver, storage: Storage, changed: () => void) {
    this.#id = draft.id
    this.#version = draft.version
    this.#saved = draft.text
    this.#document = document
    this.#saver = saver
    this.#storage = storage
    this.#changed = changed
    this.#stop = document.subscribe(() => this.#edited())
    if (document.text !== draft.text) this.#edited()
  }

  /** Saves now. Answers whether the server has the text as it is. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer)
    if (this.status === 'saved') return true
    if (this.status === 'saving' || this.status === 'conflict') return false
    const text = this.#document.text
    this.#become('saving')
    try {
      this.#take(await this.#saver.save(this.#id, { text, version: this.#version }))
    } catch (error) {
      this.#fail(error)
    }
    return this.#document.text === this.#saved
  }

  /** After a conflict: my text goes on, over theirs. */
  async keepMine(): Promise<void> {
    if (this.theirs) this.#version = this.theirs.version
    this.theirs = null
    this.#become('unsaved')
    await this.save()
  }

  /** After a conflict: their text goes on; mine can still be had back with undo. */
  takeTheirs(): void {
    const draft = this.theirs
    if (!draft) return
    this.#version = draft.version
    this.#saved = draft.text
    this.theirs = null
    this.status = 'unsaved'
    this.#document.replace([{ offset: 0, length: this.#document.text.length, insert: draft.text }])
    this.#edited()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#stop()
  }

  #edited(): void {
    if (this.#document.text === this.#saved) {
      this.#storage.removeItem(keyOf(this.#id))
      if (this.status !== 'saving' && this.status !== 'conflict') this.#become('saved')
      return
    }
    this.#storage.setItem(keyOf(this.#id), JSON.stringify({ text: this.#document.text, version: this.#version }))
    clearTimeout(this.#timer)
    if (this.status === 'conflict') return
    if (this.status !== 'saving') this.#become('unsaved')
    this.#timer = setTimeout(() => void this.save(), pause)
  }

  #take(draft: Draft): void {
    this.#version = draft.version
    this.#saved = draft.text
    this.status = 'saved'
    this.#edited()
  }

  #fail(error: unknown): void {
    this.theirs = this.#saver.current(error) ?? null
    this.error = error
    this.#become(this.theirs ? 'conflict' : 'failed')
  }

  #become(status: Status): void {
    this.status = status
    this.#changed()
  }
}
