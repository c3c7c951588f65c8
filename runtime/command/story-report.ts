/** Stories and their coverage as lines that a person reads. */
import type { Coverage } from '../simulation/coverage.ts'
import type { DiffLine, StepDiff } from '../simulation/stories/diff.ts'
import type { Failure, StoryResult } from '../simulation/stories/play.ts'
import { type Language, say } from './say.ts'

/** The stories of one file, played. */
export type Played = { file: string; pathway: string; stories: StoryResult[] }

/** Colours a line on a terminal; elsewhere it stays as it is. */
export type Paint = (sign: DiffLine['sign'], text: string) => string

export const plain: Paint = (_sign, text) => text

const COLOURS = { '-': '\u001B[31m', '+': '\u001B[32m', ' ': '' } as const

/** Red for what was expected, green for what happened. */
export const coloured: Paint = (sign, text) => (sign === ' ' ? text : `${COLOURS[sign]}${text}\u001B[0m`)

/** A story in words: passed or not, and below it what was expected, what was found and why. */
export function storyLines(file: string, result: StoryResult, language: Language, paint: Paint = plain): string[] {
  const { story, passed, generated } = result
  const title = generated ? `${story} (${say(language, 'test.generated')})` : story
  return [`  ${passed ? '✓' : '✗'} ${title}`, ...failedLines(file, result, language, paint)]
}

/** Each step that failed as a difference, and below it what else there is to say: an obstacle, why an alert did not come. */
export function failedLines(
  file: string,
  { failures, diffs }: Pick<StoryResult, 'failures' | 'diffs'>,
  language: Language,
  paint: Paint = plain,
): string[] {
  const said = failures.filter(({ expected, why = [] }) => expected === undefined || why.length > 0)
  return [
    ...diffs.flatMap((diff) => diffLines(file, diff, language, paint)),
    ...said.flatMap((failure) => saidLines(file, failure, language)),
  ]
}

function diffLines(file: string, { line, at, lines }: StepDiff, language: Language, paint: Paint): string[] {
  const width = Math.max(...lines.map((one) => String(one.line ?? '').length))
  return [
    whereLine(file, { line, column: 1, at }, language),
    ...lines.map((one) => {
      const number = String(one.line ?? '').padStart(width)
      return paint(one.sign, `        ${number} ${one.sign} ${one.text}`)
    }),
  ]
}

const whereLine = (file: string, { line, column, at }: Pick<Failure, 'line' | 'column' | 'at'>, language: Language) =>
  `      ${file}:${line}:${column}  ${say(language, 'test.step', { at: at.slice(0, 16).replace('T', ' ') })}`

function saidLines(file: string, failure: Failure, language: Language): string[] {
  const { expected, message, why = [] } = failure
  const reasons = why.map((reason) => `          ${reason[language]}`)
  return expected === undefined
    ? [whereLine(file, failure, language), `        ${message[language]}`, ...reasons]
    : reasons
}

/** What the stories touched of a pathway, a line a kind. */
export function coverageLines(pathway: string, coverage: Coverage, language: Language): string[] {
  const kinds = (Object.keys(coverage) as (keyof Coverage)[]).filter((kind) => coverage[kind].total > 0)
  return [
    say(language, 'coverage', { pathway }),
    ...kinds.flatMap((kind) => {
      const { hit, total, missed } = coverage[kind]
      const fillings = { hit, total, percent: percentOf({ hit, total }) }
      const share = `  ${say(language, 'coverage.share', fillings)} ${say(language, `coverage.${kind}`)}`
      return missed.length === 0
        ? [share]
        : [`${share}, ${say(language, 'coverage.missed')}`, ...missed.map((path) => `      ${path}`)]
    }),
  ]
}

/** Rounded down, so that only everything is 100. */
export const percentOf = ({ hit, total }: { hit: number; total: number }): number =>
  total === 0 ? 100 : Math.floor((100 * hit) / total)
