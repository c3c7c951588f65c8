/** What the examples of subjects, comparators and triggers read as: the sentences that the screens show, made by the interpreter. */
import type { Condition, PathwayDefinition } from '../index.ts'
import { conditionSentence, transitionSentence } from '../../runtime/interpreter/sentence.ts'
import { placeOf, withExample, type Example } from './examples.ts'
import { code, table } from './markdown.ts'

type Language = 'nl' | 'en'

/** The examples of one kind (`subject`, `comparator`, `trigger`) with their sentences. */
export function sentenceTable(kind: string, examples: Example[], around: PathwayDefinition): string {
  const own = examples.filter(({ name }) => name.startsWith(`${kind}/`))
  const rows = own.map((example) => [
    code(example.name.slice(kind.length + 1)),
    code(example.text),
    sentence(example, around, 'nl'),
    sentence(example, around, 'en'),
  ])
  return table([kind, 'example', 'leest als', 'reads as'], rows)
}

function sentence(example: Example, around: PathwayDefinition, language: Language): string {
  if (!example.name.startsWith('trigger/')) return conditionSentence(around, example.value as Condition, language)
  return transitionSentence(withExample(around, example) as PathwayDefinition, placeOf(example)!, language)
}
