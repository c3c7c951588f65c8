/** Parses text that may be anything: bounded in size and depth, and without double keys. */
import type { Issue } from './outcome.ts'
import { scan } from './scan.ts'

/** Characters; the largest Observation seen in practice (with a narrative and a sampled signal) is a tenth of this. */
export const LARGEST = 1_000_000

/** The value, or why there is none. Numbers lose their text here, so what is stored is always the text itself. */
export function readJson(text: string): { value: unknown } | { issue: Issue; status: 400 | 413 } {
  if (text.length > LARGEST) return { issue: { code: 'too-large', values: { limit: LARGEST } }, status: 413 }
  const { issue } = scan(text)
  if (issue?.code === 'too-deep') return { issue, status: 400 }
  try {
    const value = JSON.parse(text) as unknown
    return issue ? { issue, status: 400 } : { value }
  } catch (error) {
    return { issue: { code: 'not-json', values: { place: placeOf(error, text) } }, status: 400 }
  }
}

/** `line:column` from 1, or `?` when the engine does not tell; its words are English, and quote what may be about a patient. */
function placeOf(error: unknown, text: string): string {
  const { message } = error as SyntaxError
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? []
  if (line !== undefined && column !== undefined) return `${line}:${column}`
  if (!message.startsWith('Unexpected end')) return '?'
  const lines = text.split('\n')
  return `${lines.length}:${lines.at(-1)!.length + 1}`
}
