/** The starter is transparent: what it starts gets the signals, and its exit code comes back. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'

const runner = pathToFileURL(join(import.meta.dirname, '../../.run/run.mjs'))

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'zorgpad-run-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Two processes, as on the command line: the starter, and the script that it runs. */
function startScript(code: string): ChildProcess {
  const script = join(folder, 'script.mjs')
  const starter = join(folder, 'starter.mjs')
  writeFileSync(script, code)
  writeFileSync(
    starter,
    `import { run } from '${runner.href}'\nprocess.exitCode = await run([${JSON.stringify(script)}])\n`,
  )
  return spawn(process.execPath, [starter], { stdio: ['ignore', 'pipe', 'inherit'] })
}

it('gives the exit code back', async () => {
  expect(await once(startScript('process.exit(7)'), 'exit')).toEqual([7, null])
})

it('says which signal ended the script', async () => {
  expect(await once(startScript('process.kill(process.pid, "SIGKILL")'), 'exit')).toEqual([128 + 9, null])
})

it.each(['SIGTERM', 'SIGINT'] as const)('passes %s on and waits for the end', async (signal) => {
  const child = startScript(`
    process.once('${signal}', () => setTimeout(() => process.exit(3), 100))
    setTimeout(() => {}, 10_000)
    console.log('ready')`)
  await once(child.stdout!, 'data')
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([3, null])
})
