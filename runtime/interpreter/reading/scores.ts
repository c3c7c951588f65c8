/** What the schema cannot say of questionnaires and scores: what an item asks, what an input counts, what an outcome means. */
import type { Item, PathwayDefinition, ScoreInput, ScoreOutcome } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'
import { fill } from '../say.ts'
import { circleOf } from '../score/order.ts'
import { isObject, objectsIn } from '../walk.ts'
import type { ShapeFinding } from './shape.ts'

const words = {
  'item-answers': {
    nl: 'Een vraag heeft antwoorden (options) of een schaal (scale), niet allebei. Verwijder een van de twee.',
    en: 'An item has options or a scale, not both. Remove one of the two.',
  },
  'item-scale': {
    nl: 'Een schaal loopt over hele getallen. Schrijf {from} en {to} zonder decimalen.',
    en: 'A scale runs over whole numbers. Write {from} and {to} without decimals.',
  },
  'answer-twice': {
    nl: 'Het antwoord “{answer}” staat hier twee keer. Verwijder er een.',
    en: 'The answer “{answer}” is here twice. Remove one of them.',
  },
  'input-none': {
    nl: 'Dit onderdeel zegt niet welke waarde telt. Voeg een van deze toe: {sources}.',
    en: 'This input does not say which value counts. Add one of these: {sources}.',
  },
  'input-two': {
    nl: 'Een onderdeel telt één waarde; hier staan er meer: {sources}. Maak er aparte onderdelen van.',
    en: 'An input counts one value; there are more here: {sources}. Make separate inputs of them.',
  },
  'input-over': {
    nl: 'Bij “mean” hoort “over”: de tijd waarover het gemiddelde gaat.',
    en: '“mean” needs “over”: the time that the mean covers.',
  },
  'input-stray': {
    nl: '“{key}” hoort alleen bij “mean”. Verwijder het, of gebruik “mean”.',
    en: '“{key}” only belongs with “mean”. Remove it, or use “mean”.',
  },
  'outcome-none': {
    nl: 'Deze uitkomst zegt niet bij welk totaal zij hoort. Voeg “atLeast”, “between” of “single” toe.',
    en: 'This outcome does not say to which total it belongs. Add “atLeast”, “between” or “single”.',
  },
  'score-circle': {
    nl: 'Deze score is gemaakt van zichzelf ({way}): zij is nooit uit te rekenen. Haal een van de scores eruit.',
    en: 'This score is made of itself ({way}): it can never be computed. Take one of the scores out.',
  },
}

/** What is wrong in questions, in the inputs of scores and in their outcomes. */
export const scoreFindings = (definition: PathwayDefinition): ShapeFinding[] => [
  ...objectsIn(definition.questionnaires).flatMap(([name, { items }]) =>
    objectsIn(items).flatMap(([id, item]) => itemFindings(below('/questionnaires', name, 'items', id), item)),
  ),
  ...objectsIn(definition.scores).flatMap(([name, { inputs, outcomes }]) => [
    ...objectsIn(inputs).flatMap(([key, input]) => inputFinding(below('/scores', name, 'inputs', key), input) ?? []),
    ...objectsIn(outcomes).flatMap(
      ([index, outcome]) => outcomeFinding(below('/scores', name, 'outcomes', index), outcome) ?? [],
    ),
    ...circleFindings(definition, name),
  ]),
]

type Key = keyof typeof words

const wrong = (code: Key, path: string, about: Parameters<typeof fill>[1] = {}): ShapeFinding => ({
  code: code.replace(/^(input|item)-.*/, '$1'),
  path,
  drop: path,
  message: fill(words[code], about),
})

function itemFindings(path: string, { options, scale }: Item): ShapeFinding[] {
  if (options !== undefined && scale !== undefined) return [wrong('item-answers', path)]
  if (isObject(scale) && [scale.from, scale.to].some((end) => typeof end === 'number' && !Number.isInteger(end)))
    return [wrong('item-scale', below(path, 'scale'), { from: String(scale.from), to: String(scale.to) })]
  const answers = objectsIn(options).map(([index, { answer }]) => ({ index, answer }))
  return answers.flatMap(({ index, answer }, place) =>
    answers.findIndex((other) => String(other.answer) === String(answer)) < place
      ? [wrong('answer-twice', below(path, 'options', index), { answer: String(answer) })]
      : [],
  )
}

const sources = ['measurement', 'answer', 'score', 'fact', 'mean'] as const satisfies (keyof ScoreInput)[]

function inputFinding(path: string, input: ScoreInput): ShapeFinding | null {
  if (Object.keys(input).length === 0) return wrong('input-none', path, { sources: sources.join(', ') })
  const given = sources.filter((key) => Object.hasOwn(input, key))
  if (given.length > 1) return wrong('input-two', path, { sources: given.join(', ') })
  if (given.length === 0) return wrong('input-none', path, { sources: sources.join(', ') })
  if (given[0] === 'mean') return Object.hasOwn(input, 'over') ? null : wrong('input-over', path)
  const stray = (['over', 'readings'] as const).find((key) => Object.hasOwn(input, key))
  return stray === undefined ? null : wrong('input-stray', path, { key: stray })
}

const comparisons = [
  'above',
  'atLeast',
  'below',
  'atMost',
  'between',
  'single',
] as const satisfies (keyof ScoreOutcome)[]

const outcomeFinding = (path: string, outcome: ScoreOutcome): ShapeFinding | null =>
  comparisons.some((key) => Object.hasOwn(outcome, key)) ? null : wrong('outcome-none', path)

function circleFindings(definition: PathwayDefinition, name: string): ShapeFinding[] {
  const circle = circleOf(definition, name)
  return circle === null ? [] : [wrong('score-circle', below('/scores', name), { way: [...circle, name].join(' → ') })]
}
