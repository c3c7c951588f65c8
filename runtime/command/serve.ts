/** `zorgpad serve [--demo] [--store FOLDER] [--port NUMBER]`: starts the server and stays until it is told to stop. */
import { join } from 'node:path'
import type { Running, ServeOptions } from '../server.ts'
import { argumentsOf, type Command } from './command.ts'
import { Fault } from './fault.ts'
import { say, type TextKey } from './say.ts'

const STOP: NodeJS.Signals[] = ['SIGINT', 'SIGTERM']
const DATA = join(import.meta.dirname, '../../.data')

/** The port is `--port`, else `PORT`, else 8080; the folder is `--store`, else `DATA_DIR`, else `.data` beside the README. */
export const serve: Command = async (args, { language, report }) => {
  const { values, positionals } = argumentsOf(args, {
    demo: { type: 'boolean' },
    store: { type: 'string' },
    port: { type: 'string' },
  })
  if (positionals[0] !== undefined) throw new Fault('serve.argument', { name: positionals[0] })
  const port = portOf(values.port ?? given('PORT') ?? '8080')
  const dataDir = values.store ?? given('DATA_DIR') ?? DATA
  const options = { port, dataDir, demo: values.demo ?? false }
  const { url, close } = await explained(options, () => start(options))
  const stopped = toldToStop()
  report(say(language, 'serve.up', { url }))
  await stopped
  await explained(options, close)
  return 0
}

/** Listens before anybody knows the address: who reads it may stop us at once. */
function toldToStop(): Promise<void> {
  return new Promise((stopped) => {
    for (const signal of STOP) process.once(signal, () => stopped())
  })
}

/** An empty variable is none. */
const given = (name: string): string | undefined => process.env[name] || undefined

function portOf(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (!(port >= 0 && port <= 65_535)) throw new Fault('serve.port', { value })
  return port
}

async function start(options: ServeOptions): Promise<Running> {
  const server = await import('../server.ts')
  return server.serve(options)
}

/** What stands in the way of starting, or of ending well, is for the operator to mend, so it is told as a fault. */
async function explained<T>({ port, dataDir }: ServeOptions, task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string }
    const key = Object.hasOwn(obstacles, code) ? obstacles[code] : undefined
    if (!key) throw error
    throw new Fault(key, { port, folder: dataDir, reason: message })
  }
}

/** The codes with which the server and the store refuse to start. */
const obstacles: Partial<Record<string, TextKey>> = {
  'port-in-use': 'serve.port-in-use',
  'port-not-allowed': 'serve.port-not-allowed',
  'cannot-listen': 'serve.cannot-listen',
  'disk-full': 'serve.disk-full',
  'not-writable': 'serve.not-writable',
  'in-use': 'serve.in-use',
  damaged: 'serve.damaged',
}
