/** Why the engine did not do what was asked: a code for programs, words for people, and nothing written. */
import type { BothLanguages } from '../interpreter/problem.ts'
import { inBoth } from './texts/index.ts'
import type { TextKey, Values } from './texts/index.ts'

export type RefusalCode = Extract<TextKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

/** Thrown before anything is written. `about` may carry what the asker needs to go on (the draft as it is now, the problems found). */
export class Refused extends Error {
  override name = 'Refused'
  readonly code: string
  readonly text: BothLanguages
  readonly about: Record<string, unknown>

  constructor(code: string, text: BothLanguages, about: Record<string, unknown> = {}) {
    super(`${code}: ${text.en}`)
    this.code = code
    this.text = text
    this.about = about
  }
}

/** `throw refuse('not-found')`: one of the engine's own refusals, with its text in both languages. */
export function refuse(code: RefusalCode, values: Values = {}, about: Record<string, unknown> = {}): Refused {
  return new Refused(code, inBoth(`refused.${code}`, values), about)
}
