/** The server: one of the two places where all parts meet. Opens the store, wakes what waits, and listens. */
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { fillDemonstration, isFilled, publishFolder } from './engine/demonstration/index.ts'
import { readSharedParts } from './engine/shared-folder.ts'
import { beat, HEARTBEAT, MovableClock, openEngine, systemClock, Waker } from './engine/index.ts'
import type { Engine } from './engine/index.ts'
import { buildApp } from './http/app.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'

const ROOT = join(import.meta.dirname, '..')
const FOLDERS = { examples: join(ROOT, 'examples/demonstration'), pathways: join(ROOT, 'pathways') }
const PAGES = join(ROOT, 'designer/dist')

/** The demonstration is for this computer; in production a proxy with TLS stands in front. */
const HOST = '127.0.0.1'

/** `port` 0 takes a free one. `dataDir` is made when absent. `demo`: the demonstration, with people, patients and a movable clock. */
export type ServeOptions = { port: number; dataDir: string; demo: boolean }
export type Running = { url: string; close: () => Promise<void> }

/** A server that cannot start, with what to do about it: `port-in-use`, `port-not-allowed`. Trouble with the folder is a `StoreError`. */
export class ServeError extends Error {
  override name = 'ServeError'
  readonly code: 'port-in-use' | 'port-not-allowed' | 'cannot-listen'

  constructor(code: ServeError['code'], message: string, cause: unknown) {
    super(message, { cause })
    this.code = code
  }
}

/** Resolves when requests are answered. `close` finishes what is under way, then gives the folder free. */
export async function serve({ port, dataDir, demo }: ServeOptions): Promise<Running> {
  const store = await openStore({ kind: 'lowdb', folder: dataDir })
  try {
    return await start(store, port, demo)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function start(store: Store, port: number, isDemo: boolean): Promise<Running> {
  const demo = isDemo ? await openDemonstration(store) : undefined
  const shared = await readSharedParts(FOLDERS.pathways)
  const engine = await openEngine({ store, clock: demo ?? systemClock, report, shared })
  await publishFolder(engine, FOLDERS.pathways)
  const app = buildApp(engine, { ...(demo ? { demo } : {}), ...(existsSync(PAGES) ? { pages: PAGES } : {}) })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  const waker = new Waker(engine)
  await beat(engine)
  await listen(server, port)
  await waker.start()
  const heartbeat = setInterval(
    () => void beat(engine).catch((error: unknown) => report('heartbeat-failed', error)),
    HEARTBEAT,
  )
  const url = `http://${HOST}:${(server.address() as AddressInfo).port}`
  return { url, close: () => stop(server, waker, engine, heartbeat) }
}

/** Filled at the first start; the clock stands where it was moved to before. */
async function openDemonstration(store: Store): Promise<MovableClock> {
  const kept = await store.document<{ ahead: number }>('clock', 'demo')
  const clock = new MovableClock(kept?.value.ahead ?? 0)
  if (!(await isFilled(store))) await fillDemonstration(store, FOLDERS, clock.now())
  return clock
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, port)))
    server.listen(port, HOST, resolve)
  })
}

function listenError(error: NodeJS.ErrnoException, port: number): ServeError {
  if (error.code === 'EADDRINUSE')
    return new ServeError(
      'port-in-use',
      `Port ${port} is in use: stop what uses it, or choose another with PORT.`,
      error,
    )
  if (error.code === 'EACCES')
    return new ServeError(
      'port-not-allowed',
      `Port ${port} is not allowed here: choose one above 1024 with PORT.`,
      error,
    )
  return new ServeError('cannot-listen', `Cannot listen on port ${port}: ${error.message}`, error)
}

/** Listeners to live changes never hang up by themselves: after a moment they are hung up on. */
async function stop(server: Server, waker: Waker, engine: Engine, heartbeat: NodeJS.Timeout): Promise<void> {
  clearInterval(heartbeat)
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  await waker.stop()
  await engine.queue.idle()
  await beat(engine).catch((error: unknown) => report('heartbeat-failed', error))
  const impatience = setTimeout(() => server.closeAllConnections(), 1000)
  await closed
  clearTimeout(impatience)
  await engine.store.close()
}

/** One line of JSON, without personal data: what failed, and the error of the machine. */
function report(what: string, error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  console.error(JSON.stringify({ at: new Date().toISOString(), what, name, message, stack }))
}
