/** `zorgpad check FILE… [--json]`: finds mistakes in pathways and in stories. */
import type { Problem, Severity } from '../interpreter/problem.ts'
import { argumentsOf, type Command, type Context } from './command.ts'
import { problemsIn } from './documents.ts'
import { Fault } from './fault.ts'
import { problemLines } from './problems.ts'
import { say } from './say.ts'

type Checked = { file: string; problems: Problem[] }

/** Exit code 1 when there is an error; warnings and hints pass. */
export const check: Command = async (args, context) => {
  const { values, positionals } = argumentsOf(args, { json: { type: 'boolean' } })
  if (positionals.length === 0) throw new Fault('no-files')
  const files: Checked[] = []
  for (const file of positionals) files.push({ file, problems: await problemsIn(file, context) })
  context.report(values.json ? asJson(files) : asText(files, context))
  return count(files, 'error') > 0 ? 1 : 0
}

/** `offset` and `length` are for editors; on the command line line and column say where. */
const asJson = (files: Checked[]): string =>
  JSON.stringify(
    {
      files: files.map(({ file, problems }) => ({
        file,
        problems: problems.map(({ offset: _offset, length: _length, ...shown }) => shown),
      })),
    },
    null,
    2,
  )

function asText(files: Checked[], { language }: Context): string {
  const lines = files.flatMap(({ file, problems }) =>
    problems.flatMap((problem) => problemLines(file, problem, language)),
  )
  const totals = { errors: count(files, 'error'), warnings: count(files, 'warning'), hints: count(files, 'hint') }
  return [...lines, say(language, lines.length > 0 ? 'check.total' : 'check.good', totals)].join('\n')
}

const count = (files: Checked[], severity: Severity): number =>
  files.flatMap(({ problems }) => problems).filter((problem) => problem.severity === severity).length
