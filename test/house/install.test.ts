/** The starter installs once, whoever calls it and however often, and recovers from being killed. npm is played by a small script. */
import { execFile, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Notes each call, takes as long as it is told, and leaves a half-made folder when killed. */
const npm = `
const { appendFileSync, mkdirSync } = require('node:fs')
appendFileSync('calls.txt', process.argv[2] + ' ')
mkdirSync('node_modules', { recursive: true })
console.log('chatter of npm')
setTimeout(() => process.exit(Number(process.env.NPM_STATUS ?? 0)), Number(process.env.NPM_TAKES ?? 0))
`

let clone: string

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'zorgpad-clone-'))
  mkdirSync(join(clone, '.run'))
  for (const file of ['install.mjs', 'run.mjs', 'start.mjs'])
    copyFileSync(join(root, '.run', file), join(clone, '.run', file))
  writeFileSync(join(clone, 'package-lock.json'), '{ "lockfileVersion": 3 }')
  writeFileSync(join(clone, 'npm-cli.js'), npm)
  writeFileSync(join(clone, 'hello.mjs'), 'console.log("hello", ...process.argv.slice(2))')
})

afterEach(() => rmSync(clone, { recursive: true, force: true }))

const environment = (extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  return { ...process.env, npm_execpath: join(clone, 'npm-cli.js'), npm_lifecycle_event: '', ...extra }
}

const start = (extra: NodeJS.ProcessEnv = {}): Promise<{ stdout: string; stderr: string }> =>
  promisify(execFile)(process.execPath, ['.run/start.mjs', 'hello.mjs', 'you'], { cwd: clone, env: environment(extra) })

const calls = (): string => readFileSync(join(clone, 'calls.txt'), 'utf8')

it('installs the first time only, and keeps standard output for the script', async () => {
  expect((await start()).stdout).toBe('hello you\n')
  expect(await start()).toEqual({ stdout: 'hello you\n', stderr: '' })
  expect(calls()).toBe('ci ')
})

it('installs again when the lock file changed', async () => {
  await start()
  writeFileSync(join(clone, 'package-lock.json'), '{ "lockfileVersion": 3, "name": "changed" }')
  await start()
  expect(calls()).toBe('ci ci ')
})

it('installs once when several start together', async () => {
  const started = await Promise.all([1, 2, 3].map(() => start({ NPM_TAKES: '500' })))
  expect(started.map(({ stdout }) => stdout)).toEqual(Array(3).fill('hello you\n'))
  expect(calls()).toBe('ci ')
})

it('installs again after a run that was killed in the middle', async () => {
  const first = spawn(process.execPath, ['.run/start.mjs', 'hello.mjs'], {
    cwd: clone,
    env: environment({ NPM_TAKES: '1500' }),
  })
  while (!existsSync(join(clone, 'calls.txt'))) await sleep(50)
  first.kill('SIGKILL')
  expect((await start()).stdout).toBe('hello you\n')
  expect(calls()).toBe('ci ci ')
})

it('is not stopped by a lock that nobody holds any more', async () => {
  writeFileSync(join(clone, '.run/install.lock'), '999999999')
  expect((await start()).stdout).toBe('hello you\n')
})

it('says so and stops when the installation fails', async () => {
  await expect(start({ NPM_STATUS: '7' })).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('npm ci: 7'),
  })
  expect(existsSync(join(clone, '.run/install.lock'))).toBe(false)
})
