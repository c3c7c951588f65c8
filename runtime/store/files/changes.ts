/** What listeners must hear, in order, with a cursor that rises for ever: the newest in memory, all in files of 10,000. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Change } from '../store.ts'
import { appendLines, readLines } from './lines.ts'

const PER_FILE = 10_000
const IN_MEMORY = 10_000

export class Changes {
  readonly #folder: string
  /** The newest, without gaps; the first of them has cursor `#newest - length + 1`. */
  #recent: Change[] = []
  #newest = 0
  #saved = 0

  constructor(root: string) {
    this.#folder = join(root, 'changes')
  }

  get latest(): number {
    return this.#newest
  }

  /** Finds where the cursor stood. */
  async open(): Promise<void> {
    const files = await readdir(this.#folder).catch(() => [])
    const last = Math.max(-1, ...files.map((file) => Number.parseInt(file, 10)))
    this.#recent = last < 0 ? [] : await this.#file(last)
    this.#newest = this.#recent.at(-1)?.cursor ?? 0
    this.#saved = this.#newest
  }

  /** One that is known already (when the journal is applied again) is skipped. */
  add(change: Change): void {
    if (change.cursor <= this.#newest) return
    this.#recent.push(change)
    this.#newest = change.cursor
  }

  async after(cursor: number, limit: number): Promise<Change[]> {
    const first = this.#newest - this.#recent.length
    if (cursor >= first) return this.#recent.slice(cursor - first, cursor - first + limit)
    const recent = [...this.#recent] // before the first pause: what is not in a file by then is in here
    const found: Change[] = []
    for (let file = Math.floor(Math.max(0, cursor) / PER_FILE); found.length < limit; file++) {
      if (file * PER_FILE >= this.#newest) break
      found.push(...(await this.#file(file)).filter((change) => change.cursor > cursor))
    }
    const last = found.at(-1)?.cursor ?? cursor
    return [...found, ...recent.filter((change) => change.cursor > last)].slice(0, limit)
  }

  async save(): Promise<void> {
    const fresh = this.#recent.slice(this.#saved - this.#newest + this.#recent.length)
    for (const [file, changes] of Map.groupBy(fresh, ({ cursor }) => Math.floor((cursor - 1) / PER_FILE))) {
      await appendLines(join(this.#folder, `${file}.jsonl`), changes)
      this.#saved = changes.at(-1)!.cursor
    }
    const surplus = this.#recent.length - IN_MEMORY - (this.#newest - this.#saved)
    if (surplus > 0) this.#recent.splice(0, surplus)
  }

  /** The changes of one file; one that was written twice, around a kill, counts once. */
  async #file(file: number): Promise<Change[]> {
    const changes = await readLines<Change>(join(this.#folder, `${file}.jsonl`))
    return changes.filter((change, index) => index === 0 || change.cursor > changes[index - 1]!.cursor)
  }
}
