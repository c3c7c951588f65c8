/** Operators on comparisons: the wrong comparator, and a limit that is one step off. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import { type Comparison, comparisonsIn } from './comparisons.ts'
import { at, type Mutation, type Operator } from './mutant.ts'
import { round, stepOf } from './values.ts'

type Part = Record<string, unknown>

const OTHERS: Record<string, string[]> = {
  above: ['atLeast', 'below'],
  atLeast: ['above', 'atMost'],
  below: ['atMost', 'above'],
  atMost: ['below', 'atLeast'],
}

/** Flipped (above for below), or made stricter or looser (atLeast for above); yes for no. */
export const comparator: Operator = {
  name: 'comparator',
  mutations: (definition) =>
    comparisonsIn(definition).flatMap((comparison) => {
      const { path, part } = comparison
      const found = Object.keys(OTHERS).find((name) => part[name] !== undefined)
      if (found !== undefined) return OTHERS[found]!.map((other) => replaced(comparison, found, other))
      if (typeof part['is'] !== 'boolean') return []
      const turn = at(path, (changed) => void (changed['is'] = !part['is']))
      return [{ path, what: `is ${part['is']} → ${!part['is']}`, apply: turn }]
    }),
}

function replaced({ path, part, values }: Comparison, from: string, to: string): Mutation {
  const change = (changed: Part): void => {
    changed[to] = changed[from]
    delete changed[from]
  }
  const what = `${from} → ${to} (${JSON.stringify(part[from])})`
  return { path, what, apply: at(path, change), equivalent: sameFor(values, part, { [to]: part[from] }) }
}

/** One step up and one step down: of a number, of both ends of a range, of a personal limit and of what is added to it. */
export const limit: Operator = {
  name: 'limit',
  mutations: (definition) => [
    ...comparisonsIn(definition).flatMap((comparison) =>
      [-1, 1].flatMap((sign) => shifted(comparison, sign * comparison.step)),
    ),
    ...defaults(definition),
  ],
}

function shifted({ path, part, values }: Comparison, by: number): Mutation[] {
  return Object.keys(part).flatMap((key) => {
    const moved = key in OTHERS || key === 'between' || key === 'is' ? movedBy(part[key], by) : []
    return moved.map((value) => ({
      path,
      what: `${key} ${JSON.stringify(part[key])} → ${JSON.stringify(value)}`,
      apply: at(path, (changed) => void (changed[key] = value)),
      equivalent: sameFor(values, part, { [key]: value }),
    }))
  })
}

function movedBy(value: unknown, by: number): unknown[] {
  if (typeof value === 'number') return [round(value + by)]
  if (typeof value !== 'object' || value === null) return []
  const { from, to, parameter, plus = 0 } = value as { from: number; to: number; parameter?: string; plus?: number }
  if (parameter !== undefined) return [{ parameter, plus: round(plus + by) }]
  return [
    { from: round(from + by), to },
    { from, to: round(to + by) },
  ]
}

const defaults = (definition: PathwayDefinition): Mutation[] =>
  Object.entries(definition.parameters ?? {}).flatMap(([name, parameter]) =>
    [-1, 1].map((sign) => {
      const value = round(parameter.default + sign * stepOf(definition, { parameter: name }))
      const path = `/parameters/${name}`
      const what = `default ${parameter.default} → ${value}`
      return { path, what, apply: at(path, (changed) => void (changed['default'] = value)) }
    }),
  )

/** Whether every value that can be sent gets the same answer. A personal limit has no one answer. */
function sameFor(values: unknown[] | null, before: Part, after: Part): boolean {
  if (values === null) return false
  const sides = [before, after].map((part) => values.map((value) => holds(part, value)))
  return sides.every((side) => !side.includes(null)) && JSON.stringify(sides[0]) === JSON.stringify(sides[1])
}

function holds(part: Part, value: unknown): boolean | null {
  const [key = '', right] = Object.entries(part).find(([name]) => name in HOLDS) ?? []
  if (key === 'between' || key === 'is' || typeof right === 'number') return HOLDS[key]!(value as never, right as never)
  return null
}

const HOLDS: Record<string, (value: never, right: never) => boolean> = {
  above: (value: number, right: number) => value > right,
  atLeast: (value: number, right: number) => value >= right,
  below: (value: number, right: number) => value < right,
  atMost: (value: number, right: number) => value <= right,
  between: (value: number, right: { from: number; to: number }) => value >= right.from && value <= right.to,
  is: (value: unknown, right: unknown) => value === right,
}
