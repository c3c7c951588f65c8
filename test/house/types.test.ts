/** The core cannot touch the world: naming the network, the clock's timers, the console or Node is a compile error there. */
import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

const worldly = {
  network: "fetch('https://example.org')",
  timers: 'setTimeout(() => undefined, 1)',
  console: "console.log('seen')",
  process: 'process.exit(1)',
  page: 'document.body',
  files: "import('node:fs')",
}

const libraries = `import { Temporal } from 'temporal-polyfill'
import { transition } from 'xstate'
import { parse } from 'yaml'
export const tools = [Temporal, transition, parse]`

let tree: string
let complaints: string

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'zorgpad-types-'))
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction')
  mkdirSync(join(tree, 'runtime/interpreter'), { recursive: true })
  for (const file of ['package.json', 'tsconfig.json', 'runtime/interpreter/tsconfig.json'])
    copyFileSync(join(root, file), join(tree, file))
  write('pure', libraries)
  for (const [name, code] of Object.entries(worldly)) write(name, `export const touched = ${code}`)
  complaints = await compile()
})

afterAll(() => rmSync(tree, { recursive: true, force: true }))

const write = (name: string, code: string): void =>
  writeFileSync(join(tree, `runtime/interpreter/${name}.ts`), `${code}\n`)

async function compile(): Promise<string> {
  const args = [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'runtime/interpreter', '--pretty', 'false']
  const failed = await promisify(execFile)(process.execPath, args, { cwd: tree }).catch((error: unknown) => error)
  return (failed as { stdout: string }).stdout
}

it.each(Object.keys(worldly))('has no %s', (name) => {
  expect(complaints).toContain(`${name}.ts(1,`)
})

it('has its libraries', () => {
  expect(complaints).not.toContain('pure.ts')
})
