/** Scores in the order in which they can be computed, and those that go round in a circle. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import { isObject, objectsIn, partsOf } from '../walk.ts'

/** Every score after those that it is made of; those in a circle are left out. */
export function inOrder(definition: PathwayDefinition): string[] {
  const done = new Set<string>()
  const open = new Map(objectsIn(definition.scores).map(([name]) => [name, madeOf(definition, name)]))
  for (let before = -1; before !== done.size;) {
    before = done.size
    for (const [name, parts] of open) if (parts.every((part) => done.has(part) || !open.has(part))) done.add(name)
  }
  return [...done]
}

/** The circle of scores that a score is in, itself first; null when it is in none. */
export function circleOf(definition: PathwayDefinition, score: string): string[] | null {
  const reached = new Map<string, string[]>([[score, [score]]])
  for (const [name, way] of reached)
    for (const part of madeOf(definition, name)) {
      if (part === score) return way
      if (!reached.has(part)) reached.set(part, [...way, part])
    }
  return null
}

/** The scores that a score is made of, and those that its bands ask about. */
function madeOf({ scores }: PathwayDefinition, name: string): string[] {
  const inputs = isObject(scores) && Object.hasOwn(scores, name) ? scores[name]!.inputs : undefined
  return objectsIn(inputs).flatMap(([, input]) => [
    ...namesIn([input.score, input.mean], scores!),
    ...objectsIn(input.bands).flatMap(([, band]) => (isObject(band.if) ? asked(band.if, scores!) : [])),
  ])
}

const asked = (condition: Condition, scores: object): string[] =>
  partsOf({ path: '', condition }).flatMap((part) => namesIn(Object.values(part.condition), scores))

const namesIn = (values: unknown[], scores: object): string[] =>
  values.filter((value): value is string => typeof value === 'string' && Object.hasOwn(scores, value))
