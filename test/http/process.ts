/** The server as a process of its own, as an operator runs it: to be killed, stopped and started again. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

export type Running = { url: string; kill: (signal: NodeJS.Signals) => Promise<number | null> }

const started = new Set<ChildProcess>()

/** `zorgpad serve --demo` on a free port; resolves when it answers, rejects with what it said when it ends before. */
export async function startServer(folder: string, ...args: string[]): Promise<Running> {
  const port = args.includes('--port') ? [] : ['--port', '0']
  const child = spawn(process.execPath, ['runtime/cli.ts', 'serve', '--demo', '--store', folder, ...port, ...args], {
    cwd: ROOT,
  })
  started.add(child)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [found] = /http:\/\/[\d.:]+/.exec(said) ?? []
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`exit ${code}: ${said}`)))
  })
  await fetch(`${url}/health`)
  const kill = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
    started.delete(child)
    return child.exitCode
  }
  return { url, kill }
}

/** The exit code of a server that is told to stop in the same breath as it says that it is up. */
export async function stopAtOnce(folder: string, signal: NodeJS.Signals): Promise<number | null> {
  const child = spawn(process.execPath, ['runtime/cli.ts', 'serve', '--store', folder, '--port', '0'], { cwd: ROOT })
  started.add(child)
  const ended = once(child, 'exit')
  child.stdout.once('data', () => child.kill(signal))
  await ended
  started.delete(child)
  return child.exitCode
}

/** `zorgpad serve --demo`, killed with -9 as soon as `moment` says so; false when it was up before that. */
export async function killDuringStart(folder: string, moment: () => Promise<boolean>): Promise<boolean> {
  const child = spawn(process.execPath, ['runtime/cli.ts', 'serve', '--demo', '--store', folder, '--port', '0'], {
    cwd: ROOT,
  })
  started.add(child)
  const ended = once(child, 'exit')
  let isUp = false
  child.stdout.on('data', () => (isUp = true))
  while (!isUp && child.exitCode === null && !(await moment())) await new Promise((resolve) => setTimeout(resolve, 2))
  child.kill('SIGKILL')
  await ended
  started.delete(child)
  return !isUp
}

/** For `afterEach`: a test that failed leaves no process behind. */
export function killAll(): void {
  for (const child of started) child.kill('SIGKILL')
  started.clear()
}
