/** Which values come in by themselves when a patient follows the schedules of a state, and what a score lacks there. */
import type { PathwayDefinition, Score } from '../../../../schemas/index.ts'
import { objectsIn, type StatePart } from '../../walk.ts'
import type { Examined } from '../rule.ts'
import { schedulesAsking } from './watching.ts'

/**
 * What must still be measured in one of `states` before `name` is known there: the value itself, or inputs of a score of which
 * too many are missing. Empty when it is known. Scores may be made of scores: each is looked into once (`seen`), also in a circle.
 */
export function lacking(
  pathway: Examined,
  states: readonly StatePart[],
  name: string,
  seen: Set<string> = new Set(),
): string[] {
  const score = pathway.definition.scores?.[name]
  if (score === undefined) return isAsked(pathway, states, name) ? [] : [name]
  if (seen.has(name)) return []
  seen.add(name)
  const absent = inputsOf(score).flatMap((input) => {
    const missing = lacking(pathway, states, input, seen)
    return missing.length > 0 ? [missing] : []
  })
  return absent.length > (score.missing?.atMost ?? 0) ? [...new Set(absent.flat())] : []
}

const isAsked = (pathway: Examined, states: readonly StatePart[], name: string): boolean =>
  states.some((part) => schedulesAsking(pathway, part, name).length > 0)

/** The values behind a score, each once: two inputs may look at one value. Facts are always there. */
const inputsOf = ({ inputs }: Score): string[] => [
  ...new Set(
    objectsIn(inputs).flatMap(
      ([, { measurement, answer, score, mean }]) => measurement ?? answer ?? score ?? mean ?? [],
    ),
  ),
]

/** Whether a value may come without being asked: a patient can report complaints at any time. */
export const comesByItself = ({ measurements }: PathwayDefinition, name: string): boolean =>
  measurements[name]?.type === 'boolean'
