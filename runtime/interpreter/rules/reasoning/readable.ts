/**
 * How hard a Dutch text reads: the length of its sentences and of its words. The limits are working rules in the tradition of
 * plain language at level B1 (short sentences, everyday words); they measure no reader.
 */

/** A sentence longer than this is hard; so is a text whose sentences are longer than `MEAN` on average. */
export const LONGEST = 25
export const MEAN = 15
/** A word of more syllables than this is long. */
export const SYLLABLES = 4
/** From this share on, and at least two of them, long words make a text hard. */
const SHARE = 0.1

export type Readability = { words: number; longest: string; mean: number; longWords: string[] }

/** The measures of a text: words in its longest sentence, words per sentence, its words of more than four syllables. */
export function readability(text: string): Readability {
  const sentences = text
    .split(/(?<=[.!?:])\s+/)
    .map(wordsIn)
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  const longest = sentences.reduce((long, sentence) => (sentence.length > long.length ? sentence : long), [])
  const longWords = [...new Set(words.filter((word) => syllables(word) > SYLLABLES))]
  const hard = longWords.length >= 2 && longWords.length / words.length > SHARE
  return {
    words: longest.length,
    longest: longest.join(' '),
    mean: sentences.length === 0 ? 0 : Math.round((words.length / sentences.length) * 10) / 10,
    longWords: hard ? longWords : [],
  }
}

const wordsIn = (sentence: string): string[] => sentence.match(/[\p{L}\d](?:[\p{L}\d’'.,/-]*[\p{L}\d])?/gu) ?? []

/** Groups of vowels; a vowel with a diaeresis begins a new one. */
export const syllables = (word: string): number =>
  word.toLowerCase().match(/[ëïöü]?(?:ij|[aeiouyáéíóúàèê])+|[ëïöü]/g)?.length ?? 0
