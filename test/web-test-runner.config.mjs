/** Runs the element tests in a real browser. Vite serves the modules, so tests meet the code that people get. */
import { join } from 'node:path'
import { defaultReporter } from '@web/test-runner'
import { chromeLauncher } from '@web/test-runner-chrome'
import { browserArguments, findBrowser } from './browser.ts'
import { countingReporter } from './counting-reporter.mjs'
import { serveThroughVite, startVite } from './vite-middleware.mjs'

const root = join(import.meta.dirname, '..')
const { executablePath, env } = await findBrowser()
const vite = await startVite(root)

export default {
  rootDir: root,
  files: [join(root, 'test/designer/**/*.ui.test.ts')],
  nodeResolve: false,
  middleware: [serveThroughVite(vite)],
  plugins: [{ name: 'stop-vite', serverStop: () => vite.close() }],
  browsers: [
    chromeLauncher({ launchOptions: { executablePath, args: browserArguments, env: { ...process.env, ...env } } }),
  ],
  reporters: [defaultReporter(), countingReporter(process.env['COUNTS_FILE'])],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { timeout: 10_000 } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
}
