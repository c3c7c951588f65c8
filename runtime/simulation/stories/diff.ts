/** A step that failed as a difference: its own lines, with `-` what was expected and with `+` what happened. */
import type { Expectation, StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { Place } from '../../interpreter/document.ts'
import { inline } from './describe.ts'
import type { Difference, Line } from './difference.ts'

/** One line; `line` is where it stands in the file of stories, absent for what only happened. */
export type DiffLine = Line & { line?: number }

/** `path` is the step's JSON Pointer, `line` its line, `at` the local time on the story's clock. */
export type StepDiff = { path: string; line: number; at: string; lines: DiffLine[] }

type Lines = (path: string) => Pick<Place, 'line'>

/** The step as it was written, and below it each expectation: as it held, or what was expected above what was found. */
export function stepDiff(
  step: StoryStep,
  path: string,
  differences: readonly Difference[],
  refused: string | null,
  place: Lines,
): DiffLine[] {
  const { expect = {}, ...act } = step
  return [
    { sign: ' ', text: `- ${inline(act)}`, line: place(path).line },
    ...(refused === null ? [] : [{ sign: '+' as const, text: `    refused: ${refused}` }]),
    ...expectationLines(expect, `${path}/expect`, differences, place),
  ]
}

function expectationLines(
  { also = [], ...expect }: Expectation,
  path: string,
  differences: readonly Difference[],
  place: Lines,
): DiffLine[] {
  return [
    ...Object.entries(expect).flatMap(([key, value]) => {
      const here = `${path}/${key}`
      const { line } = place(here)
      const difference = differences.find((one) => one.path === here)
      if (!difference) return [{ sign: ' ' as const, text: `    ${key}: ${inline(value)}`, line }]
      return keyLines(key, difference).map((one) => (one.sign === '+' ? one : { ...one, line }))
    }),
    ...also.flatMap((one, index) => expectationLines(one, `${path}/also/${index}`, differences, place)),
  ]
}

function keyLines(key: string, { expected, found, lines = [] }: Difference): Line[] {
  const told = lines.filter(({ sign }) => sign !== ' ')
  if (lines.length === 0 || told.length === 0)
    return [
      { sign: '-', text: `    ${key}: ${expected}` },
      { sign: '+', text: `    ${key}: ${found}` },
    ]
  return [{ sign: ' ', text: `    ${key}:` }, ...lines.map(({ sign, text }) => ({ sign, text: `      - ${text}` }))]
}
