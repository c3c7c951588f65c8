#!/usr/bin/env node
/** The command `zorgpad`: installs when needed, builds the designer for `serve`, and hands over to runtime/cli.ts. */
import { join } from 'node:path'
import { install, root } from './install.mjs'
import { run } from './run.mjs'

const args = process.argv.slice(2)
await install()
const built = args[0] === 'serve' ? await run([join(root, '.run/build.ts')]) : 0
process.exitCode = built || (await run([join(root, 'runtime/cli.ts'), ...args]))
