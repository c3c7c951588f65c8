/** `zorgpad test [FILE…] [--json|--junit]`: plays stories and reports what differs and what they cover. */
import { glob } from 'node:fs/promises'
import { CoverageWitness, type Coverage } from '../simulation/coverage.ts'
import { playStories } from '../simulation/stories/play.ts'
import { argumentsOf, type Command, type Context } from './command.ts'
import { isStories, openStories, storiesBeside } from './documents.ts'
import { Fault } from './fault.ts'
import { junit } from './junit.ts'
import { coverageLines, type Played, storyLines } from './story-report.ts'
import { say } from './say.ts'

const EVERYWHERE = 'pathways/*.scenarios.yaml'

/** Exit code 1 when a story fails. A pathway can be named instead of its stories. */
export const test: Command = async (args, context) => {
  const { values, positionals } = argumentsOf(args, { json: { type: 'boolean' }, junit: { type: 'boolean' } })
  if (values.json && values.junit) throw new Fault('both-formats')
  const files =
    positionals.length > 0 ? positionals.map((file) => (isStories(file) ? file : storiesBeside(file))) : await found()
  const { played, coverage } = await playAll([...new Set(files)], context)
  if (values.json) context.report(asJson(played, coverage))
  else context.report(values.junit ? junit(played, context.language) : asText(played, coverage, context))
  return played.every(({ stories }) => stories.every(({ passed }) => passed)) ? 0 : 1
}

async function found(): Promise<string[]> {
  const files: string[] = []
  for await (const file of glob(EVERYWHERE)) files.push(file)
  if (files.length === 0) throw new Fault('no-stories', { pattern: EVERYWHERE })
  return files.toSorted()
}

async function playAll(files: string[], context: Context) {
  const played: Played[] = []
  const coverage: Record<string, Coverage> = {}
  for (const file of files) {
    const { pathway, document } = await openStories(file, context)
    const witness = new CoverageWitness(pathway)
    played.push({ file, pathway: pathway.id, stories: playStories(pathway, document, witness) })
    coverage[pathway.id] = witness.coverage
  }
  return { played, coverage }
}

const asJson = (played: Played[], coverage: Record<string, Coverage>): string =>
  JSON.stringify(
    {
      stories: played.flatMap(({ file, stories }) =>
        stories.map(({ story, passed, failures }) => ({ file, story, passed, failures })),
      ),
      coverage,
    },
    null,
    2,
  )

function asText(played: Played[], coverage: Record<string, Coverage>, { language }: Context): string {
  const stories = played.flatMap((one) => one.stories)
  const totals = { passed: stories.filter(({ passed }) => passed).length, total: stories.length }
  return [
    ...played.flatMap(({ file, stories: told }) => [
      file,
      ...told.flatMap((story) => storyLines(file, story, language)),
      '',
    ]),
    ...Object.entries(coverage).flatMap(([pathway, shares]) => [...coverageLines(pathway, shares, language), '']),
    say(language, 'test.total', totals),
  ].join('\n')
}
