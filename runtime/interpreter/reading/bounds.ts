/**
 * Looks at a text before it is read, in a time that only grows with its length.
 *
 * A pathway is far smaller than these bounds. Without them a text of a few megabytes, or one that nests ten thousand
 * brackets, would occupy the server or exhaust its stack.
 */
import { Lexer } from 'yaml'
import type { BothLanguages } from '../problem.ts'
import { say } from '../say.ts'

export const bounds = { bytes: 256 * 1024, lines: 5_000, parts: 20_000, indent: 120, depth: 40, entries: 400 } as const

/** What is too much, and where it begins. */
export type Excess = { code: 'too-large' | 'too-deep' | 'not-text'; offset: number; message: BothLanguages }

/** The first bound that `text` exceeds, or null. */
export const excess = (text: string): Excess | null =>
  tooLarge(text) ?? notText(text) ?? tooManyLines(text) ?? tooComplex(text)

function tooLarge(text: string): Excess | null {
  if (text.length <= bounds.bytes && bytesOf(text) <= bounds.bytes) return null
  return { code: 'too-large', offset: 0, message: say('too-large', { limit: bounds.bytes / 1024 }) }
}

/** The length in UTF-8: half of a surrogate pair counts two. */
function bytesOf(text: string): number {
  let bytes = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3
  }
  return bytes
}

/** YAML allows no control characters; the library lets them pass, and a database does not. */
function notText(text: string): Excess | null {
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  const offset = text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/)
  return offset === -1 ? null : { code: 'not-text', offset, message: say('not-text') }
}

function tooManyLines(text: string): Excess | null {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
    if (++lines > bounds.lines)
      return { code: 'too-large', offset: at, message: say('too-many-lines', { limit: bounds.lines }) }
  return null
}

/** Counts keys, items and nesting in the tokens, where brackets inside quotes and comments do not count. */
function tooComplex(text: string): Excess | null {
  const count = { offset: 0, parts: 0, brackets: 0, indent: 0 }
  for (const token of new Lexer().lex(text)) {
    if (token === '\u0002' || token === '\u001f') continue // marks of the lexer itself, not in the text
    weigh(token, count)
    if (count.parts > bounds.parts) return { code: 'too-large', offset: count.offset, message: say('too-many-parts') }
    if (count.brackets > bounds.depth || count.indent > bounds.indent)
      return { code: 'too-deep', offset: count.offset, message: say('too-deep') }
    count.offset += token.length
  }
  return null
}

function weigh(token: string, count: { parts: number; brackets: number; indent: number }): void {
  if (token.startsWith('\n') || token.startsWith('\r')) count.indent = 0
  else if (token === '[' || token === '{') count.brackets++
  else if (token === ']' || token === '}') count.brackets = Math.max(0, count.brackets - 1)
  else if (token === ':' || token === ',') count.parts++
  else if (token === '-' || token === '?') {
    count.parts++
    count.indent++ // `- - -` nests on one line
  } else if (token.trim() === '' && count.brackets === 0) count.indent += token.length
}
