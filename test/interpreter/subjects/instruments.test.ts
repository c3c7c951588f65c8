import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../runtime/interpreter/compile.ts'
import type { Reading, Value } from '../../../runtime/interpreter/enrolment.ts'
import { parse } from '../../../runtime/interpreter/parse.ts'
import type { Pathway } from '../../../runtime/interpreter/pathway.ts'
import { start, step } from '../../../runtime/interpreter/step.ts'
import { sharedParts } from '../../pathways/library.ts'
import { pathwayOf } from '../patient.ts'
import { T } from './readings.ts'

const data = join(import.meta.dirname, '../../data/scores')
const rows = <Row>(file: string): Row[] =>
  readFileSync(join(data, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

/** A pathway that does nothing but count. */
function pathwayWith(use: string): Pathway {
  const text = `pathway: counting
version: 1.0.0
title: { nl: Tellen }
timezone: UTC
use:
${use}
parties: { nurse: { title: { nl: Verpleegkundige }, kind: centre } }
${use.includes('measurements') ? '' : 'measurements: { weight: {} }'}
routes: { routine: [ { to: nurse, by: worklist, within: 1 day } ] }
initial: counting
states: { counting: {} }
`
  const { document, problems } = parse(text, sharedParts)
  expect(problems).toEqual([])
  return compile(document!)
}

/** The scores that one submission gives. */
function scores(
  pathway: Pathway,
  sent: Record<string, Value>,
  facts: Record<string, Value> = {},
): Record<string, Reading> {
  const readings = Object.entries(sent).map(([measurement, value]) => ({ id: measurement, measurement, value, at: T }))
  const { enrolment } = start(pathway, facts, T, 'e')
  const after = step(pathway, enrolment, { type: 'submission', readings }, T).enrolment.readings
  const names = pathway.scores.map(({ name }) => name)
  return Object.fromEntries(names.flatMap((name) => (after[name] ? [[name, after[name].at(-1)!]] : [])))
}

describe('NEWS2, from the chart of 2017', () => {
  const news2 =
    pathwayWith(`  vital-signs: { measurements: [ respiration, saturation, on-oxygen, systolic, pulse, temperature ] }
  early-warning: { scores: [ news2 ], questionnaires: [ alertness ], facts: [ hypercapnic ], evidence: [ rcp-news2, rcp-news2-response ] }`)
  const fine = {
    respiration: 16,
    saturation: 97,
    'on-oxygen': false,
    systolic: 120,
    pulse: 70,
    temperature: 36.8,
    consciousness: 'A',
  }
  const names: Record<string, { sent: string; part: string }> = {
    respiratoryRate: { sent: 'respiration', part: 'respiration' },
    spo2Scale1: { sent: 'saturation', part: 'saturation-scale-1' },
    spo2Scale2: { sent: 'saturation', part: 'saturation-scale-2' },
    systolic: { sent: 'systolic', part: 'systolic' },
    pulse: { sent: 'pulse', part: 'pulse' },
    temperature: { sent: 'temperature', part: 'temperature' },
    consciousness: { sent: 'consciousness', part: 'consciousness' },
  }
  type Boundary = { parameter: string; value: Value; supplementalOxygen?: boolean; score: number }
  const boundaries = rows<Boundary>('news2-boundaries.jsonl')

  it('gives every value on an edge its points', () => {
    expect(boundaries).toHaveLength(158)
    for (const { parameter, value, supplementalOxygen = false, score } of boundaries) {
      const { sent, part } = names[parameter]!
      const facts = { hypercapnic: parameter === 'spo2Scale2' }
      const found = scores(news2, { ...fine, 'on-oxygen': supplementalOxygen, [sent]: value }, facts)
      expect([parameter, value, found.news2?.parts?.[part]]).toEqual([parameter, value, score])
    }
  })

  type Total = { input: Record<string, Value>; total: number; risk: string }
  it('gives every patient the total and the risk', () => {
    const totals = rows<Total>('news2-totals.jsonl')
    expect(totals).toHaveLength(105)
    for (const { input, total, risk } of totals) {
      const { respiratoryRate, spo2, supplementalOxygen, systolic, pulse, temperature, consciousness, spo2Scale } =
        input
      const sent = {
        respiration: respiratoryRate!,
        saturation: spo2!,
        'on-oxygen': supplementalOxygen!,
        systolic: systolic!,
        pulse: pulse!,
        temperature: temperature!,
        consciousness: consciousness!,
      }
      expect(scores(news2, sent, { hypercapnic: spo2Scale === 2 }).news2).toMatchObject({ value: total, outcome: risk })
    }
  })

  it('is unknown while one value is missing, or while nobody knows which scale holds', () => {
    for (const name of Object.keys(fine)) {
      const { [name]: _left, ...others } = fine as Record<string, Value>
      expect([name, scores(news2, others, { hypercapnic: false }).news2]).toEqual([name, undefined])
    }
    expect(scores(news2, fine).news2).toBeUndefined()
    expect(scores(news2, fine, { hypercapnic: true }).news2).toMatchObject({ value: 0, outcome: 'low' })
  })
})

type Vector = {
  score: string
  mode: string
  input: Record<string, number>
  output: Record<string, number | string | null>
}
const vectors = rows<Vector>('score-vectors.jsonl')
const of = (instrument: string): Vector[] => vectors.filter(({ score }) => score === instrument)

/** What was sent, by our names; an answer that the instrument does not count is not sent. */
const sentAs = (
  input: Record<string, number>,
  name: (key: string) => string,
  counts = (_name: string, _value: number) => true,
) =>
  Object.fromEntries(
    Object.entries(input).flatMap(([key, value]) => (counts(name(key), value) ? [[name(key), value] as const] : [])),
  )

describe('questionnaires, against the numbers of awell-score', () => {
  const shared = pathwayWith(`  questionnaires:
    questionnaires: [ ccq, cat, kccq-12 ]
    scores: [ ccq-symptoms, ccq-mental, ccq-functional, ccq-total, cat-total, kccq-physical, kccq-symptoms, kccq-quality, kccq-social, kccq-total ]
    evidence: [ ccq, cat, kccq-12, kccq-mean ]`)

  it('CCQ: three domains, and the total of ten questions', () => {
    expect(of('ccq')).toHaveLength(22)
    for (const { input, output } of of('ccq')) {
      const found = scores(
        shared,
        sentAs(input, (key) => `ccq-${Number(key.slice(1))}`),
      )
      const values = ['total', 'symptoms', 'functional', 'mental'].map((part) => found[`ccq-${part}`]?.value)
      expect(values).toEqual([output.TOTAL_SCORE, output.SYMPTOMS, output.FUNCTIONAL_STATE, output.MENTAL_STATE])
    }
  })

  it('CAT: the sum, and how much it is', () => {
    const impacts: Record<string, string> = { LOW: 'low', MEDIUM: 'medium', HIGH: 'high', VERY_HIGH: 'very-high' }
    expect(of('cat')).toHaveLength(22)
    for (const { input, output } of of('cat')) {
      const found = scores(
        shared,
        sentAs(input, (key) => `cat-${key.slice(0, 1)}`),
      )['cat-total']
      expect([found?.value, found?.outcome]).toEqual([
        output.CAT_POINTS,
        impacts[String(output.CAT_HEALTH_IMPACT).replace(' ', '_')],
      ])
    }
  })

  /** “Limited for other reasons” (6) is no answer to questions 1 and 8. */
  const counts = (name: string, value: number): boolean => !(/^kccq-[18]/.test(name) && value === 6)
  const itemOf = (key: string): string => key.replace('KCCQ12_Q', 'kccq-').replace('_', '').toLowerCase()
  const domains = { physical: 'PL', symptoms: 'SF', quality: 'QL', social: 'SL' }

  function kccq(pathway: Pathway, input: Record<string, number>): (number | null)[] {
    const found = scores(pathway, sentAs(input, itemOf, counts))
    return ['total', ...Object.keys(domains)].map((part) => {
      const value = found[`kccq-${part}`]?.value
      return value === undefined ? null : Math.round(Number(value) * 100) / 100
    })
  }

  const expected = (output: Vector['output']) =>
    ['KCCQ12', ...Object.values(domains).map((part) => `KCCQ12-${part}`)].map((key) => output[key])

  it('KCCQ-12: every vector, with the library’s rule that one answer makes a domain', () => {
    expect(of('KCCQ_12')).toHaveLength(22)
    for (const { input, output } of of('KCCQ_12')) expect(kccq(shared, input)).toEqual(expected(output))
  })
})

/** Instruments that are the sum of their questions: what the language says in one line each. */
describe('instruments that count their questions', () => {
  type Sum = { score: string; output: string; weight?: number; only?: RegExp }
  const sums: Sum[] = [
    { score: 'phq_2', output: 'PHQ2_SCORE' },
    { score: 'phq_8', output: 'PHQ8_SCORE' },
    { score: 'phq_9', output: 'PHQ9_SCORE' },
    { score: 'gad_2', output: 'GAD2_SCORE' },
    { score: 'gad_7', output: 'GAD7_SCORE' },
    { score: 'paid_5', output: 'PAID5_SCORE' },
    { score: 'who_5', output: 'WHO5_RAW_SCORE' },
    { score: 'who_5', output: 'WHO5_PERCENTAGE_SCORE', weight: 4 },
    { score: 'phq_4', output: 'PHQ4_TOTAL_SCORE' },
    { score: 'hads', output: 'FEAR', only: /(01|03|05|07|09|11|13)$/ },
    { score: 'hads', output: 'DEPRESSION', only: /(02|04|06|08|10|12|14)$/ },
    { score: 'isi', output: 'ISI_TOTAL_SCORE' },
    { score: 'short_fes_i', output: 'SHORT_FES_I_TOTAL_SCORE' },
    { score: 'zarit_12', output: 'ZARIT_12' },
    { score: 'bpses', output: 'BPSES_SCORE' },
    { score: 'CHA2DS2_VASc_Score', output: 'CHA2DS2_VASC_SCORE' },
  ]

  it.each(sums)('$score, $output', ({ score, output, weight, only = /./ }) => {
    const keys = Object.keys(of(score)[0]!.input).filter((key) => only.test(key))
    const item = (key: string): string => `q${Object.keys(of(score)[0]!.input).indexOf(key)}`
    const items = Object.fromEntries(
      Object.keys(of(score)[0]!.input).map((key) => [item(key), { ask: { nl: key }, scale: { from: 0, to: 10 } }]),
    )
    const inputs = Object.fromEntries(
      keys.map((key) => [item(key), { answer: item(key), ...(weight ? { weight } : {}) }]),
    )
    const pathway = pathwayOf({
      questionnaires: { all: { items } },
      scores: { total: { combine: 'sum', inputs } },
    })
    expect(of(score)).toHaveLength(22)
    for (const vector of of(score))
      expect(scores(pathway, sentAs(vector.input, item)).total?.value).toBe(vector.output[output])
  })
})
