/** A story being told: where it stands, who sees it, and what is not as it says. */
import type { Place } from '../../interpreter/document.ts'
import type { Instant } from '../../interpreter/enrolment.ts'
import type { Pathway } from '../../interpreter/pathway.ts'
import type { BothLanguages } from '../../interpreter/problem.ts'
import { localText } from '../../interpreter/time/zone.ts'
import type { Witness } from '../patient.ts'
import { say } from '../say.ts'
import type { StepDiff } from './diff.ts'
import type { Told } from './told.ts'

/**
 * Something that is not as the story says. `path` is a JSON Pointer in the stories; line and column count from 1; `at` is
 * the local time on the story's clock. `expected` and `found` are written as in a story;
 * `why` tells what became of alerts that did not come.
 */
export type Failure = {
  path: string
  line: number
  column: number
  at: string
  message: BothLanguages
  expected?: string
  found?: string
  why?: BothLanguages[]
}

/** `diffs` lays each step that failed beside what happened, line by line. */
export type StoryResult = {
  story: string
  line: number
  passed: boolean
  generated: boolean
  failures: Failure[]
  diffs: StepDiff[]
}

/** The other pathways that stories speak of, by name; null when there is none of that name. */
export type Others = (pathway: string) => Pathway | null

/** Also sees who is registered. */
export type StoryWitness = Witness & { registered?: (pathway: Pathway, facts: NonNullable<Told['facts']>) => void }

export type Found = Omit<Failure, 'line' | 'column' | 'at'> & { where?: 'key' }

/** A story being told: where it stands, who sees it, and what is not as it says. */
export type Telling = {
  pathway: Pathway
  story: Told
  path: string
  others: Others
  witness: StoryWitness
  place: (path: string, what?: 'value' | 'key') => Place
  failures: Failure[]
  diffs: StepDiff[]
}

/** Where a part stands, and what the story's clock shows. */
export const whereAndWhen = ({ place, pathway }: Telling, path: string, now: Instant) => ({
  path,
  line: place(path).line,
  at: localText(pathway.zone, now),
})

/** Writes down what is not as the story says. */
export function fail({ place, pathway, failures }: Telling, now: Instant, { where, ...found }: Found): void {
  const { line, column } = place(found.path, where)
  failures.push({ ...found, line, column, at: localText(pathway.zone, now) })
}

export type What = Parameters<typeof say>[0] extends infer Key
  ? Key extends `fail.${infer Name}`
    ? Name
    : never
  : never

/** What was expected beside what was found, as a failure. */
export function difference(path: string, what: What, expected: string, found: string): Found {
  const shown = (text: string) => (text === '[]' ? say('none') : text)
  const fillings = { what: say(`fail.${what}`), expected: shown(expected), found: shown(found) }
  return { path, message: say('fail.expected', fillings), expected, found }
}
