/** The lint rules that hold the house together bite: each kind of offence is found, and clean code is left alone. */
import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

type Offence = { file: string; code: string; rule: string }

const imports = (name: string, from: string): string =>
  `import { ${name} } from '${from}'\nexport const used = ${name}\n`
const arrow = 'no-restricted-imports'

const offences: Offence[] = [
  { file: 'schemas/a1.ts', code: imports('step', '../runtime/interpreter/step.ts'), rule: arrow },
  { file: 'runtime/interpreter/a1.ts', code: imports('alert', '../alerts/alert.ts'), rule: arrow },
  { file: 'runtime/interpreter/rules/a1.ts', code: imports('open', '../../store/open.ts'), rule: arrow },
  { file: 'runtime/interpreter/a2.ts', code: imports('readFileSync', 'node:fs'), rule: arrow },
  { file: 'runtime/interpreter/a3.ts', code: imports('transition', 'xstate'), rule: arrow },
  { file: 'runtime/interpreter/machine.ts', code: imports('open', '../store/open.ts'), rule: arrow },
  { file: 'runtime/alerts/a1.ts', code: imports('open', '../store/open.ts'), rule: arrow },
  { file: 'runtime/alerts/a2.ts', code: imports('transition', 'xstate'), rule: arrow },
  { file: 'runtime/alerts/a3.ts', code: imports('readFileSync', 'node:fs'), rule: arrow },
  { file: 'runtime/simulation/a1.ts', code: imports('open', '../store/open.ts'), rule: arrow },
  { file: 'runtime/simulation/a2.ts', code: imports('readFileSync', 'node:fs'), rule: arrow },
  { file: 'runtime/simulation/b1.ts', code: 'export const now = Date.now()\n', rule: 'no-restricted-globals' },
  { file: 'runtime/store/a1.ts', code: imports('receive', '../engine/receive.ts'), rule: arrow },
  { file: 'runtime/store/a2.ts', code: imports('memory', './memory.ts'), rule: arrow },
  { file: 'runtime/engine/a1.ts', code: imports('app', '../http/app.ts'), rule: arrow },
  { file: 'runtime/engine/a2.ts', code: imports('lowdb', '../store/lowdb.ts'), rule: arrow },
  { file: 'runtime/fhir/a1.ts', code: imports('app', '../http/app.ts'), rule: arrow },
  { file: 'runtime/http/a1.ts', code: imports('serve', '../server.ts'), rule: arrow },
  { file: 'runtime/http/a2.ts', code: imports('memory', '../store/memory.ts'), rule: arrow },
  { file: 'runtime/cli.ts', code: imports('memory', './store/memory.ts'), rule: arrow },
  { file: 'designer/a1.ts', code: imports('receive', '../runtime/engine/receive.ts'), rule: arrow },
  { file: 'designer/forms/a1.ts', code: imports('app', '../../runtime/http/app.ts'), rule: arrow },
  { file: 'designer/a2.ts', code: imports('limits', '../runtime/http/api.ts'), rule: arrow },
  { file: 'runtime/interpreter/b1.ts', code: 'export const now = Date.now()\n', rule: 'no-restricted-globals' },
  { file: 'runtime/interpreter/b2.ts', code: 'export const today = new Date()\n', rule: 'no-restricted-globals' },
  { file: 'runtime/alerts/b3.ts', code: 'export const dice = Math.random()\n', rule: 'no-restricted-properties' },
  { file: 'runtime/engine/c1.ts', code: imports('second', './c2.ts'), rule: 'no-cycle' },
  { file: 'runtime/engine/d1.ts', code: 'export const loose: any = 1\n', rule: 'no-explicit-any' },
  { file: 'runtime/engine/d2.ts', code: 'export default 1\n', rule: 'no-default-export' },
  {
    file: 'runtime/engine/d3.ts',
    code: 'async function send(): Promise<void> {}\nexport function forget(): void {\n  send()\n}\n',
    rule: 'no-floating-promises',
  },
]

const clean: Record<string, string> = {
  'runtime/interpreter/graph.ts': imports('getShortestPaths', 'xstate/graph'),
  'runtime/interpreter/step.ts':
    "import { language } from '../../schemas/index.ts'\nexport const step = (now: number) => [now, language]\n",
  'runtime/interpreter/minutes.ts': 'export const minutes = (ms: number) => Math.round(ms / 60_000)\n',
  'runtime/alerts/alert.ts': imports('step', '../interpreter/step.ts').replace('used', 'alert'),
  'runtime/store/open.ts': imports('memory', './memory.ts').replace('used', 'open'),
  'runtime/store/memory.ts': 'export const memory = 1\n',
  'runtime/store/lowdb.ts': 'export const lowdb = 1\n',
  'runtime/engine/receive.ts': imports('open', '../store/open.ts').replace('used', 'receive'),
  'runtime/http/app.ts': imports('receive', '../engine/receive.ts').replace('used', 'app'),
  'runtime/http/api.ts': 'export type Answer = { id: string }\nexport const limits = 1\n',
  'runtime/server.ts': imports('app', './http/app.ts').replace('used', 'serve'),
  'designer/main.ts':
    "import type { Answer } from '../runtime/http/api.ts'\nimport { step } from '../runtime/interpreter/step.ts'\nexport const main: [Answer[], unknown] = [[], step]\n",
  'test/store/memory.test.ts': imports('memory', '../../runtime/store/memory.ts'),
}

const helpers: Record<string, string> = {
  'schemas/index.ts': 'export const language = 1\n',
  'runtime/engine/c2.ts': imports('used', './c1.ts').replace('const used', 'const second'),
}

let tree: string
let found: { filename: string; code: string }[]

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'zorgpad-lint-'))
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction')
  const configurations = [
    '.oxlintrc.json',
    'tsconfig.json',
    'designer/tsconfig.json',
    'runtime/interpreter/tsconfig.json',
  ]
  for (const file of configurations) copyFileSync(join(root, file), placeFor(file))
  for (const { file, code } of offences) writeFileSync(placeFor(file), code)
  for (const [file, code] of Object.entries({ ...clean, ...helpers })) writeFileSync(placeFor(file), code)
  found = await lint()
}, 60_000)

afterAll(() => rmSync(tree, { recursive: true, force: true }))

function placeFor(file: string): string {
  mkdirSync(dirname(join(tree, file)), { recursive: true })
  return join(tree, file)
}

async function lint(): Promise<typeof found> {
  const args = [join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'json']
  const failed = await promisify(execFile)(process.execPath, args, { cwd: tree }).catch((error: unknown) => error)
  const { stdout } = failed as { stdout: string }
  return (JSON.parse(stdout) as { diagnostics: typeof found }).diagnostics
}

const rulesBrokenIn = (file: string): string[] =>
  found.filter(({ filename }) => filename === file).map(({ code }) => code)

describe('lint bites', () => {
  for (const { file, code, rule } of offences) {
    it(`${rule}: ${file} with ${code.split('\n')[0]}`, () => {
      expect(rulesBrokenIn(file)).toContainEqual(expect.stringContaining(`(${rule})`))
    })
  }
})

describe('lint leaves clean code alone', () => {
  for (const file of Object.keys(clean)) {
    it(file, () => {
      expect(rulesBrokenIn(file)).toEqual([])
    })
  }
})
