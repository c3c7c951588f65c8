/** Builds the designer with Vite when its sources changed since the last build. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const output = join(root, 'designer/dist')
const stamp = 'sources.sha256'
const sources = ['designer', 'schemas', 'runtime/interpreter', 'runtime/alerts', 'package-lock.json']

/** Cheap when the build is current: Vite is loaded only when there is work. */
export async function buildDesigner(): Promise<void> {
  const wanted = fingerprint()
  const built = join(output, stamp)
  if (existsSync(built) && readFileSync(built, 'utf8') === wanted) return
  console.error('Building the designer…')
  const workshop = join(root, `node_modules/.cache/designer-${process.pid}`)
  try {
    await buildInto(workshop)
    writeFileSync(join(workshop, stamp), wanted)
    putInPlace(workshop)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

/** A test runner says that it is a test; what is built is what people get all the same. */
async function buildInto(outDir: string): Promise<void> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  const { build } = await import('vite')
  const configFile = join(root, 'designer/vite.config.ts')
  await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
  if (before === undefined) delete process.env['NODE_ENV']
  else process.env['NODE_ENV'] = before
}

/** Two builds may end together; the folder is swapped in one piece, so that a server never shows half of one. */
function putInPlace(workshop: string): void {
  rmSync(output, { recursive: true, force: true })
  try {
    renameSync(workshop, output)
  } catch (error) {
    if (!existsSync(join(output, stamp))) throw error
  }
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesIn)) hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesIn(place: string): string[] {
  if (statSync(join(root, place)).isFile()) return [place]
  const inside = readdirSync(join(root, place)).filter((name) => name !== 'dist' && name !== 'node_modules')
  return inside.toSorted().flatMap((name) => filesIn(join(place, name)))
}

if (import.meta.main) {
  await buildDesigner().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
