/** An argument or file that cannot be used: the command stops with exit code 2, before anything was reported. */
import type { Fillings, TextKey } from './say.ts'

/** `key` is both the code and the text; `lines` follow it as they are. */
export class Fault extends Error {
  override name = 'Fault'
  readonly key: TextKey
  readonly fillings: Fillings
  readonly lines: string[]

  constructor(key: TextKey, fillings: Fillings = {}, lines: string[] = []) {
    super(key)
    this.key = key
    this.fillings = fillings
    this.lines = lines
  }
}
