/** Reads from each runner's own report how many tests passed and failed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node, type Ended } from './child.ts'

export type Outcome = { passed: number; failed: number; output: string }
type Counts = { passed: number; failed: number }

/** A program that either succeeds or fails counts as one test. */
export async function single(args: string[]): Promise<Outcome> {
  const { succeeded, output } = await node(args)
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, output }
}

/** vitest, one of its projects. A file that cannot even be loaded counts as one failed test. */
export function vitest(project: string): Promise<Outcome> {
  return withReport(vitestCounts, (file) =>
    node([
      'node_modules/vitest/vitest.mjs',
      ...['run', '--config', 'test/vitest.config.ts', '--project', project],
      ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file],
    ]),
  )
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

function vitestCounts(report: string): Counts {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as VitestReport
  const unloadable = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + unloadable.length }
}

/** web-test-runner; its counts come from test/counting-reporter.mjs. */
export function webTestRunner(): Promise<Outcome> {
  const args = ['node_modules/@web/test-runner/dist/bin.js', '--config', 'test/web-test-runner.config.mjs']
  return withReport(
    (report) => JSON.parse(report) as Counts,
    (file) => node(args, { COUNTS_FILE: file }),
  )
}

/** The clinicians' own tests: each story of each pathway counts. */
export async function stories(): Promise<Outcome> {
  const ended = await node(['runtime/cli.ts', 'test', '--json'])
  return outcome(ended, () => storyCounts(ended.stdout))
}

function storyCounts(report: string): Counts {
  const { stories: told } = JSON.parse(report) as { stories: { passed: boolean }[] }
  const passed = told.filter((story) => story.passed).length
  return { passed, failed: told.length - passed }
}

async function withReport(read: (report: string) => Counts, run: (file: string) => Promise<Ended>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'zorgpad-test-'))
  try {
    const file = join(folder, 'report.json')
    return outcome(await run(file), () => read(readFileSync(file, 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A runner that crashed, or that failed for another reason than a test, counts as one failed test. */
function outcome({ succeeded, output }: Ended, counts: () => Counts): Outcome {
  try {
    const { passed, failed } = counts()
    return { passed, failed: succeeded ? failed : Math.max(failed, 1), output }
  } catch (error) {
    return { passed: 0, failed: 1, output: `${output}\nNo counts: ${String(error)}` }
  }
}
