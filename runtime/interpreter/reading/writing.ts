/** From a text to a tree of plain values: everything that can be wrong with the writing itself, whatever the text is about. */
import { byPlace, problem } from '../finding.ts'
import type { Problem } from '../problem.ts'
import { excess } from './bounds.ts'
import { locator, type Locate } from './lines.ts'
import { readTree, type Tree } from './tree.ts'
import { readYaml } from './yaml.ts'

/** `tree` is null when the writing is so broken that nothing can be said of what it holds; `problems` then tell why. */
export type Writing = { tree: Tree | null; problems: Problem[]; locate: Locate }

/** Reads YAML with the place of every part. Never throws. */
export function readWriting(text: string): Writing {
  const locate = locator(text)
  const unreadable = (problems: Problem[]): Writing => ({ tree: null, problems: problems.toSorted(byPlace), locate })
  const tooMuch = excess(text)
  if (tooMuch) return unreadable([problem({ ...tooMuch, path: '' }, locate(tooMuch.offset, 1))])
  const { document: yaml, problems } = readYaml(text)
  const written = problems.map((found) => problem({ ...found, path: '' }, locate(found.offset, found.length)))
  if (problems.some(({ fatal }) => fatal)) return unreadable(written)
  const tree = readTree(yaml.contents)
  const inTree = tree.problems.map((found) => problem(found, locate(found.offset, found.length)))
  if (inTree.some(({ code }) => code === 'too-large')) return unreadable([...written, ...inTree])
  return { tree, problems: [...written, ...inTree], locate }
}
