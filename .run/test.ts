/** `npm test`: every check and every test, in order, all of them even when one fails; the last line is the sum. */
import { generatedFilesAreCurrent } from './generated.ts'
import { single, stories, vitest, webTestRunner, type Outcome } from './counts.ts'

type Step = [name: string, run: () => Promise<Outcome>]

const typescript = 'node_modules/typescript/bin/tsc'

/** Stages follow one another; the steps of a stage know nothing of each other and run two at a time. */
const stages: Step[][] = [
  [['generated files', generatedFilesAreCurrent]],
  [
    ['types', () => single([typescript])],
    ['types of the designer', () => single([typescript, '-p', 'designer'])],
    ['types of end-to-end', () => single([typescript, '-p', 'test/end-to-end'])],
    ['types of the core', () => single([typescript, '-p', 'runtime/interpreter'])],
    ['lint', () => single(['node_modules/oxlint/bin/oxlint'])],
    ['format', () => single(['node_modules/oxfmt/bin/oxfmt', '--check'])],
    ['build of the designer', () => single(['.run/build.ts'])],
  ],
  [['unit tests', () => vitest('unit')]],
  [
    ['element tests', webTestRunner],
    ['stories', stories],
  ],
  [['end-to-end tests', () => vitest('end-to-end')]],
]

const sum = { passed: 0, failed: 0 }

/** `npm test -- types lint` runs only the steps whose names begin so. */
function wanted([name]: Step): boolean {
  const beginnings = process.argv.slice(2)
  return beginnings.length === 0 || beginnings.some((beginning) => name.startsWith(beginning))
}

async function runStage(steps: Step[]): Promise<void> {
  const waiting = steps.values()
  const worker = async (): Promise<void> => {
    for (const step of waiting) await runStep(step)
  }
  await Promise.all([worker(), worker()])
}

async function runStep([name, run]: Step): Promise<void> {
  const started = performance.now()
  const { passed, failed, output } = await run()
  sum.passed += passed
  sum.failed += failed
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const result = failed === 0 ? `ok      ${passed}` : `FAILED  ${failed} of ${passed + failed}`
  console.log(`${name.padEnd(22)} ${result.padEnd(20)} ${seconds} s`)
  if (failed > 0) console.log(output.trimEnd().replace(/^/gm, '  '))
}

process.env['SEED'] ??= String(Math.floor(Math.random() * 2 ** 31))
console.log(
  `To repeat this run: SEED=${process.env['SEED']}${process.env['REPEATS'] ? ` REPEATS=${process.env['REPEATS']}` : ''} npm test`,
)
for (const stage of stages) await runStage(stage.filter(wanted))
console.log(`${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed > 0 ? 1 : 0
