/** One pass over JSON text, without recursion: how deep, which keys twice, and where each top-level member stands. */
import type { Issue } from './outcome.ts'

/** Levels; the deepest Observation seen in practice has twelve. */
const DEEPEST = 50

/** A member of the outermost object: its key, and where the key begins and the value ends in the text. */
export type Member = { key: string; start: number; end: number }

export type Scan = { issue: Issue | null; members: Member[] }

/** An object or list that is open; `keys` is null for a list. */
type Frame = { keys: Set<string> | null; key: string; index: number; expectsKey: boolean }

/** Text that is no JSON gives some answer too: whoever cares parses it as well. */
export function scan(text: string): Scan {
  const scanner = new Scanner(text)
  for (let place = 0; place < text.length && scanner.issue?.code !== 'too-deep';) place = scanner.take(place)
  return scanner
}

class Scanner implements Scan {
  readonly members: Member[] = []
  issue: Issue | null = null
  readonly #text: string
  readonly #frames: Frame[] = []

  constructor(text: string) {
    this.#text = text
  }

  /** Looks at what stands at a place; gives the next place to look at. */
  take(place: number): number {
    const character = this.#text[place]
    if (character === '"') return this.#string(place)
    if (character === '{' || character === '[') this.#open(character === '{')
    if (character === '}' || character === ']') this.#close(place)
    if (character === ',') this.#next(place)
    return place + 1
  }

  #open(isObject: boolean): void {
    this.#frames.push({ keys: isObject ? new Set() : null, key: '', index: 0, expectsKey: isObject })
    if (this.#frames.length > DEEPEST) this.issue = { code: 'too-deep', values: { limit: DEEPEST } }
  }

  #close(place: number): void {
    if (this.#frames.length === 1) this.#endMember(place)
    this.#frames.pop()
  }

  #next(place: number): void {
    const frame = this.#frames.at(-1)
    if (!frame) return
    if (this.#frames.length === 1) this.#endMember(place)
    frame.index++
    frame.expectsKey = frame.keys !== null
  }

  #string(start: number): number {
    const end = endOfString(this.#text, start)
    const frame = this.#frames.at(-1)
    if (frame?.expectsKey && frame.keys) this.#key(frame, frame.keys, start, end)
    return end
  }

  #key(frame: Frame, keys: Set<string>, start: number, end: number): void {
    frame.key = unescaped(this.#text.slice(start, end))
    frame.expectsKey = false
    if (this.#frames.length === 1) this.members.push({ key: frame.key, start, end })
    if (keys.has(frame.key)) this.issue ??= { code: 'duplicate-key', expression: this.#path() }
    keys.add(frame.key)
  }

  #endMember(place: number): void {
    const member = this.members.at(-1)
    if (member) member.end = member.start + this.#text.slice(member.start, place).trimEnd().length
  }

  /** FHIRPath of where we are: `Observation.component[0].code`. */
  #path(): string {
    return `Observation${this.#frames.map((frame) => (frame.keys ? `.${frame.key}` : `[${frame.index}]`)).join('')}`
  }
}

/** Behind the closing quote, or the end of the text when there is none. */
function endOfString(text: string, start: number): number {
  for (let place = start + 1; place < text.length; place++) {
    if (text[place] === '\\') place++
    else if (text[place] === '"') return place + 1
  }
  return text.length
}

/** A key may be written with escapes: `\u0069d` is `id`. */
function unescaped(quoted: string): string {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return quoted
  }
}
