/** Applies the rules: a pathway without problems works. */
import type { PathwayDocument } from './document.ts'
import { problemsOf } from './finding.ts'
import type { Problem } from './problem.ts'
import { rules } from './rules/index.ts'
import { examined } from './rules/rule.ts'

/** The findings of every rule, in the order of the text. Parts with a mistake in their shape are passed over: `parse` reports those. */
export function check(document: PathwayDocument): Problem[] {
  const pathway = examined(document)
  return problemsOf(
    rules.flatMap((rule) => rule.check(pathway).map((finding) => ({ ...finding, code: rule.code }))),
    document,
  )
}
