#!/usr/bin/env node
/**
 * The command `zorgpad` for any Node: installs when needed, builds the designer for `serve`, hands over to cli.ts.
 * Not in .run/ beside the starter, because npm 10 ignores a command whose path begins with a dot.
 */
import { join } from 'node:path'
import { install, root } from '../.run/install.mjs'
import { run } from '../.run/run.mjs'

const args = process.argv.slice(2)
await install()
const built = args[0] === 'serve' ? await run([join(root, '.run/build.ts')]) : 0
process.exitCode = built || (await run([join(root, 'runtime/cli.ts'), ...args]))
