/** What a rule is, and what it gets to see. */
import { pathwaySchema, type PathwayDefinition } from '../../../schemas/index.ts'
import type { PathwayDocument } from '../document.ts'
import type { Finding } from '../finding.ts'
import { nearest } from '../nearest.ts'
import type { Fix } from '../problem.ts'
import { below, parentOf, partAt } from '../pointer.ts'
import { say } from '../say.ts'
import { soundPart } from '../sound.ts'
import { isObject, objectsIn } from '../walk.ts'

/** One thing that must be true of a good pathway. `code` is the name of the file, of its page and of its cases. */
export type Rule = { code: string; check: (pathway: Examined) => Draft[] }

/** What a rule finds: its code is that of the rule. */
export type Draft = Omit<Finding, 'code'>

/** A pathway as the rules see it. */
export type Examined = {
  /** What can be relied on. */
  definition: PathwayDefinition
  /** What the author wrote, mistakes and all, with the shared parts in their places. */
  raw: unknown
  /** Whether something could not be used at this address, inside it or around it: then nothing can be said of it. */
  broken: (path: string) => boolean
  /**
   * The names that a section defines (`routes`, `states`, `roles`, `values`, …), also of parts with mistakes in them; null when that is not
   * known. `values` are measurements, items and scores; `measurables` measurements and questionnaires; a sub-state is `phase.sub`.
   */
  names: (section: string) => string[] | null
  /** Mends the value at `path` by writing `insert` in its place. */
  replace: (path: string, insert: string) => Fix
  /** Mends part of a text: `written`, as it stands in the text at `path`, becomes `insert`. Undefined when it does not stand there exactly once. */
  replaceIn: (path: string, written: string, insert: string) => Fix | undefined
  /** Adds `key: value` after the part at `path`, written as the part itself is: on the same line or on one of its own. */
  addAfter: (path: string, key: string, value: string) => Fix
  /** Adds an item to the list at `path`, after the one at index `last`. */
  append: (path: string, last: number, item: string) => Fix
}

/** What the rules see of a document that could be read. */
export function examined(document: PathwayDocument): Examined {
  const raw: unknown = document.value
  const known = new Map<string, string[] | null>()
  return {
    ...soundPart(raw),
    raw,
    names: (section) => {
      if (!known.has(section)) known.set(section, namesIn(raw, section))
      return known.get(section) ?? null
    },
    replace: (path, insert) => {
      const { offset, length } = document.place(path)
      return ownOnly(document, path, {
        title: say('fix-replace', { new: insert }),
        edits: [{ offset, length, insert }],
      })
    },
    replaceIn: (path, written, insert) => {
      const { offset, length } = document.place(path)
      const [before, after, ...more] = document.text.slice(offset, offset + length).split(written)
      if (before === undefined || after === undefined || more.length > 0) return undefined
      const edit = { offset: offset + before.length, length: written.length, insert }
      return ownOnly(document, path, { title: say('fix-replace', { new: insert }), edits: [edit] })
    },
    addAfter: (path, key, value) => ownOnly(document, path, addAfter(document, path, `${key}: ${value}`)),
    append: (path, last, item) => ownOnly(document, path, append(document, path, last, item)),
  }
}

/** A shared part is mended in its own file, not here: the fix is empty, and is not offered. */
const ownOnly = ({ sharedFrom }: PathwayDocument, path: string, fix: Fix): Fix =>
  sharedFrom(path) === null ? fix : { ...fix, edits: [] }

/**
 * `roles` are the parties and the patient, who is a party to every pathway without being named. A section whose own name
 * is misspelt still defines its names; of one that is missing or no map nothing can be said, and that is reported already.
 */
function namesIn(raw: unknown, section: string): string[] | null {
  if (section === 'roles') {
    const parties = namesIn(raw, 'parties')
    return parties && [...new Set([...parties, 'patient'])]
  }
  if (section === 'values') return together(raw, ['measurements', 'items', 'scores'])
  if (section === 'measurables') return together(raw, ['measurements', 'questionnaires'])
  if (section === 'items') return inside(raw, 'questionnaires', 'items', (_, item) => item)
  if (section === 'states') return statesNamed(raw)
  const part = partAt(raw, below('', section)) ?? misspelt(raw, section)
  if (part === undefined) return pathwaySchema.required?.includes(section) ? null : []
  return isObject(part) ? Object.keys(part) : null
}

/** What can be meant where more than one section is looked in; null when one of them is not known. */
function together(raw: unknown, sections: string[]): string[] | null {
  const names = sections.map((section) => namesIn(raw, section))
  return names.includes(null) ? null : [...new Set(names.flatMap((some) => some ?? []))]
}

/** A phase, and its sub-states as `phase.sub-state`. */
function statesNamed(raw: unknown): string[] | null {
  const part = partAt(raw, '/states') ?? misspelt(raw, 'states')
  if (!isObject(part)) return null
  return [...Object.keys(part), ...(inside(raw, 'states', 'states', (phase, sub) => `${phase}.${sub}`) ?? [])]
}

/** The names one level down, in every part of a section. */
function inside(
  raw: unknown,
  section: string,
  key: string,
  name: (outer: string, inner: string) => string,
): string[] | null {
  const part = partAt(raw, below('', section)) ?? misspelt(raw, section)
  if (part === undefined) return []
  if (!isObject(part)) return null
  return objectsIn(part as Record<string, Record<string, object>>).flatMap(([outer, { [key]: inner }]) =>
    isObject(inner) ? Object.keys(inner).map((one) => name(outer, one)) : [],
  )
}

/** The part under a key that the language does not know and that comes nearest to `section`. */
function misspelt(raw: unknown, section: string): unknown {
  const sections = Object.keys(pathwaySchema.properties ?? {})
  const free = sections.filter((name) => partAt(raw, below('', name)) === undefined)
  const key = Object.keys(raw as object).find((name) => !sections.includes(name) && nearest(name, free) === section)
  return key === undefined ? undefined : partAt(raw, below('', key))
}

/** Inside brackets parts are parted by a comma; otherwise they stand below one another. */
function addAfter({ text, place }: PathwayDocument, path: string, line: string): Fix {
  const { offset, length } = place(path)
  const inBrackets = text[place(parentOf(path)).offset] === '{'
  const indent = ' '.repeat(place(path, 'key').column - 1)
  const edit = { offset: offset + length, length: 0, insert: inBrackets ? `, ${line}` : `\n${indent}${line}` }
  return { title: say('fix-add', { new: line }), edits: [edit] }
}

/** Items of a list below one another each begin with a dash where the list begins. */
function append({ text, place }: PathwayDocument, path: string, last: number, item: string): Fix {
  const { offset, length } = place(below(path, last))
  const list = place(path)
  const insert = text[list.offset] === '[' ? `, ${item}` : `\n${' '.repeat(list.column - 1)}- ${item}`
  return { title: say('fix-add', { new: item }), edits: [{ offset: offset + length, length: 0, insert }] }
}
