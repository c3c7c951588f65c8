/** The command `zorgpad`: one of the two places where all parts meet. */
import { main } from './command/main.ts'

const writeTo =
  (stream: NodeJS.WriteStream) =>
  (text: string): void =>
    void stream.write(`${text}\n`)

// Whoever reads the report may stop reading, as `head` does: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await main(process.argv.slice(2), {
  stdout: writeTo(process.stdout),
  stderr: writeTo(process.stderr),
  colours: process.stdout.isTTY && !process.env['NO_COLOR'],
})
