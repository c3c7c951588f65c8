/** Reads YAML 1.2 (core schema) and says in plain words what is wrong with the writing itself. */
import { parseDocument, type Document, type ErrorCode } from 'yaml'
import type { BothLanguages } from '../problem.ts'
import { say } from '../say.ts'
import type { TextKey } from '../texts/nl.ts'

/** A mistake in the writing. `fatal`: what follows it cannot be trusted. */
export type YamlProblem = { code: string; offset: number; length: number; message: BothLanguages; fatal: boolean }

/** What the library's codes mean to somebody who writes a pathway. */
const meanings: Partial<Record<ErrorCode, TextKey>> = {
  TAB_AS_INDENT: 'yaml-tab',
  BAD_INDENT: 'yaml-indent',
  BLOCK_IN_FLOW: 'yaml-indent',
  MISSING_CHAR: 'yaml-unclosed',
  BAD_SCALAR_START: 'yaml-quotes',
  BAD_DQ_ESCAPE: 'yaml-escape',
  MULTILINE_IMPLICIT_KEY: 'yaml-colon',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-colon',
  BAD_ALIAS: 'yaml-alias',
  MULTIPLE_DOCS: 'yaml-documents',
  TAG_RESOLVE_FAILED: 'yaml-tag',
  BAD_COLLECTION_TYPE: 'yaml-tag',
  NON_STRING_KEY: 'yaml-key',
}

/** Mistakes that leave the rest of the text readable as it was meant. */
const harmless = new Set<ErrorCode>(['TAG_RESOLVE_FAILED', 'BAD_COLLECTION_TYPE', 'NON_STRING_KEY', 'BAD_DQ_ESCAPE'])

/** Reads `text`; one mistake is reported once, also where the library trips over it again on the same line. */
export function readYaml(text: string): { document: Document.Parsed; problems: YamlProblem[] } {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    stringKeys: true,
    uniqueKeys: false, // the library compares every pair of keys; the tree finds doubles in one go
    prettyErrors: false,
    logLevel: 'error', // `silent` would pass over a second document
  })
  const raw = [...document.errors, ...document.warnings].map(({ code, message, pos: [from, to] }) =>
    yamlProblem(message.includes('and end with a') ? 'MISSING_CHAR' : code, from, to),
  )
  return { document, problems: firstOfEach([...raw, ...otherVersion(document, text)], text) }
}

function yamlProblem(code: ErrorCode, from: number, to: number): YamlProblem {
  const key = meanings[code] ?? 'yaml-other'
  return { code: key, offset: from, length: Math.max(1, to - from), message: say(key), fatal: !harmless.has(code) }
}

/** `%YAML 1.1` would make `no` false and `08:30` a number. */
function otherVersion(document: Document.Parsed, text: string): YamlProblem[] {
  const { explicit, version } = document.directives.yaml
  if (!explicit || version === '1.2') return []
  const offset = Math.max(0, text.indexOf('%YAML'))
  return [{ code: 'yaml-version', offset, length: 5, message: say('yaml-version'), fatal: true }]
}

/** After a fatal mistake the library goes on guessing: only what it reported first counts, with what is harmless before it. */
function firstOfEach(problems: YamlProblem[], text: string): YamlProblem[] {
  const kept: YamlProblem[] = []
  for (const problem of problems.toSorted((one, other) => one.offset - other.offset)) {
    if (kept.some((other) => lineAt(text, other.offset) === lineAt(text, problem.offset))) continue
    kept.push(problem)
    if (problem.fatal && problem.code !== 'yaml-tab') break
  }
  return kept
}

const lineAt = (text: string, offset: number): number => text.lastIndexOf('\n', Math.max(0, offset - 1))
