import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { subjects } from '../../../runtime/interpreter/subjects/index.ts'
import { modifiers, type ComparedSubject } from '../../../runtime/interpreter/subjects/subject.ts'
import { comparisonIn } from '../../../runtime/interpreter/sentences/comparison.ts'
import { clauseIn } from '../../../runtime/interpreter/sentence.ts'
import type { Condition, Schema } from '../../../schemas/index.ts'
import { textWithSubjects, withSubjects } from '../../../schemas/generate/subjects.ts'
import { pathwayOf } from '../patient.ts'
import { compiled, guard, reading, recordOf, T } from './readings.ts'

const file = readFileSync(join(import.meta.dirname, '../../../schemas/pathway.schema.json'), 'utf8')
const schema = JSON.parse(file) as Schema

/** What each subject finds in one small record: its value at T, and how it reads in Dutch. A new subject needs a case here. */
const cases: Record<string, { condition: Condition; value?: unknown; reads: string }> = {
  measurement: { condition: { measurement: 'weight', above: 80 }, value: 83, reads: 'Gewicht hoger dan 80 kg is' },
  mean: {
    condition: { mean: 'weight', over: '3 days', readings: 2, above: 80 },
    value: 81.67,
    reads: 'het gemiddelde van Gewicht over 3 dagen, bij ten minste 2 metingen, hoger dan 80 kg is',
  },
  median: {
    condition: { median: 'weight', over: '3 days', above: 80 },
    value: 82,
    reads: 'de middelste waarde van Gewicht over 3 dagen hoger dan 80 kg is',
  },
  min: {
    condition: { min: 'weight', over: '3 days', below: 81 },
    value: 80,
    reads: 'de laagste waarde van Gewicht over 3 dagen lager dan 81 kg is',
  },
  max: {
    condition: { max: 'weight', over: '3 days', atLeast: 83 },
    value: 83,
    reads: 'de hoogste waarde van Gewicht over 3 dagen 83 kg of hoger is',
  },
  rise: {
    condition: { rise: 'weight', over: '3 days', above: 2 },
    value: 3,
    reads: 'Gewicht in 3 dagen met meer dan 2 kg stijgt',
  },
  fall: {
    condition: { fall: 'weight', over: '3 days', atLeast: 2 },
    value: -1,
    reads: 'Gewicht in 3 dagen met 2 kg of meer daalt',
  },
  slope: {
    condition: { slope: 'weight', over: '3 days', above: 0.5 },
    value: 1.5,
    reads: 'de trend van Gewicht over 3 dagen hoger dan 0,5 kg per dag is',
  },
  deviation: {
    condition: { deviation: 'weight', from: { parameter: 'dry' }, percent: true, above: 5 },
    value: 3.75,
    reads: 'de afwijking van Gewicht ten opzichte van de Droog gewicht hoger dan 5% is',
  },
  count: {
    condition: { count: 'weight', where: { above: 81 }, last: '5 readings', atLeast: 2 },
    value: 2,
    reads: '2 of meer van de laatste 5 metingen van Gewicht hoger dan 81 kg zijn',
  },
  since: {
    condition: { since: 'weight', above: 24 },
    value: 0,
    reads: 'de vorige meting van Gewicht meer dan 24 uur geleden is',
  },
  score: {
    condition: { score: 'burden', is: 'high' },
    value: 'high',
    reads: 'de uitkomst van Last “veel” is',
  },
  answer: { condition: { answer: 'cough', is: 'much' }, value: 'much', reads: 'het antwoord op “Hoest u?” “Veel” is' },
  missed: {
    condition: { missed: 'daily', inARow: true, atLeast: 2 },
    value: 1,
    reads: 'het aantal achter elkaar gemiste meetvensters van Elke dag 2 of meer is',
  },
  adherence: {
    condition: { adherence: 'daily', over: '7 days', below: 80 },
    value: 50,
    reads: 'het deel van de gevraagde metingen van Elke dag over 7 dagen lager dan 80% is',
  },
  alerts: {
    condition: { alerts: 'red', over: '7 days', atMost: 0 },
    value: 1,
    reads: 'het aantal rode meldingen over 7 dagen 0 is',
  },
  fact: { condition: { fact: 'age', atLeast: 18 }, value: 40, reads: 'Leeftijd 18 jaar of hoger is' },
  parameter: {
    condition: { parameter: 'dry', above: 90 },
    value: 80,
    reads: 'de Droog gewicht hoger dan 90 kg is',
  },
  inState: { condition: { inState: '4 weeks' }, reads: 'de patiënt al 4 weken in deze fase is' },
}

const pathway = pathwayOf({
  measurements: {
    weight: { title: { nl: 'Gewicht', en: 'Weight' }, unit: 'kg', precision: 0.1, plausible: { from: 30, to: 250 } },
  },
  questionnaires: {
    lungs: {
      items: {
        cough: {
          ask: { nl: 'Hoest u?' },
          options: [
            { answer: 'little', points: 0 },
            { answer: 'much', title: { nl: 'Veel' }, points: 3 },
          ],
        },
      },
    },
  },
  scores: {
    burden: {
      title: { nl: 'Last' },
      combine: 'sum',
      inputs: { cough: { answer: 'cough' } },
      outcomes: [{ outcome: 'high', title: { nl: 'veel' }, atLeast: 2 }],
    },
  },
  parameters: {
    dry: { title: { nl: 'Droog gewicht' }, measurement: 'weight', default: 80, from: 40, to: 200, setBy: ['gp'] },
  },
  facts: { age: { type: 'integer', title: { nl: 'Leeftijd' }, unit: 'a' } },
  schedules: { daily: { title: { nl: 'Elke dag' }, measure: ['weight'], every: '1 day', windows: ['07:00-10:00'] } },
})

const closed = [
  { opens: T - 30e6, over: T - 20e6, asked: 1, delivered: 1, missed: false },
  { opens: T - 20e6, over: T - 10e6, asked: 1, delivered: 0, missed: true },
]
const record = recordOf(
  pathway,
  [
    reading(80, -48),
    reading(82, -24),
    reading(83, 0),
    reading('much', -1, { measurement: 'cough' }),
    reading(3, -1, { measurement: 'burden', outcome: 'high' }),
  ],
  {
    facts: { age: 40 },
    raised: [{ level: 'red', at: T - 1 }],
    schedules: { daily: { entered: 0, firstDay: '2026-01-01', completed: false, closed } },
  },
)

describe.each(subjects.map((subject) => [subject.key, subject] as const))('%s', (key, subject) => {
  it('has its grammar, in Dutch and in English', () => {
    const { title, description, en } = subject.grammar.schema
    for (const text of [title, description, en?.title, en?.description]) expect(text).toMatch(/^\S.*\S$/)
    for (const needed of subject.grammar.requires) expect(subject.grammar.takes).toContain(needed)
    for (const modifier of subject.grammar.takes) expect(modifiers).toContain(modifier)
  })

  it('has a meaning: a case with its value', () => {
    const trace = compiled(pathway, cases[key]!.condition).trace(guard(record))
    expect([trace.missing, trace.value]).toEqual([undefined, cases[key]!.value])
    expect(typeof trace.truth).toBe('boolean')
  })

  it('has its words, in Dutch and in English, also before it is compared', () => {
    const { condition, reads } = cases[key]!
    expect(clauseIn(pathway.definition, condition, 'nl')).toBe(reads)
    const english = clauseIn(pathway.definition, condition, 'en')
    expect(english).not.toBe(reads)
    expect(english).not.toMatch(/[{}]|undefined| {2}/)
    const { is: _is, above: _above, below: _below, atLeast: _least, atMost: _most, ...alone } = condition
    for (const language of ['nl', 'en'] as const)
      expect(clauseIn(pathway.definition, alone, language)).toMatch(/^\S.*[^ {}]$/)
  })

  it('has values that the checks know, and its own value is one of them', () => {
    if (!subject.compared) return
    const domain = subject.domain(pathway.definition, cases[key]!.condition)
    const { value } = cases[key]!
    if (domain !== null && 'answers' in domain) expect(domain.answers).toContain(value)
    else expect((value as number) >= domain!.from && (value as number) <= domain!.to).toBe(true)
  })

  it('knows nothing of a name that does not exist, and does not throw', () => {
    if (!subject.compared || key === 'alerts') return
    const condition = { ...cases[key]!.condition, [key]: 'nothing' }
    expect(() => subject.domain(pathway.definition, condition)).not.toThrow()
    expect(clauseIn(pathway.definition, condition, 'nl')).not.toBe('')
  })
})

it('the cases are those of the subjects', () => {
  expect(Object.keys(cases).toSorted()).toEqual(subjects.map(({ key }) => key).toSorted())
})

describe('the grammar', () => {
  it('in the repository is the one that follows from the subjects', () => {
    expect(withSubjects(schema)).toEqual(schema)
    expect(textWithSubjects(file, schema)).toBe(file)
  })

  it('has a place for a new subject: its key, its texts, what must stand beside it', () => {
    const newest: ComparedSubject = {
      ...(subjects.find(({ key }) => key === 'max') as ComparedSubject),
      key: 'spread',
      grammar: {
        schema: {
          $ref: '#/$defs/reference',
          names: 'values',
          title: 'Spreiding van',
          description: 'Hoogste min laagste.',
        },
        takes: ['over'],
        requires: ['over'],
      },
    }
    const { condition } = withSubjects(schema, [...subjects, newest]).$defs!
    const keys = Object.keys(condition!.properties!)
    expect(keys.indexOf('spread')).toBe(keys.indexOf('over') - 1)
    expect(condition!.properties!.spread).toEqual(newest.grammar.schema)
    expect(condition!.dependentRequired).toMatchObject({ spread: ['over'], mean: ['over'], count: ['where'] })
    expect(condition!.properties!.inState).toEqual(schema.$defs!.condition!.properties!.inState)
  })
})

it('values, counts and amounts are compared in their own words', () => {
  const said = (style: 'value' | 'count' | 'amount') =>
    comparisonIn({ definition: pathway.definition, condition: { below: 2 }, language: 'nl' }, 'kg', style)
  expect([said('value'), said('count'), said('amount')]).toEqual([
    'lager dan 2 kg',
    'minder dan 2 kg',
    'minder dan 2 kg',
  ])
})
