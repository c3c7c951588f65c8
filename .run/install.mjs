/** Installs the locked dependencies when node_modules is not what package-lock.json asks for. Runs on any Node from 18. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const lock = join(root, '.run/install.lock')
const stamp = join(root, 'node_modules/.install-stamp')

/** Returns when node_modules is complete; several may call at once, one installs and the others wait. */
export async function install() {
  const wanted = fingerprint()
  while (textOf(stamp) !== wanted) {
    if (!(await takeLock())) continue
    try {
      if (textOf(stamp) !== wanted) await installLocked(wanted)
    } finally {
      rmSync(lock, { force: true })
    }
  }
}

function fingerprint() {
  const lockFile = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(lockFile).update(`${process.platform} ${process.arch}`).digest('hex')
}

/** True when this process now holds the lock. A lock whose processes are gone was left by a killed run. */
async function takeLock() {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!pidsIn(lock).some(isAlive)) rmSync(lock, { force: true })
  }
  await sleep(200) // another run that mistook our lock for a stale one shows itself within this time
  return pidsIn(lock)[0] === process.pid
}

async function installLocked(wanted) {
  console.error('Installing dependencies (only the first time and after changes, about half a minute)…')
  const [command, ...args] = npmCommand()
  const child = spawn(command, [...args, 'ci', '--include=dev', '--include=optional', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2], // all chatter to stderr: stdout belongs to the command that follows
    shell: process.platform === 'win32' && command === 'npm',
  })
  writeFileSync(lock, `${process.pid} ${child.pid}`) // npm may outlive us when we are killed hard
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => child.kill(signal))
  const status = await new Promise((resolve) => child.once('error', resolve).once('exit', resolve))
  if (status !== 0) fail(status)
  writeFileSync(stamp, wanted)
}

function fail(status) {
  rmSync(lock, { force: true })
  console.error(`The dependencies could not be installed (npm ci: ${status?.message ?? status ?? 'stopped'}).`)
  process.exit(1)
}

/** The npm that started us, else the one on the PATH; other package managers set the same variable. */
function npmCommand() {
  const cli = process.env['npm_execpath'] ?? ''
  if (!/^np[mx]-cli\.js$/.test(basename(cli))) return ['npm']
  return [process.execPath, join(dirname(cli), 'npm-cli.js')]
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function pidsIn(file) {
  return textOf(file).split(' ').filter(Boolean).map(Number)
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
