/** `npm run bench`: every benchmark after the other, each in a process of its own so that none inherits another's memory. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

for (const script of ['step.ts', 'w1/w1.ts', 'w1/growth.ts']) {
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, script)], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
