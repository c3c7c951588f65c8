/** Which tests vitest runs, and how: the unit tests share processes, the end-to-end tests run one after another. */
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = join(import.meta.dirname, '..')

/** At length every property takes as long as it takes. */
const patience = process.env['REPEATS'] === 'full' ? 15 * 60_000 : 20_000

export default defineConfig({
  root,
  test: {
    coverage: { provider: 'v8', include: ['runtime/**/*.ts', 'schemas/**/*.ts'], reporter: ['text-summary', 'html'] },
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['**/*.ui.test.ts'],
          // Processes, not threads: several tests start servers and databases that must die with them.
          pool: 'forks',
          isolate: false,
          // One less than there are cores would be one on a small machine.
          maxWorkers: 2,
          testTimeout: patience,
        },
      },
      {
        root,
        test: {
          name: 'end-to-end',
          include: ['test/end-to-end/**/*.e2e.ts'],
          globalSetup: 'test/build-designer.ts',
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
