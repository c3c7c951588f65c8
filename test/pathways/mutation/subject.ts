/** A pathway of the library with its stories, ready to be tried a thousand times. */
import { readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { check } from '../../../runtime/interpreter/check.ts'
import { compile } from '../../../runtime/interpreter/compile.ts'
import type { PathwayDocument } from '../../../runtime/interpreter/document.ts'
import { examine } from '../../../runtime/interpreter/examine.ts'
import type { Pathway } from '../../../runtime/interpreter/pathway.ts'
import { playStories } from '../../../runtime/simulation/stories/play.ts'
import { readStories, type StoryDocument } from '../../../runtime/simulation/stories/read.ts'
import { TouchWitness } from './touched.ts'

export type Subject = {
  name: string
  document: PathwayDocument
  /** How often each code is found in the pathway as it is. */
  codes: Map<string, number>
} & Pick<StoryDocument, 'stories' | 'first' | 'place'> & {
    others: (name: string) => Pathway | null
    /** What each hand-written story touches, and how long it is; null for one that proves nothing: made by the computer, or failing already. */
    touched: (Touched | null)[]
  }

export type Touched = { story: number; weights: Map<string, number>; length: number }

/** Opens `pathways/<name>.yaml` with the stories and shared parts beside it. Throws when it cannot be played. */
export function openSubject(file: string): Subject {
  const folder = dirname(file)
  const pathways = new Map<string, Pathway>()
  const others = (name: string): Pathway => {
    const known = pathways.get(name) ?? compile(documentIn(join(folder, `${name}.yaml`)))
    pathways.set(name, known)
    return known
  }
  const name = basename(file, '.yaml')
  const pathway = others(name)
  const text = readFileSync(file.replace('.yaml', '.scenarios.yaml'), 'utf8')
  const { document, problems } = readStories(text, pathway.definition, (other) => others(other).definition)
  if (!document) throw new Error(`${name}: ${JSON.stringify(problems[0])}`)
  const touched = document.stories.map((_, story) => touchedBy(pathway, document, story, others))
  return {
    name,
    document: pathway.document,
    codes: codesIn(pathway.document),
    stories: document.stories,
    first: document.first,
    place: document.place,
    others,
    touched,
  }
}

function documentIn(file: string): PathwayDocument {
  const { document, problems } = examine(readFileSync(file, 'utf8'), sharedIn(join(dirname(file), 'shared')))
  const error = problems.find(({ severity }) => severity === 'error')
  if (!document || error) throw new Error(`${file}: ${JSON.stringify(error)}`)
  return document
}

function sharedIn(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return Object.fromEntries(files.map((name) => [basename(name, '.yaml'), readFileSync(join(folder, name), 'utf8')]))
}

/** How many problems of each code the checks find. */
export function codesIn(document: PathwayDocument): Map<string, number> {
  const codes = new Map<string, number>()
  for (const { code } of check(document)) codes.set(code, (codes.get(code) ?? 0) + 1)
  return codes
}

function touchedBy(
  pathway: Pathway,
  { stories, place }: StoryDocument,
  story: number,
  others: Subject['others'],
): Touched | null {
  const one = stories[story]!
  if (one.generated) return null
  const witness = new TouchWitness(pathway)
  const [result] = playStories(pathway, { stories: [one], first: 0, place }, witness, others)
  if (!result!.passed) return null
  return { story, weights: witness.weights, length: witness.length }
}
