/** The shared files that a pathway names under `use`, each read once. */
import type { Shared } from '../../../schemas/index.ts'
import type { Finding } from '../finding.ts'
import { below } from '../pointer.ts'
import { isObject } from '../walk.ts'
import type { Mend } from './mend.ts'
import { readShared, sharedSections, type SharedFile, type SharedParts, type SharedSection } from './shared-file.ts'
import { fileBroken, fileMissing } from './use-findings.ts'

/** A file under `use`, with the names that the pathway wants of it. `value` is null when the file cannot be read. */
export type UsedFile = {
  name: string
  at: string
  value: Partial<Record<SharedSection, Record<string, unknown>>> | null
  names: { section: SharedSection; name: string; at: string }[]
}

/** What `use` names, in its order. A file that does not exist is reported and left out. */
export function filesNamed(
  use: Record<string, unknown>,
  mend: Mend,
  shared: SharedParts,
): { files: UsedFile[]; findings: Finding[] } {
  const files: UsedFile[] = []
  const findings: Finding[] = []
  for (const [name, wanted] of Object.entries(use)) {
    const at = below('/use', name)
    if (!Object.hasOwn(shared, name)) {
      findings.push(fileMissing(at, name, Object.keys(shared), mend))
      continue
    }
    const { value, problems } = known(shared, name)
    const [first] = problems
    if (first) findings.push(fileBroken(at, name, first))
    files.push({ name, at, value: sections(value), names: namesIn(at, wanted) })
  }
  return { files, findings }
}

/** Only what is a map of parts; what is not is reported as the file's own mistake. */
function sections(value: Partial<Shared> | null): UsedFile['value'] {
  if (value === null) return null
  const own = sharedSections.filter((section) => Object.hasOwn(value, section) && isObject(value[section]))
  return Object.fromEntries(own.map((section) => [section, value[section] as Record<string, unknown>]))
}

function namesIn(at: string, wanted: unknown): UsedFile['names'] {
  if (!isObject(wanted)) return []
  return sharedSections.flatMap((section) => {
    const names: unknown = (wanted as Record<string, unknown>)[section]
    if (!Array.isArray(names)) return []
    return names.flatMap((name: unknown, index) =>
      typeof name === 'string' && names.indexOf(name) === index
        ? [{ section, name, at: below(at, section, index) }]
        : [],
    )
  })
}

const cache = new WeakMap<SharedParts, Map<string, SharedFile>>()

/** A file is read once for as long as the same parts are handed over: it does not change at every keystroke. */
function known(shared: SharedParts, name: string): SharedFile {
  const files = cache.get(shared) ?? new Map<string, SharedFile>()
  cache.set(shared, files)
  const file = files.get(name) ?? readShared(name, shared[name]!)
  files.set(name, file)
  return file
}
