/** A mistake as the reading and the rules see it: an address in the pathway. `problemsOf` finds its place in the text. */
import type { PathwayDocument, Place } from './document.ts'
import type { BothLanguages, Fix, Problem, Severity } from './problem.ts'
import { capital } from './say.ts'

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

/** The problems that a reader sees, in the order of the text. */
export const problemsOf = (findings: readonly Finding[], document: Pick<PathwayDocument, 'place'>): Problem[] =>
  findings.map((finding) => problem(finding, document.place(finding.path, finding.at))).toSorted(byPlace)

export function problem({ code, path, severity = 'error', message, example, fix }: Finding, place: Place): Problem {
  const texts = { message: sentence(message), ...(example ? { example: sentence(example) } : {}) }
  return { code, severity, path, ...place, ...texts, ...(fix ? { fix } : {}) }
}

const sentence = ({ nl, en }: BothLanguages): BothLanguages => ({ nl: capital(nl.trim()), en: capital(en.trim()) })

export const byPlace = (one: Problem, other: Problem): number => one.offset - other.offset || one.length - other.length
