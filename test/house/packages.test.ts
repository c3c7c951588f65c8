/** The list of packages is exact and complete, so that everybody everywhere gets the same ones. */
import { exec } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

type Listed = Record<string, string>
type Manifest = { [kind in 'dependencies' | 'devDependencies' | 'optionalDependencies']: Listed }
type Lock = { packages: Record<string, Partial<Manifest> & { integrity?: string; link?: boolean; version?: string }> }

const manifest = JSON.parse(textOf('package.json')) as Manifest
const { packages } = JSON.parse(textOf('package-lock.json')) as Lock
const listed = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }

it('names every package with an exact version', () => {
  expect(Object.values(listed).filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

it('locks what the list says', () => {
  const { dependencies, devDependencies, optionalDependencies } = packages['']!
  expect({ ...dependencies, ...devDependencies, ...optionalDependencies }).toEqual(listed)
})

it('proves the content of each package, and leaves open where it comes from', () => {
  const unproven = Object.entries(packages).filter(([place, { integrity }]) => place && !integrity)
  expect(unproven).toEqual([])
  expect(textOf('package-lock.json')).not.toContain('"resolved"')
})

it('is a lock that npm accepts, without asking anybody', async () => {
  await expect(promisify(exec)('npm ci --dry-run --offline', { cwd: root })).resolves.toBeDefined()
}, 60_000)
