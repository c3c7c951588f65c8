import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { en } from '../../runtime/interpreter/texts/en.ts'
import { nl, type TextKey } from '../../runtime/interpreter/texts/nl.ts'

const keys = Object.keys(nl) as TextKey[]
const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].toSorted()

it('both languages have the same keys in the same order, and fill in the same things', () => {
  expect(Object.keys(en)).toEqual(keys)
  for (const key of keys) expect([key, places(en[key])]).toEqual([key, places(nl[key])])
})

it('every text is used', () => {
  const folder = join(import.meta.dirname, '../../runtime/interpreter')
  const code = globSync('**/*.ts', { cwd: folder })
    .filter((file) => !file.startsWith('texts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
  // Keys that are put together, such as `level-${level}`, count by their beginning or their end.
  const composed = [...code.matchAll(/`([a-z-]*)\$\{[^}]+\}([a-z-]*)(?:\$\{[^}]+\})?`/gi)].filter(
    ([, head, tail]) => head !== '' || tail === '-',
  )
  const made = (key: string): boolean =>
    composed.some(([, head, tail]) => (head === '' ? key.includes('-') : key.startsWith(head!) && key.endsWith(tail!)))
  expect(keys.filter((key) => !code.includes(`'${key}'`) && !made(key))).toEqual([])
})
