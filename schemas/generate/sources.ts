/** Gathers what the reference is made of: the schemas, the examples, and the rules with their pages. */
import { readFileSync } from 'node:fs'
import { examine } from '../../runtime/interpreter/examine.ts'
import type { Schema } from '../schema.ts'
import { examplesIn } from './examples.ts'
import type { Sources } from './reference.ts'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

/** The shared parts that around.yaml uses. */
export const sharedExamples = (): Record<string, string> => ({
  'vital-signs': read('../pathways/shared/vital-signs.yaml'),
})

/** Everything that the reference is made of, as it stands now. */
export function sources(): Sources {
  const base = sections(read('../test/interpreter/rules/base.yaml'))
  return {
    pathway: JSON.parse(read('pathway.schema.json')) as Schema,
    shared: JSON.parse(read('shared.schema.json')) as Schema,
    examples: examplesIn(read('examples.yaml')),
    smallest: read('smallest.yaml'),
    around: examine(read('around.yaml'), sharedExamples()).document!.value,
    rules: {
      page: (rule) => read(`../runtime/interpreter/rules/${rule}.md`),
      // The examples of a page replace whole sections of the small pathway of the rules' tests.
      problems: (wrong) => examine([...new Map([...base, ...sections(wrong)]).values()].join('')).problems,
    },
  }
}

/** The top-level parts of a pathway, each with its name, as they are written. */
function sections(text: string): [name: string, text: string][] {
  const parts = text.split(/^(?=[a-z]\w*:)/m).filter((part) => /^[a-z]/.test(part))
  return parts.map((part) => [part.slice(0, part.indexOf(':')), part.endsWith('\n') ? part : `${part}\n`])
}
