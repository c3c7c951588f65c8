/** Values from the query of an address: checked, or refused with what is possible. */
import { problem } from './problem.ts'

/** One of these words, or nothing. */
export function choice<Word extends string>(
  name: string,
  value: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (value === undefined || value === '') return undefined
  const found = words.find((word) => word === value)
  if (found === undefined) throw problem(400, 'bad-query', { name, value, expected: words.join(', ') })
  return found
}

/** A whole number between two others, or what holds when it is absent. */
export function whole(name: string, value: string | undefined, otherwise: number, from: number, to: number): number {
  if (value === undefined || value === '') return otherwise
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= from && number <= to)) throw problem(400, 'bad-query', { name, value, expected: `${from} – ${to}` })
  return number
}
