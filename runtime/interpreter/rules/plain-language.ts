/** Rule `plain-language`: what a patient reads is plain Dutch (B1): everyday words, short sentences. */
import { below } from '../pointer.ts'
import { capital, fill, listed } from '../say.ts'
import { isObject, objectsIn, partsOf } from '../walk.ts'
import { hardWords } from './reasoning/plain-words.ts'
import { LONGEST, MEAN, readability, SYLLABLES } from './reasoning/readable.ts'
import { both } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  word: {
    nl: 'Een patiënt leest hier “{word}”. Gewoner is: {plain}.',
    en: 'A patient reads “{word}” here. Plainer is: {plain}.',
  },
  wordExample: {
    nl: 'Een patiënt die het woord “{word}” niet kent, leest: “{text}”.',
    en: 'A patient who does not know the word “{word}” reads: “{text}”.',
  },
  sentence: {
    nl: 'Deze zin heeft {number} woorden. Maak er kortere zinnen van, van hooguit {most} woorden.',
    en: 'This sentence has {number} words. Make shorter sentences of it, of at most {most} words.',
  },
  sentenceExample: {
    nl: 'Een patiënt leest in één adem: “{text}”.',
    en: 'A patient reads in one breath: “{text}”.',
  },
  mean: {
    nl: 'De zinnen zijn hier gemiddeld {number} woorden lang. Schrijf gemiddeld hooguit {most} woorden per zin.',
    en: 'The sentences here are {number} words long on average. Write at most {most} words a sentence on average.',
  },
  longWords: {
    nl: 'Hier staan veel lange woorden: {list}. Gebruik kortere woorden, of zeg het in meer zinnen.',
    en: 'There are many long words here: {list}. Use shorter words, or say it in more sentences.',
  },
  longWordsExample: {
    nl: 'Een patiënt moet hier {number} woorden van meer dan {syllables} lettergrepen lezen, zoals “{text}”.',
    en: 'A patient must read {number} words of more than {syllables} syllables here, such as “{text}”.',
  },
}

export const plainLanguage: Rule = {
  code: 'plain-language',
  check: (pathway) =>
    textsForPatients(pathway)
      .filter(({ path }) => !pathway.broken(path))
      .flatMap(({ path, text }) => [...unusual(pathway, path, text), ...long(path, text)]),
}

type Written = { path: string; text: string }

/** The Dutch texts that a patient reads: messages, questions, answers to choose from, and why somebody cannot take part. */
function textsForPatients({ definition }: Examined): Written[] {
  const { messages, measurements, questionnaires, exclude, parties } = definition
  return [
    ...objectsIn(messages).flatMap(([id, { to, text }]) =>
      to === 'patient' || parties[to]?.kind === 'patient' ? dutch(below('/messages', id, 'text'), text) : [],
    ),
    ...objectsIn(measurements).flatMap(([id, { title }]) =>
      dutch(below('/measurements', id, 'title'), title).filter(({ text }) => text.trim().endsWith('?')),
    ),
    ...objectsIn(questionnaires).flatMap(([id, { intro, items }]) => [
      ...dutch(below('/questionnaires', id, 'intro'), intro),
      ...objectsIn(items).flatMap(([item, { ask, options }]) => [
        ...dutch(below('/questionnaires', id, 'items', item, 'ask'), ask),
        ...objectsIn(options).flatMap(([index, { title }]) =>
          dutch(below('/questionnaires', id, 'items', item, 'options', index, 'title'), title),
        ),
      ]),
    ]),
    ...(isObject(exclude) ? partsOf({ path: '/exclude', condition: exclude }) : []).flatMap(({ path, condition }) =>
      dutch(below(path, 'because'), condition.because),
    ),
  ]
}

const dutch = (path: string, text: { nl?: unknown } | undefined): Written[] =>
  typeof text?.nl === 'string' ? [{ path: below(path, 'nl'), text: text.nl }] : []

function unusual(pathway: Examined, path: string, text: string): Draft[] {
  return hardWords(text).map(({ written, plain, safe }) => {
    const about = { word: written, plain, text: clip(sentenceWith(text, written)) }
    const insert = written === capital(written) ? capital(plain) : plain
    return {
      path,
      severity: 'warning',
      message: fill(words.word, about),
      example: fill(words.wordExample, about),
      fix: safe ? pathway.replaceIn(path, written, insert) : undefined,
    }
  })
}

function long(path: string, text: string): Draft[] {
  const { words: number, longest, mean, longWords } = readability(text)
  const hint = (message: Draft['message'], example: Draft['message']): Draft => ({
    path,
    severity: 'hint',
    message,
    example,
  })
  const sentenceExample = fill(words.sentenceExample, { text: clip(longest) })
  if (number > LONGEST) return [hint(fill(words.sentence, { number, most: LONGEST }), sentenceExample)]
  if (mean > MEAN) return [hint(fill(words.mean, { number: mean, most: MEAN }), sentenceExample)]
  if (longWords.length === 0) return []
  const list = both((language) =>
    listed(
      longWords.map((word) => `“${word}”`),
      language,
      'and',
    ),
  )
  const about = { number: longWords.length, syllables: SYLLABLES, text: longWords[0]! }
  return [hint(fill(words.longWords, { list }), fill(words.longWordsExample, about))]
}

const sentenceWith = (text: string, word: string): string =>
  text.split(/(?<=[.!?])\s+/).find((sentence) => sentence.includes(word)) ?? text

/** Short enough to quote, without the full stop that the sentence around it has itself. */
const clip = (text: string): string => (text.length > 160 ? `${text.slice(0, 157)}…` : text).trim().replace(/\.$/, '')
