import { describe, expect, it } from 'vitest'
import { check } from '../../../runtime/interpreter/index.ts'
import { parse } from '../../../runtime/interpreter/parse.ts'
import { merged } from '../rules/cases.ts'

const scores = `
questionnaires:
  lungs:
    title: { nl: Longen }
    items:
      cough: { ask: { nl: "Hoest u?" }, options: [ { answer: little, points: 0 }, { answer: much, points: 3 } ] }
      breath: { ask: { nl: "Benauwd?" }, scale: { from: 0, to: 10 } }
      well: { ask: { nl: "Slaapt u goed?" } }
scores:
  burden: { title: { nl: Last }, combine: sum, inputs: { cough: { answer: cough }, breath: { answer: breath } }, outcomes: [ { outcome: high, atLeast: 5 }, { outcome: low, below: 5 } ] }
baselines:
  usual: { of: systolic, statistic: mean, over: 7 days }
`

/** The mistakes of the shape that a condition makes, as `code place`. */
function mistakes(condition: string, more = scores): string[] {
  const text = merged(`${more}\nthresholds:\n  odd: { title: { nl: Vreemd }, level: green, when: ${condition} }\n`)
  return parse(text)
    .problems.filter(
      ({ path }) =>
        path.startsWith('/thresholds/odd') || path.startsWith('/scores') || path.startsWith('/questionnaires'),
    )
    .map(({ code, path }) => `${code} ${path.replace('/thresholds/odd/when', '')}`.trim())
}

describe('a condition of the wrong shape is told', () => {
  it.each([
    ['{ median: systolic, above: 1 }', 'missing-key'],
    ['{ rise: systolic, over: 3 days, readings: 2, above: 1 }', 'condition-modifier'],
    ['{ slope: systolic, over: 3 days, inARow: true, above: 1 }', 'condition-modifier'],
    ['{ measurement: systolic, over: 3 days, above: 1 }', 'condition-modifier'],
    ['{ count: systolic, where: { above: 1 }, atLeast: 1 }', 'condition-modifier'],
    ['{ count: systolic, where: { above: 1 }, last: 3 readings, over: 3 days, atLeast: 1 }', 'condition-modifier'],
    ['{ count: systolic, last: 3 readings, atLeast: 1 }', 'missing-key'],
    ['{ count: complaints, where: { above: 1 }, last: 3 readings, atLeast: 1 }', 'comparator-fit /where/above'],
    ['{ count: systolic, where: { between: { from: 5, to: 3 } }, over: 1 day, atLeast: 1 }', 'order /where/between/to'],
    ['{ deviation: systolic, above: 1 }', 'missing-key'],
    ['{ deviation: diastolic, from: usual, above: 1 }', 'condition-fit /from'],
    ['{ median: complaints, over: 3 days, above: 1 }', 'comparator-fit'],
    ['{ slope: cough, over: 3 days, above: 1 }', 'comparator-fit'],
    ['{ score: burden, is: hihg }', 'unknown-value /is'],
    ['{ score: burden, is: true }', 'comparator-fit /is'],
    ['{ answer: cough, above: 1 }', 'comparator-fit /above'],
    ['{ answer: cough, is: mcuh }', 'unknown-value /is'],
    ['{ answer: well, is: 3 }', 'comparator-fit /is'],
    ['{ answer: breath, is: true }', 'comparator-fit /is'],
    ['{ since: systolic, is: true }', 'comparator-fit /is'],
    ['{ since: systolic, score: burden, above: 1 }', 'condition-subject'],
    ['{ inState: 3 days, above: 1 }', 'condition-comparator'],
  ])('%s', (condition, problem) => {
    expect(mistakes(condition)).toEqual([problem])
  })

  it.each([
    '{ median: systolic, over: 3 days, readings: 2, above: 1 }',
    '{ count: complaints, where: { is: true }, last: 3 readings, atLeast: 1 }',
    '{ count: cough, where: { is: much }, over: 3 days, atLeast: 1 }',
    '{ deviation: systolic, from: usual, percent: true, above: 1 }',
    '{ deviation: diastolic, from: { parameter: target }, above: 1 }',
    '{ score: burden, atLeast: 5 }',
    '{ score: burden, oneOf: [ high, low ] }',
    '{ answer: breath, between: { from: 4, to: 6 } }',
    '{ answer: well, is: false }',
    '{ mean: burden, over: 7 days, above: 3 }',
  ])('%s is right', (condition) => {
    expect(mistakes(condition)).toEqual([])
  })
})

describe('a score that cannot be computed is told', () => {
  const fine = '{ score: burden, atLeast: 5 }'
  const score = (inputs: string, more = ''): string =>
    scores.replace(/inputs: .*? \}, outcomes/, `inputs: ${inputs}, outcomes`) + more

  it.each([
    [
      '{ cough: { answer: cough, bands: [ { atLeast: 1, points: 1 } ] } }',
      'comparator-fit /scores/burden/inputs/cough/bands/0/atLeast',
    ],
    [
      '{ cough: { answer: cough, bands: [ { is: often, points: 1 } ] } }',
      'unknown-value /scores/burden/inputs/cough/bands/0/is',
    ],
    ['{ self: { score: burden } }', 'score-circle /scores/burden'],
  ])('%s', (inputs, problem) => {
    expect(mistakes(fine, score(inputs))).toContain(problem)
  })

  it('answers in words without points', () => {
    expect(mistakes(fine, scores.replace('answer: much, points: 3', 'answer: much'))).toEqual([
      'score-points /scores/burden/inputs/cough',
    ])
  })

  it('every message reads well in both languages', () => {
    const broken = [
      '{ count: systolic, where: { above: 1 }, atLeast: 1 }',
      '{ deviation: diastolic, from: usual, above: 1 }',
    ]
    for (const condition of broken) {
      const text = merged(
        `${scores}\nthresholds:\n  odd: { title: { nl: Vreemd }, level: green, when: ${condition} }\n`,
      )
      const { document, problems } = parse(text)
      for (const { message } of [...problems, ...check(document!)])
        for (const words of [message.nl, message.en]) expect(words).toMatch(/^[^{}]*\.$/)
    }
  })
})
