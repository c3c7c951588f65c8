/** Runs one program of the tests, keeps what it prints, and takes it along when the tests are stopped. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

export type Ended = { succeeded: boolean; stdout: string; output: string }

const running = new Set<ChildProcess>()

/** `await node(['node_modules/oxlint/bin/oxlint'])` runs it with this very Node, from the root of the repository. */
export function node(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
  const env = { ...process.env, ...plain, ...environment }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const texts = { stdout: '', output: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.stdout += text
    texts.output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (texts.output += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => {
      running.delete(child)
      resolve({ succeeded: code === 0, ...texts })
    })
  })
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal)
    process.exit(1)
  })
}
