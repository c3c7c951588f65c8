/** A mistake as the reading and the rules see it: an address in the pathway. `problemsOf` finds its place in the text. */
import type { PathwayDocument, Place } from './document.ts'
import type { BothLanguages, Fix, Problem, Severity } from './problem.ts'
import { capital, fill } from './say.ts'

/** `at` says what of the element at `path` is marked: its value (the default) or its key. */
export type Finding = {
  code: string
  path: string
  at?: 'value' | 'key'
  severity?: Severity
  message: BothLanguages
  example?: BothLanguages | undefined
  fix?: Fix | undefined
}

type Places = Pick<PathwayDocument, 'place'> & Partial<Pick<PathwayDocument, 'sharedFrom'>>

/** The problems that a reader sees, in the order of the text. */
export const problemsOf = (findings: readonly Finding[], document: Places): Problem[] =>
  findings
    .map((finding) => problem(fromShared(finding, document), document.place(finding.path, finding.at)))
    .toSorted(byPlace)

const words = {
  inShared: { nl: 'In het gedeelde bestand {file}.yaml: {message}', en: 'In the shared file {file}.yaml: {message}' },
}

/** What is wrong in a shared part stands where the pathway names the part: it says which file is meant, and nothing can be mended here. */
function fromShared(finding: Finding, { sharedFrom }: Places): Finding {
  const file = sharedFrom?.(finding.path) ?? null
  if (file === null) return finding
  return { ...finding, message: fill(words.inShared, { file, message: finding.message }), fix: undefined }
}

/** A finding with its place in the text; every sentence begins with a capital. */
export function problem({ code, path, severity = 'error', message, example, fix }: Finding, place: Place): Problem {
  const texts = { message: sentence(message), ...(example ? { example: sentence(example) } : {}) }
  return { code, severity, path, ...place, ...texts, ...(fix && fix.edits.length > 0 ? { fix } : {}) }
}

const sentence = ({ nl, en }: BothLanguages): BothLanguages => ({ nl: capital(nl.trim()), en: capital(en.trim()) })

/** In the order of the text; at one place the shorter first. */
export const byPlace = (one: Problem, other: Problem): number => one.offset - other.offset || one.length - other.length
