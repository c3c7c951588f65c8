/** Problems as lines that a person reads and an editor can follow: `file:line:column  error  code  message`. */
import type { Problem } from '../interpreter/problem.ts'
import { type Language, say } from './say.ts'

/** One problem, with its example and fix on lines of their own. */
export function problemLines(file: string, problem: Problem, language: Language): string[] {
  const { line, column, severity, code, message, example, fix } = problem
  return [
    `${file}:${line}:${column}  ${say(language, `severity.${severity}`)}  ${code}`,
    `    ${message[language]}`,
    ...(example ? [`    ${say(language, 'example', { text: example[language] })}`] : []),
    ...(fix ? [`    ${say(language, 'fix', { text: fix.title[language] })}`] : []),
  ]
}
