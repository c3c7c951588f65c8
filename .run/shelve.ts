/** Reads every pathway of a folder that has stories, and plays them. */
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openStories, storiesBeside } from '../runtime/command/documents.ts'
import { CoverageWitness } from '../runtime/simulation/coverage.ts'
import { playStories } from '../runtime/simulation/stories/play.ts'
import type { Shelved } from './library-page.ts'

/** Every pathway of the folder, read, checked and played. */
export function shelvedIn(folder: string): Promise<Shelved[]> {
  const files = globSync('*.scenarios.yaml', { cwd: folder }).map((name) => name.replace('.scenarios.yaml', '.yaml'))
  return Promise.all(files.map((name) => shelve(join(folder, name))))
}

/** Stories that the computer wrote prove nothing: they count for neither. */
async function shelve(file: string): Promise<Shelved> {
  const context = { language: 'nl' as const, report: () => undefined, note: () => undefined }
  const { pathway, document, others } = await openStories(storiesBeside(file), context)
  const witness = new CoverageWitness(pathway)
  const played = playStories(pathway, document, witness, others)
  const stories = played.filter(({ generated }) => !generated).length
  return { file: basename(file), definition: pathway.definition, stories, coverage: witness.coverage }
}
