/** Cases of the rules: a small pathway of which a case replaces whole sections. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../../runtime/interpreter/problem.ts'

const folder = import.meta.dirname
const base = sections(readFileSync(join(folder, 'base.yaml'), 'utf8'))

/** The text of the base with the sections of `fragment` in the place of its own. */
export function merged(fragment: string): string {
  return [...new Map([...base, ...sections(fragment)]).values()].join('')
}

/** The top-level parts of a pathway, each with its name, as they are written. */
function sections(text: string): [name: string, text: string][] {
  const parts = text.split(/^(?=[a-z]\w*:)/m).filter((part) => /^[a-z]/.test(part))
  return parts.map((part) => [part.slice(0, part.indexOf(':')), part.endsWith('\n') ? part : `${part}\n`])
}

/** What a case says of itself in its comments: `# finds: /states/review error`, `# also: /initial unknown-name`, `# says: …`. */
export function expectations(fragment: string): { finds: string[]; also: string[]; says: string[] } {
  const after = (word: string): string[] =>
    [...fragment.matchAll(new RegExp(`^# ${word}: (.*)$`, 'gm'))].map(([, text]) => text!)
  return { finds: after('finds'), also: after('also'), says: after('says') }
}

/**
 * Mistakes of other rules that a case must not have. A case shows one thing and leaves out what is not about it, such as sources:
 * what other rules only remark on does not matter.
 */
export const elsewhere = (problems: readonly Problem[], code: string): Problem[] =>
  problems.filter((problem) => problem.code !== code && problem.severity === 'error')

export const readCase = (rule: string, file: string): string => readFileSync(join(folder, rule, file), 'utf8')

export const readPage = (rule: string): string =>
  readFileSync(join(folder, '../../../runtime/interpreter/rules', `${rule}.md`), 'utf8')
