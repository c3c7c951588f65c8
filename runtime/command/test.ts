/** `zorgpad test [FILE…] [--json|--junit] [--require] [--generate]`: plays stories and reports what differs and what they cover. */
import { glob } from 'node:fs/promises'
import { CoverageWitness, type Coverage } from '../simulation/coverage.ts'
import { playStories } from '../simulation/stories/play.ts'
import { argumentsOf, type Command, type Context } from './command.ts'
import { isStories, openStories, storiesBeside } from './documents.ts'
import { Fault } from './fault.ts'
import { generate } from './generate.ts'
import { junit } from './junit.ts'
import { coloured, coverageLines, percentOf, plain, type Played, storyLines } from './story-report.ts'
import { say } from './say.ts'

const EVERYWHERE = 'pathways/*.scenarios.yaml'

/** What `--require` asks of hand-written stories, in percent; of conditions both ways together. */
const REQUIRED: Record<keyof Coverage, number> = {
  states: 100,
  transitions: 100,
  conditions: 95,
  schedules: 100,
  routes: 100,
  outcomes: 100,
  items: 100,
}

const OPTIONS = {
  json: { type: 'boolean' },
  junit: { type: 'boolean' },
  require: { type: 'boolean' },
  generate: { type: 'boolean' },
  write: { type: 'boolean' },
} as const

/** Exit code 1 when a story fails, or with `--require` when too little is covered. A pathway can be named instead of its stories. */
export const test: Command = async (args, context) => {
  const { values, positionals } = argumentsOf(args, OPTIONS)
  if (values.generate)
    return generate(positionals, { write: values.write ?? false, json: values.json ?? false }, context)
  if (values.write) throw new Fault('write-needs-generate')
  if (values.json && values.junit) throw new Fault('both-formats')
  const files =
    positionals.length > 0 ? positionals.map((file) => (isStories(file) ? file : storiesBeside(file))) : await found()
  const { played, coverage } = await playAll([...new Set(files)], context)
  const short = values.require ? tooLittle(coverage) : []
  if (values.json) context.report(asJson(played, coverage))
  else context.report(values.junit ? junit(played, context.language) : asText(played, coverage, context))
  for (const { kind, ...one } of short)
    context.note(say(context.language, 'test.required', { ...one, kind: say(context.language, `coverage.${kind}`) }))
  const passed = played.every(({ stories }) => stories.every((story) => story.passed))
  return passed && short.length === 0 ? 0 : 1
}

const tooLittle = (coverage: Record<string, Coverage>) =>
  Object.entries(coverage).flatMap(([pathway, shares]) =>
    (Object.keys(REQUIRED) as (keyof Coverage)[])
      .map((kind) => ({ pathway, kind, percent: percentOf(shares[kind]), required: REQUIRED[kind] }))
      .filter(({ percent, required }) => percent < required),
  )

async function found(): Promise<string[]> {
  const files: string[] = []
  for await (const file of glob(EVERYWHERE)) files.push(file)
  if (files.length === 0) throw new Fault('no-stories', { pattern: EVERYWHERE })
  return files.toSorted()
}

/** Files about one pathway cover it together. */
async function playAll(files: string[], context: Context) {
  const played: Played[] = []
  const witnesses = new Map<string, CoverageWitness>()
  for (const file of files) {
    const { pathway, document, others } = await openStories(file, context)
    const witness = witnesses.get(pathway.id) ?? new CoverageWitness(pathway)
    witnesses.set(pathway.id, witness)
    played.push({ file, pathway: pathway.id, stories: playStories(pathway, document, witness, others) })
  }
  const coverage = Object.fromEntries([...witnesses].map(([pathway, witness]) => [pathway, witness.coverage]))
  return { played, coverage }
}

const asJson = (played: Played[], coverage: Record<string, Coverage>): string =>
  JSON.stringify(
    {
      stories: played.flatMap(({ file, stories }) => stories.map(({ line: _line, ...story }) => ({ file, ...story }))),
      coverage: Object.fromEntries(Object.entries(coverage).map(([pathway, shares]) => [pathway, withPercent(shares)])),
    },
    null,
    2,
  )

const withPercent = (coverage: Coverage) =>
  Object.fromEntries(Object.entries(coverage).map(([kind, share]) => [kind, { ...share, percent: percentOf(share) }]))

function asText(played: Played[], coverage: Record<string, Coverage>, { language, colours }: Context): string {
  const paint = colours ? coloured : plain
  const stories = played.flatMap((one) => one.stories)
  const totals = { passed: stories.filter(({ passed }) => passed).length, total: stories.length }
  return [
    ...played.flatMap(({ file, stories: told }) => [
      file,
      ...told.flatMap((story) => storyLines(file, story, language, paint)),
      '',
    ]),
    ...Object.entries(coverage).flatMap(([pathway, shares]) => [...coverageLines(pathway, shares, language), '']),
    say(language, 'test.total', totals),
  ].join('\n')
}
