/** `npm run dev`: the server restarts and the designer refreshes while you type. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'

const root = join(import.meta.dirname, '..')
const server = spawn(process.execPath, ['--watch', 'runtime/cli.ts', 'serve', '--demo'], {
  cwd: root,
  stdio: 'inherit',
})
const designer = await createServer({ configFile: join(root, 'designer/vite.config.ts') })
await designer.listen()
designer.printUrls()

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.kill(signal)
    void designer.close()
  })
}
