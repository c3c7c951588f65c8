/** Answers to questionnaires that cannot be given, and outcomes that a score does not have. */
import type { Expectation, StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { Item, PathwayDefinition } from '../../../schemas/index.ts'
import type { Finding } from '../../interpreter/finding.ts'
import { own } from '../../interpreter/own.ts'
import { below } from '../../interpreter/pointer.ts'
import { say } from '../say.ts'

/** What is wrong with the answers and the outcomes of a step. */
export const answerFindings = (step: StoryStep, path: string, all: PathwayDefinition[]): Finding[] => [
  ...Object.entries(step.fill ?? {}).flatMap(([name, answers]) =>
    inFilled(name, answers, below(path, 'fill', name), itemsOf(all, name)),
  ),
  ...Object.entries(step.send ?? {}).flatMap(([name, value]) => inSent(name, value, below(path, 'send', name), all)),
  ...inScores(step.expect ?? {}, below(path, 'expect'), all),
]

const itemsOf = (all: PathwayDefinition[], questionnaire: string): [string, Item][] =>
  Object.entries(
    all.map(({ questionnaires }) => own(questionnaires, questionnaire)).find((one) => one !== undefined)?.items ?? {},
  )

type Answer = number | boolean | string | null

function inFilled(name: string, answers: Answer[], path: string, items: [string, Item][]): Finding[] {
  if (items.length === 0) return [] // its name is not known, and that is said already
  if (answers.length > items.length) {
    const fillings = { name, count: items.length, found: answers.length }
    return [{ code: 'too-many-answers', path, message: say('too-many-answers', fillings) }]
  }
  return answers.flatMap((answer, index) => wrongAnswer(items[index]!, answer, below(path, index)))
}

function inSent(name: string, value: Answer, path: string, all: PathwayDefinition[]): Finding[] {
  const items = all.flatMap(({ questionnaires }) =>
    Object.values(questionnaires ?? {}).flatMap((one) => own(one.items, name) ?? []),
  )
  return items.slice(0, 1).flatMap((item) => wrongAnswer([name, item], value, path))
}

/** What no item allows can never have been answered; an implausible measurement can have been measured. */
function wrongAnswer([name, item]: [string, Item], value: Answer, path: string): Finding[] {
  if (value === null || isAnswer(item, value)) return []
  const { options, scale } = item
  const known = options
    ? options.map(({ answer }) => answer).join(', ')
    : scale
      ? say('numbers', { from: scale.from, to: scale.to })
      : say('yes-or-no')
  return [{ code: 'wrong-answer', path, message: say('wrong-answer', { value: String(value), name, known }) }]
}

function isAnswer({ options, scale }: Item, value: number | boolean | string): boolean {
  if (options) return options.some(({ answer }) => answer === value)
  if (!scale) return typeof value === 'boolean'
  return typeof value === 'number' && Number.isInteger(value) && value >= scale.from && value <= scale.to
}

const inScores = (expect: Expectation, path: string, all: PathwayDefinition[]): Finding[] => [
  ...Object.entries(expect.score ?? {}).flatMap(([score, value]) =>
    typeof value === 'string' ? unknownOutcome(score, value, below(path, 'score', score), all) : [],
  ),
  ...(expect.also ?? []).flatMap((one, index) => inScores(one, below(path, 'also', index), all)),
]

function unknownOutcome(score: string, name: string, path: string, all: PathwayDefinition[]): Finding[] {
  const outcomes = all.flatMap(({ scores }) => own(scores, score)?.outcomes ?? []).map(({ outcome }) => outcome)
  if (outcomes.includes(name)) return []
  const known = [...new Set(outcomes)].join(', ') || say('none')
  return [{ code: 'unknown-outcome', path, message: say('unknown-outcome', { score, name, known }) }]
}
