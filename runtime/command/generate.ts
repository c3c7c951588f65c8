/** `zorgpad test --generate PATHWAY [--write] [--json]`: stories that take every transition at its limits. */
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Generated, generateStories } from '../simulation/generate/generate.ts'
import { storiesAsYaml } from '../simulation/generate/write.ts'
import type { Context } from './command.ts'
import { openPathway } from './documents.ts'
import { Fault } from './fault.ts'
import { say } from './say.ts'

type Options = { write: boolean; json: boolean }

/** Prints the stories, or writes them beside the pathway; what could not be reached is said with the reason. Exit code 0. */
export async function generate(files: string[], { write, json }: Options, context: Context): Promise<0 | 1> {
  const [file, ...others] = files
  if (file === undefined || others.length > 0) throw new Fault('generate.needs')
  const pathway = await openPathway(file, context)
  const generated = generateStories(pathway)
  if (json) context.report(JSON.stringify(generated, null, 2))
  else if (write) await writeBeside(file, generated, context)
  else context.report(yamlOf(file, generated, context))
  const { taken, missed, stories } = generated
  const total = taken.length + missed.length
  const counts = { pathway: pathway.id, taken: taken.length, total, stories: stories.length }
  context.note(say(context.language, 'generate.total', counts))
  for (const { transition, reason } of missed)
    context.note(say(context.language, 'generate.not-taken', { transition, reason: reason[context.language] }))
  return 0
}

async function writeBeside(file: string, generated: Generated, context: Context): Promise<void> {
  const target = file.replace(/\.yaml$/, '.generated.scenarios.yaml')
  await writeFile(target, yamlOf(file, generated, context)).catch((error: unknown) => {
    throw new Fault('not-writable', { file: target, reason: (error as Error).message })
  })
  context.report(say(context.language, 'generate.written', { file: target }))
}

const yamlOf = (file: string, { stories }: Generated, { language }: Context): string =>
  storiesAsYaml(stories, [say(language, 'generate.heading', { file: basename(file) })])
