/** Random documents, random edits: the value becomes what was meant, every other byte stays, and undo restores the text exactly. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PathwayText, type EditResult } from '../../../designer/document.ts'
import { pointer, segments } from '../../../designer/document/tree.ts'
import { runs } from '../../property.ts'
import { documents, values } from './random-yaml.ts'

type Path = { path: string; value: unknown }

/** Every place in a value, the whole first. */
function places(value: unknown, path = ''): Path[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }]
  return [{ path, value }, ...Object.entries(value).flatMap(([key, child]) => places(child, pointer(path, key)))]
}

/** The edit done on a plain copy, the obvious way. */
function done(value: unknown, path: string, act: (holder: never, key: string) => void): unknown {
  const copy = structuredClone({ root: value })
  const keys = ['root', ...segments(path)]
  const last = keys.pop()!
  act(keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy) as never, last)
  return copy.root
}

const commentsOf = (text: string): string[] => text.match(/#(?! no comment| y)[^\n]*/g)?.toSorted() ?? []

/** The stretch of the old text that is not common to both. */
function changedIn(before: string, after: string): { start: number; end: number } {
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let tail = 0
  const most = Math.min(before.length, after.length) - start
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return { start, end: before.length - tail }
}

let attempts = 0
let refusals = 0

/** Does the edit, and holds it against the copy; a refusal must leave everything as it was. */
function holds(text: string, wished: unknown, edit: (document: PathwayText) => EditResult): PathwayText | null {
  const document = new PathwayText(text, () => 0)
  attempts += 1
  if (!edit(document).done) {
    refusals += 1
    expect(document.text).toBe(text)
    return null
  }
  expect(parse(document.text)).toEqual(wished)
  const after = document.text
  if (document.undo()) document.redo()
  expect(document.text).toBe(after)
  if (document.undo()) expect(document.text).toBe(text)
  document.redo()
  return document
}

const pick = <T>(items: T[], index: number): T => items[index % items.length]!

function check(act: (sample: { text: string; value: unknown; wish: unknown; index: number }) => void): void {
  const property = fc.property(documents, values, fc.nat(1000), (sample, wish, index) => {
    expect(parse(sample.text)).toEqual(sample.value)
    act({ ...sample, wish, index })
  })
  fc.assert(property, { numRuns: runs(100) })
}

describe('random documents × random edits', () => {
  it('set: only the value changes, every comment outside it stays', () => {
    check(({ text, value, wish, index }) => {
      const { path, value: old } = pick(places(value).slice(1), index)
      const wished = done(value, path, (holder: Record<string, unknown>, key) => (holder[key] = wish))
      const document = holds(text, wished, (each) => each.set(path, wish))
      if (!document || document.text === text || typeof old === 'object') return
      expect(commentsOf(document.text)).toEqual(commentsOf(text))
      const span = new PathwayText(text, () => 0).placeOf(path)!
      const { start, end } = changedIn(text, document.text)
      const line = text.indexOf('\n', span.offset + span.length)
      expect(start).toBeGreaterThanOrEqual(span.offset)
      expect(end).toBeLessThanOrEqual(line === -1 ? text.length : line + 1)
    })
  })

  it('set of a changed copy of a map or list touches nothing that is equal', () => {
    check(({ text, value, wish, index }) => {
      const inner = pick(places(value).slice(1), index)
      const top = pointer('', segments(inner.path)[0]!)
      const wished = done(value, inner.path, (holder: Record<string, unknown>, key) => (holder[key] = wish))
      const direct = holds(text, wished, (each) => each.set(inner.path, wish))
      const whole = (wished as Record<string, unknown>)[segments(top)[0]!]
      const byWhole = holds(text, wished, (each) => each.set(top, whole))
      if (direct && byWhole) expect(byWhole.text).toBe(direct.text)
    })
  })

  it('insert and append: nothing is taken away', () => {
    check(({ text, value, wish, index }) => {
      const holders = places(value).filter((each) => typeof each.value === 'object' && each.value !== null)
      const { path, value: holder } = pick(holders, index)
      const list = Array.isArray(holder)
      const wished = done(value, path, (parent: Record<string, unknown>, key) => {
        parent[key] = list ? [...holder, wish] : { ...(holder as object), nieuw: wish }
      })
      const document = holds(text, wished, (each) =>
        list ? each.append(path, wish) : each.insert(path, 'nieuw', wish),
      )
      if (!document) return
      const { start, end } = changedIn(text, document.text)
      expect(text.slice(start, end).trim()).toBe('')
    })
  })

  it('remove: what is beside it stays, with its comments', () => {
    check(({ text, value, index }) => {
      const { path } = pick(places(value).slice(1), index)
      const wished = done(value, path, (holder: Record<string, unknown> | unknown[], key) =>
        Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key],
      )
      const document = holds(text, wished, (each) => each.remove(path))
      if (!document) return
      const span = new PathwayText(text, () => 0).placeOf(path)!
      const own = text.slice(0, text.indexOf('\n', span.offset + span.length) + 1 || undefined).slice(span.offset)
      const kept = [...commentsOf(document.text), ...commentsOf(own)]
      for (const remark of new Set(commentsOf(text))) expect(kept).toContain(remark)
    })
  })

  it('move: the same lines in another order', () => {
    check(({ text, value, index }) => {
      const lists = places(value).filter((each) => Array.isArray(each.value) && each.value.length > 1)
      if (lists.length === 0) return
      const { path, value: list } = pick(lists, index) as { path: string; value: unknown[] }
      const [from, to] = [index % list.length, (index >> 3) % list.length]
      const moved = list.toSpliced(from, 1).toSpliced(to, 0, list[from])
      const wished = done(value, path, (holder: Record<string, unknown>, key) => (holder[key] = moved))
      const document = holds(text, wished, (each) => each.move(path, from, to))
      if (document) expect(commentsOf(document.text)).toEqual(commentsOf(text))
    })
  })

  it('refuses next to nothing: only moving inside a list that begins on the line of another list', () => {
    expect(attempts).toBeGreaterThan(400)
    expect(refusals / attempts).toBeLessThan(0.03)
  })
})
