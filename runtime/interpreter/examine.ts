/** Everything that can be said about the text of a pathway: its writing, its shape, and the rules. What the screens and the command line call. */
import { check } from './check.ts'
import { byPlace } from './finding.ts'
import { parse, type Parsed } from './parse.ts'
import type { SharedParts } from './reading/shared-file.ts'

/**
 * Reads `text`, with the shared files that it may use, and applies every rule to what is readable. Problems stand in the order
 * of the text. Never throws.
 */
export function examine(text: string, shared?: SharedParts): Parsed {
  const { document, problems } = parse(text, shared)
  return { document, problems: document ? [...problems, ...check(document)].toSorted(byPlace) : problems }
}
