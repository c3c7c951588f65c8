/** Which identifiers were received, for ever: 4,096 small files by hash, so that a look-up reads one of them. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Receipt } from '../store.ts'
import { appendLines, readLines } from './lines.ts'

export class Receipts {
  readonly #folder: string
  /** Acknowledged, but not yet in their files. */
  readonly #fresh = new Map<string, Receipt>()

  constructor(root: string) {
    this.#folder = join(root, 'receipts')
  }

  /** Memory first: what has left memory is in its file by then. */
  async get(identifier: string): Promise<Receipt | null> {
    const fresh = this.#fresh.get(identifier)
    if (fresh) return fresh
    const kept = await readLines<Receipt>(this.#path(identifier))
    return kept.find((receipt) => receipt.identifier === identifier) ?? null
  }

  add(receipt: Receipt): void {
    this.#fresh.set(receipt.identifier, receipt)
  }

  async save(): Promise<void> {
    const fresh = [...this.#fresh.values()]
    for (const [path, receipts] of Map.groupBy(fresh, (receipt) => this.#path(receipt.identifier))) {
      await appendLines(path, receipts)
      for (const receipt of receipts) this.#fresh.delete(receipt.identifier)
    }
  }

  #path(identifier: string): string {
    return join(this.#folder, `${createHash('sha256').update(identifier).digest('hex').slice(0, 3)}.jsonl`)
  }
}
