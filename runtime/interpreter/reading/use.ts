/** Shared parts: what a pathway names under `use` is put in its place, as if it stood in the pathway itself. */
import type { Finding } from '../finding.ts'
import { below, keysOf } from '../pointer.ts'
import { say } from '../say.ts'
import { isObject } from '../walk.ts'
import { bounds } from './bounds.ts'
import type { Mend } from './mend.ts'
import { companionsOf } from './companions.ts'
import { sharedSections, type SharedParts, type SharedSection } from './shared-file.ts'
import type { Spot, Tree } from './tree.ts'
import { filesNamed, type UsedFile } from './used-files.ts'
import { partMissing, partTwice } from './use-findings.ts'

/** A pathway with its shared parts in their places. */
export type Whole = {
  value: unknown
  /** Where each part stands in the text; a shared part where the pathway names it. */
  spots: Pick<ReadonlyMap<string, Spot>, 'get'>
  /** The shared file of the part at `path`; null for what stands in the text. */
  sharedFrom: (path: string) => string | null
  /** The texts of the files that the pathway names. */
  shared: SharedParts
  findings: Finding[]
}

/** A part that was fetched. `at` is the place under `use` that named it, or that named what it came along with. */
type Taken = { section: SharedSection; name: string; value: unknown; file: UsedFile; at: string }

/** Puts the shared parts that the pathway in `tree` names in their places. What cannot be found is reported and left out. */
export function withShared(tree: Tree, mend: Mend, shared: SharedParts): Whole {
  const root = tree.value as Record<string, unknown>
  if (!isObject(root.use)) return alone(tree)
  const { files, findings } = filesNamed(root.use as Record<string, unknown>, mend, shared)
  const taken = new Map<string, Taken>()
  for (const file of files) findings.push(...takeNamed(file, root, taken, mend))
  for (const part of taken.values()) takeCompanions(part, root, taken)
  const merged = mergedWith(root, [...taken.values()])
  if (merged === null) return { ...alone(tree), findings: [...findings, tooMuch] }
  return {
    value: merged,
    spots: spotsOf(tree, taken),
    sharedFrom: (path) => taken.get(below('', ...keysOf(path).slice(0, 2)))?.file.name ?? null,
    shared: Object.fromEntries(files.map(({ name }) => [name, shared[name]!])),
    findings,
  }
}

const alone = ({ value, spots }: Tree): Whole => ({ value, spots, sharedFrom: () => null, shared: {}, findings: [] })

const tooMuch: Finding = {
  code: 'too-large',
  path: '/use',
  at: 'key',
  message: say('too-many-entries', { limit: bounds.entries }),
}

/** What the pathway names: each part once, and not where the pathway has one of that name itself. */
function takeNamed(file: UsedFile, root: object, taken: Map<string, Taken>, mend: Mend): Finding[] {
  return file.names.flatMap(({ section, name, at }) => {
    const key = below('', section, name)
    const other = hasOwn(root, section, name) ? null : taken.get(key)?.file.name
    if (other !== undefined) return [partTwice(at, name, file.name, other)]
    if (!hasOwn(file.value, section, name)) return file.value ? [partMissing(at, name, section, file, mend)] : []
    taken.set(key, { section, name, value: file.value![section]![name], file, at })
    return []
  })
}

/**
 * What a part points at in its own file comes along: its sources, its parties and their hours. What the pathway has itself goes
 * before that. The map grows while it is walked, so that what came along brings its own along.
 */
function takeCompanions(part: Taken, root: object, taken: Map<string, Taken>): void {
  for (const { section, name } of companionsOf(part)) {
    const key = below('', section, name)
    const { file, at } = part
    if (hasOwn(root, section, name) || taken.has(key) || !hasOwn(file.value, section, name)) continue
    taken.set(key, { section, name, value: file.value![section]![name], file, at })
  }
}

function hasOwn(holder: object | null, section: string, name: string): boolean {
  const part = holder && Object.hasOwn(holder, section) ? (holder as Record<string, unknown>)[section] : undefined
  return isObject(part) && Object.hasOwn(part, name)
}

/** The pathway with what was taken before its own; null when a section becomes larger than the bounds. */
function mergedWith(root: Record<string, unknown>, parts: Taken[]): Record<string, unknown> | null {
  const merged = { ...root }
  for (const section of sharedSections) {
    const fetched = parts.filter((part) => part.section === section).map(({ name, value }) => [name, value] as const)
    const own = root[section] ?? {}
    if (fetched.length === 0 || !isObject(own)) continue
    merged[section] = { ...Object.fromEntries(fetched), ...own }
    if (Object.keys(merged[section] as object).length > bounds.entries) return null
  }
  return merged
}

/** A section that the text does not have stands where the first file is named that brought a part of it. */
function spotsOf({ spots }: Tree, taken: ReadonlyMap<string, Taken>): Whole['spots'] {
  const added = new Map<string, Spot>()
  for (const [key, { section, file, at }] of taken) {
    added.set(key, spots.get(at)!)
    const holder = below('', section)
    if (!spots.has(holder) && !added.has(holder)) added.set(holder, spots.get(file.at)!)
  }
  return { get: (path) => added.get(path) ?? spots.get(path) }
}
