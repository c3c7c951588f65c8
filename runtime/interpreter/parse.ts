/** Reads the text of a pathway: its value with the shared parts in it, the place of each part, and every mistake in its writing and shape. */
import type { PathwayDefinition } from '../../schemas/index.ts'
import type { PathwayDocument } from './document.ts'
import { byPlace, problem, problemsOf } from './finding.ts'
import type { Problem } from './problem.ts'
import type { Locate } from './reading/lines.ts'
import { mendOf, type Mend } from './reading/mend.ts'
import { placeIn } from './reading/place.ts'
import { shapeFindings } from './reading/shape.ts'
import type { SharedParts } from './reading/shared-file.ts'
import { structureFindings } from './reading/structure.ts'
import type { Tree } from './reading/tree.ts'
import { withShared, type Whole } from './reading/use.ts'
import { readWriting } from './reading/writing.ts'
import { say } from './say.ts'
import { isObject } from './walk.ts'

export type Parsed = { document: PathwayDocument | null; problems: Problem[] }

/**
 * Reads `text` (YAML 1.2, at most 256 KiB) and puts what it uses of the `shared` files in its place. Never throws.
 *
 * The document is there as soon as the text is a YAML map with something in it, even when parts of it are wrong: then
 * `problems` is not empty and `document.value` is not what its type says. It is null when the writing itself is broken.
 */
export function parse(text: string, shared: SharedParts = none): Parsed {
  const { tree, problems: before, locate } = readWriting(text)
  if (!tree) return nothing(before)
  if (!isPathway(tree.value))
    return nothing([
      ...before,
      ...noPathway(tree, before.length).map((found) => problem(found, locate(0, text.length))),
    ])
  const mend = mendOf(text, tree.spots)
  const whole = withShared(tree, mend, shared)
  const document = documentOf(text, whole, locate)
  const mistaken = problemsOf([...whole.findings, ...mistakes(whole, mend)], document).filter(
    (found) => !before.some((cause) => causes(cause, found)),
  )
  return { document, problems: [...before, ...mistaken].toSorted(byPlace) }
}

const none: SharedParts = {}

/** A tag or a reference leaves another value behind than was meant: what is wrong with that value is the same mistake. */
function causes(cause: Problem, { path, line, offset }: Problem): boolean {
  if (cause.code === 'yaml-alias') return cause.path === path
  const end = cause.offset + cause.length + 1
  return cause.code === 'yaml-tag' && cause.line === line && offset >= cause.offset - 1 && offset <= end
}

const nothing = (problems: Problem[]): Parsed => ({ document: null, problems: problems.toSorted(byPlace) })

/** A map that names itself a pathway, or has states: anything else would only give a mistake for every section. */
const isPathway = (value: unknown): boolean =>
  isObject(value) && (Object.hasOwn(value, 'pathway') || Object.hasOwn(value, 'states'))

/** An empty text, a list or a lone word; nothing more is said where a mistake already explains it. */
const noPathway = ({ value }: Tree, said: number) =>
  said > 0 ? [] : [{ code: 'no-pathway', path: '', message: say(value === null ? 'empty' : 'no-pathway') }]

const documentOf = (text: string, { value, spots, sharedFrom, shared }: Whole, locate: Locate): PathwayDocument => ({
  text,
  value: value as PathwayDefinition,
  place: placeIn(spots, locate),
  sharedFrom,
  shared,
})

/** The shape of a shared part is the business of its own file, and is told there. */
function mistakes({ value, sharedFrom }: Whole, mend: Mend) {
  const shape = shapeFindings(value, mend)
  return [...shape.filter(({ path }) => sharedFrom(path) === null), ...structureFindings(value, shape)]
}
