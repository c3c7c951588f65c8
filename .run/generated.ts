/** Are the generated files what `npm run generate` makes? */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { node, root } from './child.ts'
import type { Outcome } from './counts.ts'

export async function generatedFilesAreCurrent(): Promise<Outcome> {
  const before = generatedFiles()
  const { succeeded, output } = await node(['schemas/generate.ts'])
  const after = generatedFiles()
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  )
  const current = succeeded && changed.length === 0
  return { passed: current ? 1 : 0, failed: current ? 0 : 1, output: [output, ...changed.map(complaint)].join('\n') }
}

const complaint = (file: string): string => `${file} was out of date and has been made again: commit it.`

function generatedFiles(): Map<string, string> {
  const files = globSync('schemas/**/*.{ts,md}', { cwd: root })
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}
