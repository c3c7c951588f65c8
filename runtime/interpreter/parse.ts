/** Reads the text of a pathway: its value, the place of each part, and every mistake in its writing and shape. */
import type { PathwayDefinition } from '../../schemas/index.ts'
import type { PathwayDocument } from './document.ts'
import { byPlace, problem, problemsOf } from './finding.ts'
import type { Problem } from './problem.ts'
import { excess } from './reading/bounds.ts'
import { locator } from './reading/lines.ts'
import { mendOf } from './reading/mend.ts'
import { placeIn } from './reading/place.ts'
import { shapeFindings } from './reading/shape.ts'
import { structureFindings } from './reading/structure.ts'
import { readTree, type Tree } from './reading/tree.ts'
import { readYaml } from './reading/yaml.ts'
import { say } from './say.ts'
import { isObject } from './walk.ts'

export type Parsed = { document: PathwayDocument | null; problems: Problem[] }

/**
 * Reads `text` (YAML 1.2, at most 256 KiB). Never throws.
 *
 * The document is there as soon as the text is a YAML map with something in it, even when parts of it are wrong: then
 * `problems` is not empty and `document.value` is not what its type says. It is null when the writing itself is broken.
 */
export function parse(text: string): Parsed {
  const locate = locator(text)
  const tooMuch = excess(text)
  if (tooMuch) return nothing([problem({ ...tooMuch, path: '' }, locate(tooMuch.offset, 1))])
  const { document: yaml, problems } = readYaml(text)
  const written = problems.map((found) => problem({ ...found, path: '' }, locate(found.offset, found.length)))
  if (problems.some(({ fatal }) => fatal)) return nothing(written)
  const tree = readTree(yaml.contents)
  const inTree = tree.problems.map((found) => problem(found, locate(found.offset, found.length)))
  const before = [...written, ...inTree]
  if (inTree.some(({ code }) => code === 'too-large')) return nothing(before)
  if (!isPathway(tree.value))
    return nothing([
      ...before,
      ...noPathway(tree, before.length).map((found) => problem(found, locate(0, text.length))),
    ])
  const document = documentOf(text, tree)
  const mistaken = problemsOf(mistakes(document, tree), document).filter(
    (found) => !before.some((cause) => causes(cause, found)),
  )
  return { document, problems: [...before, ...mistaken].toSorted(byPlace) }
}

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

function documentOf(text: string, { value, spots }: Tree): PathwayDocument {
  return { text, value: value as PathwayDefinition, place: placeIn(spots, locator(text)) }
}

function mistakes(document: PathwayDocument, tree: Tree) {
  const shape = shapeFindings(tree.value, mendOf(document.text, tree.spots))
  return [...shape, ...structureFindings(tree.value, shape)]
}
