/** What the clauses of several subjects have in common: a period, a number of readings, the name of a value. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import { titleOfValue, unitOfValue } from '../condition/values.ts'
import { fill, sayIn, type Filling, type Language } from '../say.ts'
import type { BothLanguages } from '../problem.ts'
import type { About } from '../subjects/subject.ts'
import { durationIn, quoted, textOf, unitIn } from './names.ts'

/** Words of a subject, filled, in the language of the reader. */
export const wordsIn = (language: Language, words: BothLanguages, fillings: Record<string, Filling> = {}): string =>
  fill(words, fillings)[language]

/** `{subject} hoger dan 180 is`; only the subject while it is not compared. */
export const comparedTo = (language: Language, subject: string, comparison: string): string =>
  comparison === '' ? subject : sayIn(language, 'compared', { subject, comparison })

/** ` over 7 dagen`; nothing without a period. */
export const overIn = ({ condition: { over }, language }: About): string =>
  over === undefined ? '' : sayIn(language, 'over', { duration: durationIn(String(over), language) })

/** `, bij ten minste 12 metingen,`; nothing without such a number. */
export const readingsIn = ({ condition: { readings }, language }: About): string =>
  readings === undefined
    ? ''
    : sayIn(language, readings === 1 ? 'with-one-reading' : 'with-readings', { number: readings })

/** The title of a value, and its name where it has none. */
export const valueTitle = (definition: PathwayDefinition, name: string, language: Language): string =>
  textOf(titleOfValue(definition, name), language) ?? name

/** The unit of a value as people write it. */
export const valueUnit = (definition: PathwayDefinition, name: string, language: Language): string =>
  unitIn(unitOfValue(definition, name), language)

/** A single value as it is named; of a question with yes or no it is the answer that is compared. */
export const named = (title: string, { is }: Condition, language: Language): string =>
  typeof is === 'boolean' ? sayIn(language, 'answer-to', { question: title }) : quoted(title)
