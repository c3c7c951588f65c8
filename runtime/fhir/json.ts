/** Looks at JSON text before anything trusts it: size, depth, double keys, and where each top-level member stands. */
import type { Issue } from './outcome.ts'

/** Characters; the largest Observation seen in practice (with a narrative and a sampled signal) is a tenth of this. */
export const LARGEST = 1_000_000
const DEEPEST = 50

/** A member of the outermost object: its key, and where key and value begin (spaces included) and end in the text. */
export type Member = { key: string; start: number; value: number; end: number }

export type Scan = { issue: Issue | null; members: Member[] }

type Frame = { keys: Set<string> | null; key: string; index: number; expectsKey: boolean }

/** Parses text that may be anything; numbers lose their text here, so what is stored is always the text itself. */
export function readJson(text: string): { value: unknown } | { issue: Issue; status: 400 | 413 } {
  if (text.length > LARGEST) return { issue: { code: 'too-large', values: { limit: LARGEST } }, status: 413 }
  const { issue } = scan(text)
  if (issue?.code === 'too-deep') return { issue, status: 400 }
  try {
    const value = JSON.parse(text) as unknown
    return issue ? { issue, status: 400 } : { value }
  } catch (error) {
    const detail = (error as SyntaxError).message.split('\n')[0]!.slice(0, 120)
    return { issue: { code: 'not-json', values: { detail } }, status: 400 }
  }
}

/** One pass without recursion. Text that is no JSON gives some answer too; `readJson` finds out. */
export function scan(text: string): Scan {
  const frames: Frame[] = []
  const members: Member[] = []
  let issue: Issue | null = null
  for (let place = 0; place < text.length; place++) {
    const frame = frames.at(-1)
    const character = text[place]
    if (character === '"') {
      const end = endOfString(text, place)
      if (frame?.expectsKey && frame.keys) {
        frame.key = unescaped(text.slice(place, end))
        if (frames.length === 1) members.push({ key: frame.key, start: place, value: end, end })
        if (frame.keys.has(frame.key)) issue ??= { code: 'duplicate-key', expression: pathOf(frames) }
        frame.keys.add(frame.key)
        frame.expectsKey = false
      }
      place = end - 1
    } else if (character === '{' || character === '[') {
      const isObject = character === '{'
      frames.push({ keys: isObject ? new Set() : null, key: '', index: 0, expectsKey: isObject })
      if (frames.length > DEEPEST) return { issue: { code: 'too-deep', values: { limit: DEEPEST } }, members }
    } else if (character === '}' || character === ']') {
      if (frames.length === 1) endMember(text, members, place)
      frames.pop()
    } else if (character === ',' && frame) {
      if (frames.length === 1) endMember(text, members, place)
      frame.index++
      frame.expectsKey = frame.keys !== null
    } else if (character === ':' && frames.length === 1 && members.length > 0) {
      members.at(-1)!.value = place + 1
    }
  }
  return { issue, members }
}

/** Behind the closing quote, or the end of the text when there is none. */
function endOfString(text: string, start: number): number {
  for (let place = start + 1; place < text.length; place++) {
    if (text[place] === '\\') place++
    else if (text[place] === '"') return place + 1
  }
  return text.length
}

function unescaped(quoted: string): string {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return quoted
  }
}

function endMember(text: string, members: Member[], place: number): void {
  const member = members.at(-1)
  if (member) member.end = member.start + text.slice(member.start, place).trimEnd().length
}

function pathOf(frames: Frame[]): string {
  const steps = frames.map((frame) => (frame.keys ? `.${frame.key}` : `[${frame.index}]`))
  return `Observation${steps.join('')}`
}
