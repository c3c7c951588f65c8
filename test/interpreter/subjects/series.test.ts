import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Enrolment, Instant, Reading } from '../../../runtime/interpreter/enrolment.ts'
import type { CompiledThreshold, Pathway } from '../../../runtime/interpreter/pathway.ts'
import { start, step } from '../../../runtime/interpreter/step.ts'
import { instantFromText, localText } from '../../../runtime/interpreter/time/zone.ts'
import { readCsv } from '../../../runtime/simulation/replay/csv.ts'
import type { Condition } from '../../../schemas/index.ts'
import { runs } from '../../property.ts'
import { pathwayOf } from '../patient.ts'
import { HOUR } from './readings.ts'

const data = join(import.meta.dirname, '../../data')

const gap = (since: string): Condition => ({ since, above: 72 })
const deviates = (side: Condition): Condition => ({ deviation: 'weight', from: 'first', percent: true, ...side })

/** The thirteen rules in our language, per file. */
const rules: Record<string, { file: string; rules: Record<string, Condition> }> = {
  'welltory-bp': {
    file: 'welltory-bp.csv',
    rules: {
      sysHigh: { measurement: 'sys', atLeast: 160 },
      diaHigh: { measurement: 'dia', atLeast: 100 },
      sysMean7d: { mean: 'sys', over: '7 days', readings: 3, atLeast: 135 },
      gap3d: gap('sys'),
    },
  },
  'welltory-hr': { file: 'series/welltory-hr.csv', rules: { hrLow: { measurement: 'hr', below: 50 } } },
  'welltory-wearables': {
    file: 'series/welltory-wearables.csv',
    rules: {
      spo2Low: { measurement: 'spo2', below: 92 },
      spo2Low3: { count: 'spo2', where: { below: 90 }, last: '3 readings', atLeast: 3 },
    },
  },
  'fitbit-weight': {
    file: 'series/fitbit-weight.csv',
    rules: {
      weightGain3d: { rise: 'weight', over: '3 days', atLeast: 2 },
      weightGain7d: { rise: 'weight', over: '7 days', atLeast: 2.5 },
      weight5pct: { any: [deviates({ atLeast: 5 }), deviates({ atMost: -5 })] },
      gap3d: gap('weight'),
    },
  },
  'dexcom-cgm': {
    file: 'series/dexcom-cgm.csv',
    rules: {
      glucoseLow: { measurement: 'glucose', below: 70 },
      glucoseHigh: { measurement: 'glucose', above: 250 },
      glucoseLow3: { count: 'glucose', where: { below: 70 }, last: '3 readings', atLeast: 3 },
    },
  },
}

/** A run of three is told once, where it becomes long enough. */
const toldOnce = ['spo2Low3', 'glucoseLow3']

type Expected = Record<string, Record<string, Record<string, (string | [string, string])[]>>>
const { expected } = JSON.parse(readFileSync(join(data, 'series/expected-rules.json'), 'utf8')) as {
  expected: Expected
}

/** The submissions of each person, in order of time: what was measured at one time comes together. */
function seriesOf(file: string): Map<string, Reading[][]> {
  const { rows } = readCsv(readFileSync(join(data, file), 'utf8'), ['subject', 'time', 'measure', 'value', 'unit'])
  const people = new Map<string, Map<Instant, Reading[]>>()
  for (const { line, cells } of rows) {
    const at = instantFromText('UTC', cells.get('time')!)!
    const value = Number(cells.get('value')) * (cells.get('measure') === 'spo2' && cells.get('unit') === '1' ? 100 : 1)
    const person = people.get(cells.get('subject')!) ?? new Map<Instant, Reading[]>()
    const one: Reading = { id: `line-${line}`, measurement: cells.get('measure')!, value, at }
    people.set(cells.get('subject')!, person.set(at, [...(person.get(at) ?? []), one]))
  }
  return new Map(
    [...people].map(([subject, person]) => [
      subject,
      [...person.values()].toSorted((one, other) => one[0]!.at - other[0]!.at),
    ]),
  )
}

/** The first weight that is known becomes the baseline as the patient moves on. */
function pathwayFor(conditions: Record<string, Condition>): Pathway {
  const thresholds = Object.entries(conditions).map(([id, when]) => [id, { level: 'green', when }] as const)
  const weighs = 'weightGain3d' in conditions
  const measured = { sys: {}, dia: {}, hr: {}, spo2: { unit: '%' }, weight: {}, glucose: {} }
  return pathwayOf({
    timezone: 'UTC',
    measurements: measured,
    baselines: weighs
      ? { first: { of: 'weight', statistic: 'latest', over: '1 day', taken: { entering: 'known' } } }
      : {},
    thresholds: Object.fromEntries(thresholds),
    initial: weighs ? 'new' : 'known',
    states: {
      new: {
        transitions: [{ if: { count: 'weight', where: { above: 0 }, last: '1 reading', atLeast: 1 }, to: 'known' }],
      },
      known: {},
    },
  })
}

type Told = Record<string, (string | [string, string])[]>
const text = (at: Instant): string => localText('UTC', at).slice(0, 19)

/** The moments at which each threshold was true, as steps tell of them. */
function inOrder(pathway: Pathway, submissions: Reading[][]): Told {
  const told: Told = {}
  let { enrolment } = start(pathway, {}, submissions[0]![0]!.at, 'e')
  for (const readings of submissions) {
    const { at } = readings[0]!
    ;({ enrolment } = step(pathway, enrolment, { type: 'submission', readings }, at, ({ id, outcome, condition }) => {
      const rule = id.replace('threshold:', '')
      if (!id.startsWith('threshold:') || condition?.truth !== true) return
      if (toldOnce.includes(rule) && outcome !== 'fired') return
      const moment = text(at)
      const known = (told[rule] ??= [])
      if (rule === 'gap3d') known.push([text(condition.readings![0]!.at), moment])
      else if (known.at(-1) !== moment) known.push(moment)
    }))
  }
  return told
}

/** Everything is remembered, so that each moment can be asked about afterwards. */
const remembering = (pathway: Pathway): Pathway => ({
  ...pathway,
  kept: new Map([...pathway.kept].map(([name, kept]) => [name, { ...kept, keep: Infinity }])),
})

function shuffled(pathway: Pathway, submissions: Reading[][], delays: number[]): Enrolment {
  const arriving = submissions
    .map((readings, index) => ({ readings, now: readings[0]!.at + delays[index % delays.length]! }))
    .toSorted((one, other) => one.now - other.now)
  let { enrolment } = start(pathway, {}, submissions[0]![0]!.at, 'e')
  for (const { readings, now } of arriving)
    ({ enrolment } = step(pathway, enrolment, { type: 'submission', readings }, now))
  return enrolment
}

/** The moments at which a threshold is true of a record, asked one by one. */
function afterwards(enrolment: Enrolment, { when, together }: CompiledThreshold, submissions: Reading[][]): Instant[] {
  return submissions.flatMap((submission) => {
    const { at } = submission[0]!
    return when.test({ enrolment, t: at, now: at, submission, together }) === true ? [at] : []
  })
}

describe.each(Object.entries(rules))('%s', (name, { file, rules: conditions }) => {
  const people = seriesOf(file)
  const pathway = pathwayFor(conditions)

  it('in order of time: exactly the expected readings', () => {
    const told: Record<string, Told> = {}
    for (const [subject, submissions] of people)
      for (const [rule, moments] of Object.entries(inOrder(pathway, submissions)))
        (told[rule] ??= {})[subject] = moments
    expect(people.size).toBeGreaterThan(0)
    expect(told).toEqual(expected[name] ?? {})
  })

  it('in any order within a day: every moment is true or false as it was in order', () => {
    const longest = [...people.values()].toSorted((one, other) => other.length - one.length)
    const delays = fc.array(fc.integer({ min: 0, max: 23 * HOUR }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(delays, fc.nat(Math.min(longest.length, 4) - 1), (late, which) => {
        const submissions = longest[which]!.slice(0, 400)
        const all = remembering(pathway)
        const [one, other] = [shuffled(all, submissions, [0]), shuffled(all, submissions, late)]
        for (const threshold of all.thresholds)
          expect(afterwards(other, threshold, submissions)).toEqual(afterwards(one, threshold, submissions))
      }),
      { numRuns: runs(4) },
    )
  })
})

it('all thirteen rules are asked', () => {
  const names = Object.values(rules).flatMap((one) => Object.keys(one.rules))
  expect(new Set(names).size).toBe(13)
})
