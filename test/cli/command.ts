/** Runs `zorgpad`: as a user does, in a process of its own, or quicker in this one; with files in a folder of the test's own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { main } from '../../runtime/command/main.ts'

const cli = join(import.meta.dirname, '../../runtime/cli.ts')

export type Ran = { code: number | null; stdout: string; stderr: string }

/** A folder with these files, gone after the test. */
export function folder(files: Record<string, string | Uint8Array> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'zorgpad-cli-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

/** In this process. Names of files become paths in `cwd`. */
export async function zorgpad(cwd: string, ...args: string[]): Promise<Ran> {
  const ran: Ran = { code: null, stdout: '', stderr: '' }
  const inFolder = args.map((argument) => (/^[\w.-]+\.\w+$/.test(argument) ? join(cwd, argument) : argument))
  ran.code = await main(inFolder, {
    stdout: (text) => (ran.stdout += `${text}\n`),
    stderr: (text) => (ran.stderr += `${text}\n`),
  })
  return { ...ran, stdout: ran.stdout.replaceAll(`${cwd}/`, ''), stderr: ran.stderr.replaceAll(`${cwd}/`, '') }
}

/** In a process of its own. */
export function spawned(cwd: string, ...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, NO_COLOR: '1' } })
  const ran: Ran = { code: null, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ran.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ran.stderr += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve({ ...ran, code }))
  })
}

/** A server of its own on a free port, with its data in `cwd`. */
export function serving(cwd: string): { url: Promise<string>; stop: () => Promise<number | null> } {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--store', join(cwd, 'data')], { cwd })
  onTestFinished(() => void child.kill('SIGKILL'))
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\S+/.exec(text)?.[0]
      if (found) resolve(found)
    })
    child.once('close', () => reject(new Error('The server stopped before it listened.')))
  })
  const stop = (): Promise<number | null> => {
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
    child.kill('SIGTERM')
    return closed
  }
  return { url, stop }
}
