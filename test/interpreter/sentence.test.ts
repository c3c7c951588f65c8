import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../runtime/interpreter/parse.ts'
import {
  conditionSentence,
  routeSentence,
  scheduleSentence,
  thresholdSentence,
  transitionSentence,
} from '../../runtime/interpreter/sentence.ts'
import { conditionsIn, transitionsIn } from '../../runtime/interpreter/walk.ts'
import type { Condition, PathwayDefinition } from '../../schemas/index.ts'
import { runs } from '../property.ts'
import { merged } from './rules/cases.ts'

const read = (file: string): PathwayDefinition =>
  parse(readFileSync(join(import.meta.dirname, file), 'utf8')).document!.value
const real = read('../../pathways/hypertension.yaml')
const small = parse(
  merged(`measurements:
  systolic: { title: { nl: Bovendruk, en: Systolic pressure }, unit: "mm[Hg]", precision: 1 }
  temperature: { title: { nl: Temperatuur, en: Temperature }, unit: Cel, precision: 0.1 }
  complaints: { title: { nl: "Hebt u klachten?", en: "Do you have complaints?" }, type: boolean }
parameters:
  target: { title: { nl: Streefwaarde bovendruk, en: Systolic target }, measurement: systolic, default: 135, from: 120, to: 150, setBy: [ gp ] }
schedules:
  week: { title: { nl: Meetweek, en: Measuring week }, measure: [ systolic, complaints ], every: 1 day, windows: [ "06:00-10:00", "18:00-22:00" ], readings: 2, for: 7 days, discard: { first: 1 day }, remind: 1 hour, missedAfter: 2 hours }
facts:
  age: { type: integer, unit: a, title: { nl: Leeftijd, en: Age } }
  helper: { type: boolean, title: { nl: Heeft hulp, en: Has help } }
`),
).document!.value

describe('a condition', () => {
  it.each<[Condition, string, string]>([
    [
      { mean: 'systolic', over: '7 days', readings: 12, atLeast: 135 },
      'als het gemiddelde van Bovendruk over 7 dagen, bij ten minste 12 metingen, 135 mmHg of hoger is',
      'if the mean of Systolic pressure over 7 days, with at least 12 readings, is 135 mmHg or higher',
    ],
    [
      { mean: 'systolic', over: '1 week', readings: 1, atLeast: { parameter: 'target' } },
      'als het gemiddelde van Bovendruk over 1 week, bij ten minste 1 meting, hoger dan of gelijk aan de Streefwaarde bovendruk (135 mmHg) is',
      'if the mean of Systolic pressure over 1 week, with at least 1 reading, is higher than or equal to the Systolic target (135 mmHg)',
    ],
    [
      { measurement: 'systolic', below: { parameter: 'target', plus: -10 } },
      'als Bovendruk lager dan de Streefwaarde bovendruk (135 mmHg) min 10 mmHg is',
      'if Systolic pressure is lower than the Systolic target (135 mmHg) minus 10 mmHg',
    ],
    [
      { measurement: 'temperature', above: 38.5 },
      'als Temperatuur hoger dan 38,5 °C is',
      'if Temperature is higher than 38.5 °C',
    ],
    [
      { measurement: 'systolic', between: { from: 100, to: 140 } },
      'als Bovendruk van 100 tot en met 140 mmHg is',
      'if Systolic pressure is from 100 up to and including 140 mmHg',
    ],
    [
      { measurement: 'complaints', is: true },
      'als het antwoord op “Hebt u klachten?” ja is',
      'if the answer to “Do you have complaints?” is yes',
    ],
    [{ fact: 'helper', is: false }, 'als het antwoord op “Heeft hulp” nee is', 'if the answer to “Has help” is no'],
    [{ fact: 'age', atLeast: 18 }, 'als Leeftijd 18 jaar of hoger is', 'if Age is 18 years or higher'],
    [
      { missed: 'week', inARow: true, atLeast: 4 },
      'als het aantal achter elkaar gemiste meetvensters van Meetweek 4 of meer is',
      'if the number of windows of Measuring week missed in a row is 4 or more',
    ],
    [
      { adherence: 'week', over: '24 weeks', atLeast: 80 },
      'als het deel van de gevraagde metingen van Meetweek over 24 weken 80% of hoger is',
      'if the share of the readings asked for by Measuring week over 24 weeks is 80% or higher',
    ],
    [
      { alerts: 'red', over: '24 weeks', atMost: 0 },
      'als het aantal rode meldingen over 24 weken 0 is',
      'if the number of red alerts over 24 weeks is 0',
    ],
    [
      { inState: '4 weeks' },
      'als de patiënt al 4 weken in deze fase is',
      'if the patient has been in this state for 4 weeks',
    ],
    [
      {
        not: {
          any: [
            { measurement: 'systolic', above: 180 },
            { fact: 'age', above: 70 },
          ],
        },
      },
      'als het niet zo is dat (Bovendruk hoger dan 180 mmHg is of Leeftijd hoger dan 70 jaar is)',
      'if it is not so that (Systolic pressure is higher than 180 mmHg or Age is higher than 70 years)',
    ],
    [
      {
        all: [
          { fact: 'age', oneOf: [18, 19] },
          {
            any: [
              { measurement: 'systolic', is: 120 },
              { measurement: 'systolic', atMost: 90 },
            ],
          },
        ],
      },
      'als Leeftijd 18 jaar of 19 jaar is en (Bovendruk 120 mmHg is of Bovendruk 90 mmHg of lager is)',
      'if Age is 18 years or 19 years and (Systolic pressure is 120 mmHg or Systolic pressure is 90 mmHg or lower)',
    ],
  ])('%j', (condition, dutch, english) => {
    expect(conditionSentence(small, condition, 'nl')).toBe(dutch)
    expect(conditionSentence(small, condition, 'en')).toBe(english)
  })
})

it('a schedule', () => {
  expect(scheduleSentence(small, 'week', 'nl')).toBe(
    'Elke dag tussen 06:00-10:00 en 18:00-22:00 meten: Bovendruk en “Hebt u klachten?”, 2 keer per venster, 7 dagen lang. Het begin (1 dag) telt niet mee in gemiddelden. Herinnering na 1 uur. Gemist 2 uur na het venster.',
  )
})

it('a schedule on days of the week, with a questionnaire', () => {
  const definition = {
    ...small,
    questionnaires: { lungs: { title: { nl: 'Longklachten' }, items: { cough: { ask: { nl: 'Hoest u?' } } } } },
    schedules: {
      twice: { measure: ['lungs', 'systolic'], every: '1 day', days: ['mon', 'thu'], windows: ['06:00-10:00'] },
    },
  } as unknown as PathwayDefinition
  expect(scheduleSentence(definition, 'twice', 'nl')).toBe(
    'Op maandag en donderdag tussen 06:00-10:00 meten: Longklachten en Bovendruk.',
  )
  expect(scheduleSentence(definition, 'twice', 'en')).toBe(
    'On Monday and Thursday in 06:00-10:00, measure: Longklachten and Systolic pressure.',
  )
})

it('a transition to a sub-state has its own title', () => {
  const definition = {
    ...small,
    states: {
      ...small.states,
      titrating: { initial: 'slow', states: { slow: { title: { nl: 'Rustig aan' } } } },
      measuring: { transitions: [{ after: '4 weeks', to: 'titrating.slow' }] },
    },
  } as unknown as PathwayDefinition
  expect(transitionSentence(definition, '/states/measuring/transitions/0', 'nl')).toBe(
    'Na 4 weken in deze fase: naar “Rustig aan”.',
  )
})

it('a threshold, a transition and a route of the real pathway', () => {
  expect(thresholdSentence(real, 'very-high', 'nl')).toBe(
    'Een rode melding via “same-day” als Bovendruk hoger dan 200 mmHg is, nadat de patiënt binnen 15 minuten opnieuw gemeten heeft. Na het sluiten 12 uur stil.',
  )
  expect(routeSentence(small, 'urgent', 'nl')).toBe(
    'Eerst Verpleegkundige (op de werklijst, binnen 15 minuten); dan Huisarts (telefonisch, binnen 30 minuten, tijdens “office”, herhaald tot iemand reageert), anders Verpleegkundige (telefonisch, binnen 30 minuten).',
  )
  expect(transitionSentence(small, '/states/measuring/transitions/0', 'nl')).toBe(
    'Als “Meetweek” klaar is: naar “ended”.',
  )
  expect(transitionSentence(small, '/always/0', 'en')).toBe(
    'On the decision “withdraw” by the patient or Huisarts: to “ended”.',
  )
})

describe('every part of the real pathway', () => {
  const sentences = (['nl', 'en'] as const).flatMap((language) => [
    ...conditionsIn(real).map(({ condition }) => conditionSentence(real, condition, language)),
    ...transitionsIn(real).map(({ path }) => transitionSentence(real, path, language)),
    ...Object.keys(real.thresholds ?? {}).map((name) => thresholdSentence(real, name, language)),
    ...Object.keys(real.schedules ?? {}).map((name) => scheduleSentence(real, name, language)),
    ...Object.keys(real.routes).map((name) => routeSentence(real, name, language)),
  ])

  it.each(sentences)('%s', (sentence) => {
    expect(sentence).toMatch(/^\S.*\S$/s)
    expect(sentence).not.toMatch(/[{}]|undefined|\[object|  |mm\[Hg\]/)
  })
})

it('a part that is not there, or not what it should be, gives no sentence and no error', { timeout: 300_000 }, () => {
  const junk = fc.jsonValue()
  fc.assert(
    fc.property(junk, junk, (one, other) => {
      const definition = {
        ...small,
        thresholds: { x: one },
        schedules: { x: one },
        routes: { x: other },
        states: { x: { transitions: [one] } },
        parameters: other,
      } as unknown as PathwayDefinition
      for (const language of ['nl', 'en'] as const) {
        expect(typeof thresholdSentence(definition, 'x', language)).toBe('string')
        expect(typeof scheduleSentence(definition, 'x', language)).toBe('string')
        expect(typeof routeSentence(definition, 'x', language)).toBe('string')
        expect(typeof transitionSentence(definition, '/states/x/transitions/0', language)).toBe('string')
        expect(typeof conditionSentence(definition, one as Condition, language)).toBe('string')
      }
    }),
    { numRuns: runs(100) },
  )
  expect(thresholdSentence(small, 'nothing', 'nl')).toBe('')
  expect(transitionSentence(small, '/states/nothing/transitions/0', 'nl')).toBe('')
})
