/** Stories and their coverage as lines that a person reads. */
import type { Coverage } from '../simulation/coverage.ts'
import type { Failure, StoryResult } from '../simulation/stories/play.ts'
import { type Language, say } from './say.ts'

/** The stories of one file, played. */
export type Played = { file: string; pathway: string; stories: StoryResult[] }

export function storyLines(file: string, { story, passed, failures }: StoryResult, language: Language): string[] {
  return [`  ${passed ? '✓' : '✗'} ${story}`, ...failures.flatMap((failure) => failureLines(file, failure, language))]
}

/** Where it stands, when it was, and what was expected above what was found. */
export function failureLines(
  file: string,
  { line, column, at, message, expected, found, why = [] }: Failure,
  language: Language,
): string[] {
  const where = `      ${file}:${line}:${column}  ${say(language, 'test.step', { at: at.slice(0, 16).replace('T', ' ') })}`
  if (expected === undefined || found === undefined) return [where, `        ${message[language]}`]
  return [
    where,
    `        ${message[language].split(':')[0]}`,
    `        - ${say(language, 'expected')}  ${expected}`,
    `        + ${say(language, 'found')}  ${found}`,
    ...why.map((reason) => `          ${reason[language]}`),
  ]
}

export function coverageLines(pathway: string, coverage: Coverage, language: Language): string[] {
  const kinds = Object.keys(coverage) as (keyof Coverage)[]
  return [
    say(language, 'coverage', { pathway }),
    ...kinds.flatMap((kind) => {
      const { hit, total, missed } = coverage[kind]
      const share = `  ${say(language, 'coverage.share', { hit, total })} ${say(language, `coverage.${kind}`)}`
      return missed.length === 0
        ? [share]
        : [`${share}, ${say(language, 'coverage.missed')}`, ...missed.map((path) => `      ${path}`)]
    }),
  ]
}
