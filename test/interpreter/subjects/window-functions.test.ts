import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Reading } from '../../../runtime/interpreter/enrolment.ts'
import type { Condition } from '../../../schemas/index.ts'
import { pathwayOf } from '../patient.ts'
import { guard, reading, recordOf, T, truth } from './readings.ts'

type Series = { id: string; stepSeconds: number; values: (number | string | null)[] }
type Case = { series: Series[]; atSeconds: number; expr: string; expected: [labels: string, value: string][] }

const cases = readFileSync(join(import.meta.dirname, '../../data/prom-window-functions.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Case)

const pathway = pathwayOf({ measurements: { weight: {} } })

/** What the language says of a function; the highest quantile is the maximum. */
const subjects: [RegExp, (over: string) => Condition][] = [
  [/^avg_over_time\((\w+)\[(\d+)m\]\)$/, (over) => ({ mean: 'weight', over })],
  [/^max_over_time\((\w+)[^[]*\[(\d+)m\]\)$/, (over) => ({ max: 'weight', over })],
  [/^quantile_over_time\(1, (\w+)\[(\d+)m\]\)$/, (over) => ({ max: 'weight', over })],
]

/** Left out: what nobody measures (values beyond nine billion, no number at all) and what the data has no series for. */
function expressed({
  expr,
  series,
  expected,
  atSeconds,
}: Case): { about: Condition; readings: Reading[]; value: number }[] {
  for (const [pattern, subject] of subjects) {
    const [, name, minutes] = pattern.exec(expr) ?? []
    if (minutes === undefined) continue
    return expected.flatMap(([labels, text]) => {
      const value = Number(text)
      const source = series.find(({ id }) => id === name + (labels === '{}' ? '' : labels))
      if (source === undefined || !Number.isFinite(value)) return []
      const numbers = source.values.filter((one) => typeof one === 'number')
      if (numbers.some((number) => Math.abs(number) > 9e9)) return []
      const readings = source.values.flatMap((one, index) =>
        typeof one === 'number' ? [reading(one, (index * source.stepSeconds - atSeconds) / 3600)] : [],
      )
      return [{ about: subject(`${minutes} minutes`), readings, value }]
    })
  }
  return []
}

it('window functions that the language has give the same values', () => {
  const tried = cases.flatMap(expressed)
  expect(tried).toHaveLength(10)
  for (const { about, readings, value } of tried) {
    const situation = guard(recordOf(pathway, readings), T)
    expect(truth(pathway, { ...about, between: { from: value - 1e-6, to: value + 1e-6 } }, situation)).toBe(true)
  }
})

it('the rest cannot be said: other functions, seconds, and numbers that nothing measures', () => {
  const others = cases.filter((one) => expressed(one).length === 0).map(({ expr }) => expr.replace(/\(.*\[/, '['))
  const counts = Object.entries(Object.groupBy(others, (name) => name)).map(([name, list]) => [name, list!.length])
  expect(Object.fromEntries(counts)).toEqual({
    'changes[30m])': 1,
    'changes[1800])': 1,
    'changes[6m])': 1,
    'resets[5m])': 2,
    'resets[1m])': 1,
    'resets[10m])': 1,
    'resets[600])': 1,
    'avg_over_time[10s])': 1,
    'avg_over_time[1m])': 6,
    'mad_over_time[10s])': 1,
    'quantile_over_time[2m])': 1,
    'absent_over_time[30s])': 1,
    'present_over_time[30s])': 1,
    'count_over_time[1s])': 1,
    'count_over_time[10s])': 1,
    'increase[5m])': 1,
  })
})
