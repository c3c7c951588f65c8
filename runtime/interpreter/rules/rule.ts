/** What a rule is, and what it gets to see. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { PathwayDocument } from '../document.ts'
import type { Finding } from '../finding.ts'
import type { Fix } from '../problem.ts'
import { parentOf, partAt } from '../pointer.ts'
import { say } from '../say.ts'
import { soundPart } from '../sound.ts'
import { isObject } from '../walk.ts'

/** One thing that must be true of a good pathway. `code` is the name of the file, of its page and of its cases. */
export type Rule = { code: string; check: (pathway: Examined) => Omit<Finding, 'code'>[] }

/** A pathway as the rules see it. */
export type Examined = {
  /** What can be relied on. */
  definition: PathwayDefinition
  /** What the author wrote, mistakes and all. */
  raw: unknown
  /** Whether something could not be used at this address, inside it or around it: then nothing can be said of it. */
  broken: (path: string) => boolean
  /** The names that a section defines (`routes`, `states`, …), also of parts with mistakes in them. */
  names: (section: string) => string[]
  /** Mends the value at `path` by writing `insert` in its place. */
  replace: (path: string, insert: string) => Fix
  /** Adds `key: value` after the part at `path`, written as the part itself is: on the same line or on one of its own. */
  addAfter: (path: string, key: string, value: string) => Fix
}

export function examined(document: PathwayDocument): Examined {
  const raw: unknown = document.value
  return {
    ...soundPart(raw),
    raw,
    names: (section) => namesIn(raw, section),
    replace: (path, insert) => {
      const { offset, length } = document.place(path)
      return { title: say('fix-replace', { new: insert }), edits: [{ offset, length, insert }] }
    },
    addAfter: (path, key, value) => addAfter(document, path, `${key}: ${value}`),
  }
}

/** `roles` are the parties and the patient, who is a party to every pathway without being named. */
function namesIn(raw: unknown, section: string): string[] {
  if (section === 'roles') return [...new Set([...namesIn(raw, 'parties'), 'patient'])]
  const part = partAt(raw, `/${section}`)
  return isObject(part) ? Object.keys(part) : []
}

/** Inside brackets parts are parted by a comma; otherwise they stand below one another. */
function addAfter({ text, place }: PathwayDocument, path: string, line: string): Fix {
  const { offset, length } = place(path)
  const inBrackets = text[place(parentOf(path)).offset] === '{'
  const indent = ' '.repeat(place(path, 'key').column - 1)
  const edit = { offset: offset + length, length: 0, insert: inBrackets ? `, ${line}` : `\n${indent}${line}` }
  return { title: say('fix-add', { new: line }), edits: [edit] }
}
