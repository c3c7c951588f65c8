/** Questionnaires, scores, baselines, phases, events and shared parts: each slip in them has its own problem, in its place. */
import { describe, expect, it } from 'vitest'
import { examine } from '../../runtime/interpreter/examine.ts'
import { merged } from './rules/cases.ts'

/** A small pathway with a questionnaire, a score, a baseline and a phase; a section that is given replaces its own. */
const whole = (fragment = ''): string =>
  merged(
    `${Object.entries(parts)
      .filter(([name]) => !fragment.startsWith(`${name}:`))
      .map(([name, text]) => `${name}:\n${text}`)
      .join('')}${fragment}`,
  )

const parts = {
  questionnaires: `  day: { title: { nl: Dag }, items: { cough: { ask: { nl: Hoest }, scale: { from: 0, to: 6 } }, mood: { ask: { nl: Stemming }, options: [ { answer: good, points: 0 }, { answer: low, points: 3 } ] } }, evidence: local }\n`,
  scores: `  burden: { title: { nl: Last }, combine: sum, inputs: { cough: { answer: cough }, mood: { answer: mood } }, outcomes: [ { outcome: heavy, atLeast: 6 } ], evidence: local }\n`,
  schedules: `  week: { measure: [ systolic, diastolic, complaints, day ], every: 1 day, windows: [ "06:00-10:00" ], for: 7 days, evidence: local }\n`,
  thresholds: `  high: { title: { nl: Hoge bloeddruk }, level: red, route: urgent, when: { measurement: systolic, above: 180 }, evidence: local }
  heavy: { title: { nl: Zware last }, level: amber, route: urgent, when: { any: [ { score: burden, is: heavy }, { answer: mood, is: low } ] }, evidence: local }\n`,
}

const errors = (text: string): string[] =>
  examine(text)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`)

const items = (text: string): string =>
  `questionnaires:\n  day: { title: { nl: Dag }, items: { cough: { ask: { nl: Hoest }, scale: { from: 0, to: 6 } }, mood: ${text} } }\n`
const inputs = (text: string): string =>
  `scores:\n  burden: { title: { nl: Last }, combine: sum, inputs: ${text}, outcomes: [ { outcome: heavy, atLeast: 6 } ] }\n`
const outcomes = (text: string): string =>
  `scores:\n  burden: { title: { nl: Last }, combine: sum, inputs: { cough: { answer: cough }, mood: { answer: mood } }, outcomes: [ { outcome: heavy, atLeast: 6 }, ${text} ] }\n`

it('the pathway of these tests has no mistakes', () => {
  expect(errors(whole())).toEqual([])
})

describe('one slip in a questionnaire', () => {
  const mood = '/questionnaires/day/items/mood'
  it.each([
    ['{ ask: { nl: S }, options: [ { answer: good }, { answer: low } ], scale: { from: 0, to: 3 } }', `item ${mood}`],
    ['{ ask: { nl: S }, options: [ { answer: low }, { answer: low } ] }', `answer-twice ${mood}/options/1`],
    ['{ ask: { nl: S }, options: [ { answer: 1 }, { answer: "1" } ] }', `answer-twice ${mood}/options/1`],
    ['{ ask: { nl: S }, options: [ { answer: low } ] }', `too-few ${mood}/options`],
    ['{ ask: { nl: S }, options: low }', `wrong-type ${mood}/options`],
    ['{ ask: { nl: S }, options: [ low, good ] }', `wrong-type ${mood}/options/0`],
    ['{ ask: { nl: S }, scale: { from: 0, to: 2.5 } }', `item ${mood}/scale`],
    ['{ ask: { nl: S }, scale: { from: 3, to: 0 } }', `order ${mood}/scale/to`],
    ['{ ask: { nl: S }, scale: [ 0, 3 ] }', `wrong-type ${mood}/scale`],
    ['{ scale: { from: 0, to: 3 } }', `missing-key ${mood}`],
    ['{ aks: { nl: S } }', `unknown-key ${mood}/aks`],
  ])('%s', (item, expected) => {
    expect(errors(whole(items(item)))).toContain(expected)
  })

  it('without items', () => {
    expect(errors(whole('questionnaires:\n  day: { title: { nl: Dag } }\n'))).toContain(
      'missing-key /questionnaires/day',
    )
  })
})

describe('one slip in a score', () => {
  const burden = '/scores/burden'
  it.each([
    ['{ cough: { answer: cough, measurement: systolic } }', `input ${burden}/inputs/cough`],
    ['{ cough: { weight: 2 } }', `input ${burden}/inputs/cough`],
    ['{ cough: {} }', `input ${burden}/inputs/cough`],
    ['{ cough: { mean: cough } }', `input ${burden}/inputs/cough`],
    ['{ cough: { answer: cough, over: 2 days } }', `input ${burden}/inputs/cough`],
    ['{}', `too-few ${burden}/inputs`],
    ['[ cough ]', `wrong-type ${burden}/inputs`],
    [
      '{ cough: { answer: cough, bands: [ { between: { from: 3, to: 1 }, points: 1 } ] } }',
      `order ${burden}/inputs/cough/bands/0/between/to`,
    ],
    ['{ cough: { answer: cough, bands: [ { atLeast: 3 } ] } }', `missing-key ${burden}/inputs/cough/bands/0`],
    [
      '{ cough: { answer: cough, bands: [ { atLeast: 0, points: 1, if: {} } ] } }',
      `too-few ${burden}/inputs/cough/bands/0/if`,
    ],
    [
      '{ cough: { answer: cough, bands: [ { atLeast: 0, points: 1, if: { fact: age } } ] } }',
      `condition-comparator ${burden}/inputs/cough/bands/0/if`,
    ],
    ['{ cough: { answer: couhg } }', `unknown-name ${burden}/inputs/cough/answer`],
    ['{ cough: { score: burden } }', `score-circle ${burden}`],
    [
      '{ toString: { answer: cough }, valueOf: { answer: constructor } }',
      `unknown-name ${burden}/inputs/valueOf/answer`,
    ],
  ])('inputs: %s', (given, expected) => {
    expect(errors(whole(inputs(given)))).toContain(expected)
  })

  it.each([
    ['{ outcome: light }', `outcome-none ${burden}/outcomes/1`],
    ['{ outcome: light, single: {} }', `too-few ${burden}/outcomes/1/single`],
    ['{ outcome: Light, below: 3 }', `wrong-form ${burden}/outcomes/1/outcome`],
    ['{ outcome: light, between: { from: 5, to: 1 } }', `order ${burden}/outcomes/1/between/to`],
    ['light', `wrong-type ${burden}/outcomes/1`],
  ])('outcomes: %s', (given, expected) => {
    expect(errors(whole(outcomes(given)))).toContain(expected)
  })

  it('a circle of three is told at each of them, with the way round', () => {
    const circle = ['a', 'b', 'c'].map(
      (name, index, all) =>
        `  ${name}: { title: { nl: X }, combine: sum, inputs: { x: { score: ${all[(index + 1) % 3]} } } }\n`,
    )
    const { problems } = examine(whole(`scores:\n${parts.scores}${circle.join('')}`))
    const found = problems.filter(({ code }) => code === 'score-circle')
    expect(found.map(({ path }) => path)).toEqual(['/scores/a', '/scores/b', '/scores/c'])
    expect(found[0]!.message.nl).toContain('a → b → c → a')
  })

  it.each([
    ['without inputs', 'scores:\n  burden: { title: { nl: Last }, combine: sum }\n'],
    ['without a way to combine', 'scores:\n  burden: { title: { nl: Last }, inputs: { cough: { answer: cough } } }\n'],
  ])('%s', (_what, text) => {
    expect(errors(whole(text))).toContain('missing-key /scores/burden')
  })
})

describe('one slip in a phase', () => {
  const inside = (states: string, more = ''): string => `states:
  measuring:
    title: { nl: Meten }
    initial: first
    schedules: [ week ]
    states: ${states}
    transitions: [ { completed: week, to: finished } ]${more}
  finished: { exit: finished }
always: [ { decision: stop, by: [ patient, gp ], to: finished } ]
`
  const sub = 'title: { nl: Deel }, transitions: [ { after: 1 day, to: measuring.second } ]'
  it.each([
    [
      `{ first: { ${sub} }, second: { title: { nl: B }, exit: done } }`,
      'phase-exit /states/measuring/states/second/exit',
    ],
    [
      `{ first: { ${sub} }, second: { title: { nl: B }, initial: deep, states: { deep: { title: { nl: C } } } } }`,
      'phase-too-deep /states/measuring/states/second/states',
    ],
    [
      `{ first: { ${sub} }, second: { title: { nl: B }, initial: first } }`,
      'phase-without-states /states/measuring/states/second/initial',
    ],
    [`{ frist: { ${sub} }, second: { title: { nl: B } } }`, 'unknown-name /states/measuring/initial'],
    ['{}', 'too-few /states/measuring/states'],
    ['[ first ]', 'wrong-type /states/measuring/states'],
    ['{ first: 1 }', 'wrong-type /states/measuring/states/first'],
  ])('%s', (states, expected) => {
    expect(errors(whole(inside(states)))).toContain(expected)
  })

  it('without an initial, and an initial without sub-states', () => {
    const good = inside(`{ first: { ${sub} }, second: { title: { nl: B } } }`)
    expect(errors(whole(good))).toEqual([])
    expect(errors(whole(good.replace('    initial: first\n', '')))).toEqual(['phase-initial /states/measuring'])
    expect(errors(whole(good.replace(/ {4}states: .*\n/, '')))).toContain(
      'phase-without-states /states/measuring/initial',
    )
  })

  it('ten levels deep is refused at the second', () => {
    const deep = `{ first: { ${sub} }, second: ${'{ title: { nl: B }, initial: a, states: { a: '.repeat(11)}{}${' } }'.repeat(11)} }`
    expect(errors(whole(inside(deep)))).toContain('phase-too-deep /states/measuring/states/second/states')
  })
})

describe('one slip in a baseline, an event or an upgrade', () => {
  it.each([
    ['baselines:\n  usual: { statistic: mean, over: 7 days }\n', 'missing-key /baselines/usual'],
    ['baselines:\n  usual: { of: systolc, statistic: mean, over: 7 days }\n', 'unknown-name /baselines/usual/of'],
    [
      'baselines:\n  usual: { of: systolic, statistic: avarage, over: 7 days }\n',
      'unknown-value /baselines/usual/statistic',
    ],
    [
      'baselines:\n  usual: { of: systolic, statistic: mean, over: 7 days, taken: {} }\n',
      'too-few /baselines/usual/taken',
    ],
    ['baselines: [ usual ]\n', 'wrong-type /baselines'],
    ['events:\n  admitted: true\n', 'wrong-type /events/admitted'],
    ['events:\n  Admitted: {}\n', 'wrong-name /events/Admitted'],
    ['upgrade: [ { states: {} } ]\n', 'missing-key /upgrade/0'],
    ['upgrade: { from: 0.x }\n', 'wrong-type /upgrade'],
  ])('%s', (text, expected) => {
    expect(errors(whole(text))).toContain(expected)
  })

  it('an event that is not declared, and two triggers at once', () => {
    const states = (transition: string): string =>
      `states:\n  measuring: { title: { nl: M }, schedules: [ week ], transitions: [ { completed: week, to: finished }, ${transition} ] }\n  finished: { exit: finished }\n`
    expect(errors(whole(states('{ event: admitted, to: finished }')))).toContain(
      'unknown-name /states/measuring/transitions/1/event',
    )
    expect(errors(whole(states('{ event: admitted, after: 1 day, to: finished }')))).toContain(
      'transition-trigger /states/measuring/transitions/1',
    )
  })
})
