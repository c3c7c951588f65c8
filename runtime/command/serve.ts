/** `zorgpad serve [--demo] [--store FOLDER] [--port NUMBER]`: starts the server and stays until it is told to stop. */
import { argumentsOf, type Command } from './command.ts'
import { Fault } from './fault.ts'
import { say } from './say.ts'

const STOP: NodeJS.Signals[] = ['SIGINT', 'SIGTERM']

/** The port is `--port`, else `PORT`, else 8080; the folder is `--store`, else `DATA_DIR`, else `data`. */
export const serve: Command = async (args, { language, report }) => {
  const { values } = argumentsOf(args, {
    demo: { type: 'boolean' },
    store: { type: 'string' },
    port: { type: 'string' },
  })
  const port = portOf(values.port ?? process.env['PORT'] ?? '8080')
  const dataDir = values.store ?? process.env['DATA_DIR'] ?? 'data'
  // Loaded here, so that checking a pathway does not wait for a whole server.
  const server = await import('../server.ts')
  const { url, close } = await server.serve({ port, dataDir, demo: values.demo ?? false })
  report(say(language, 'serve.up', { url }))
  await new Promise<void>((stopped) => {
    for (const signal of STOP) process.once(signal, () => stopped())
  })
  await close()
  return 0
}

function portOf(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (!(port >= 0 && port <= 65_535)) throw new Fault('serve.port', { value })
  return port
}
