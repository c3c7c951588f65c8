/** The self-installing starter: `node .run/start.mjs <script> [arguments]` works in a fresh clone, on any Node from 18. */
import { install } from './install.mjs'
import { run } from './run.mjs'

await install()
process.exitCode = await run(process.argv.slice(2))
