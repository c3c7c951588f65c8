/** Opens pathways and stories for playing: read, checked, and refused with their problems when they cannot be played. */
import { basename, dirname, join, resolve } from 'node:path'
import { readSharedParts } from '../engine/shared-folder.ts'
import { compile } from '../interpreter/compile.ts'
import type { PathwayDocument } from '../interpreter/document.ts'
import { examine } from '../interpreter/examine.ts'
import type { Pathway } from '../interpreter/pathway.ts'
import type { Problem } from '../interpreter/problem.ts'
import { readShared } from '../interpreter/reading/shared-file.ts'
import type { Others } from '../simulation/stories/play.ts'
import { otherNamesIn, readStories, type StoryDocument } from '../simulation/stories/read.ts'
import type { Context } from './command.ts'
import { Fault } from './fault.ts'
import { problemLines } from './problems.ts'
import { DOCUMENT_LIMIT, readText } from './read-file.ts'

const STORIES = '.scenarios.yaml'
/** Before that, in the name of a file that the computer wrote. */
const GENERATED = '.generated'

/** Shared parts stand in a folder of that name, beside the pathways. */
const isShared = (file: string): boolean => basename(dirname(resolve(file))) === 'shared'

/** `hypertension.scenarios.yaml` holds stories, by its name. */
export const isStories = (file: string): boolean => file.endsWith(STORIES)

/** The pathway beside a file of stories, and the stories beside a pathway. */
const pathwayBeside = (file: string): string =>
  join(dirname(file), `${basename(basename(file, STORIES), GENERATED)}.yaml`)

/** `hypertension.yaml` → `hypertension.scenarios.yaml`. */
export const storiesBeside = (file: string): string => join(dirname(file), `${basename(file, '.yaml')}${STORIES}`)

/** A pathway that can be played. Throws a `Fault` with its errors when it has any. */
export async function openPathway(file: string, context: Context): Promise<Pathway> {
  return compile(await openDocument(file, context))
}

async function openDocument(file: string, { language }: Context): Promise<PathwayDocument> {
  const { document, problems } = await examineFile(file)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (document && errors.length === 0) return document
  throw new Fault(
    'unusable-pathway',
    { file },
    errors.flatMap((problem) => problemLines(file, problem, language)),
  )
}

/** A pathway with the shared parts beside it. */
const examineFile = async (file: string) =>
  examine(await readText(file, DOCUMENT_LIMIT), await readSharedParts(dirname(file)))

/** Stories that can be played, the pathway beside them, and the others that they speak of. */
export type OpenStories = { pathway: Pathway; document: StoryDocument; others: Others }

/** Throws a `Fault` with the problems when the stories or a pathway cannot be played. */
export async function openStories(file: string, context: Context): Promise<OpenStories> {
  const text = await readText(file, DOCUMENT_LIMIT)
  const pathway = await openPathwayOf(file, context)
  const others = await othersIn(text, file, context)
  const { document, problems } = readStories(text, pathway.definition, definitionsOf(others))
  if (document) return { pathway, document, others }
  throw new Fault(
    'unusable-stories',
    { file },
    problems.flatMap((problem) => problemLines(file, problem, context.language)),
  )
}

const definitionsOf = (others: Others) => (name: string) => others(name)?.definition ?? null

/** The pathways beside the stories that a story may be played on besides its own. One that cannot be opened is as good as absent. */
async function othersIn(text: string, file: string, context: Context): Promise<Others> {
  const opened = new Map<string, Pathway>()
  for (const name of otherNamesIn(text)) {
    const pathway = await openPathway(join(dirname(file), `${name}.yaml`), context).catch((error: unknown) => {
      if (error instanceof Fault && error.key === 'not-found') return null
      throw error
    })
    if (pathway) opened.set(name, pathway)
  }
  return (name) => opened.get(name) ?? null
}

/** A `Fault` that says so when the pathway is not beside the stories. */
async function openPathwayOf(stories: string, context: Context): Promise<Pathway> {
  const pathway = pathwayBeside(stories)
  return openPathway(pathway, context).catch((error: unknown) => {
    throw error instanceof Fault && error.key === 'not-found'
      ? new Fault('pathway-not-found', { file: stories, pathway })
      : error
  })
}

/** Everything wrong with a pathway, with a file of shared parts, or with stories and then their names in the pathway beside them. */
export async function problemsIn(file: string, context: Context): Promise<Problem[]> {
  if (isShared(file)) return readShared(basename(file, '.yaml'), await readText(file, DOCUMENT_LIMIT)).problems
  if (!isStories(file)) return (await examineFile(file)).problems
  const text = await readText(file, DOCUMENT_LIMIT)
  const pathway = await openPathwayOf(file, context)
  return readStories(text, pathway.definition, definitionsOf(await othersIn(text, file, context))).problems
}
