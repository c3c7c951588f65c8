/** Real Observations: Dutch and international ones go in and come out unharmed, and single mistakes are found. */
import { describe, expect, test } from 'vitest'
import { renderObservation } from '../../runtime/fhir/index.ts'
import { validate } from '../../runtime/fhir/validate.ts'
import { mistakes, read, resources } from './samples.ts'

const sets = [
  { file: 'zib2020-observations.ndjson', count: 122, withoutPatient: 6, withoutTime: 0 },
  { file: 'hl7-r4-observations.ndjson', count: 82, withoutPatient: 6, withoutTime: 1 },
  { file: 'fhirbridge-valid-observations.ndjson', count: 50, withoutPatient: 1, withoutTime: 0 },
]

describe.each(sets)('$file', ({ file, count, withoutPatient, withoutTime }) => {
  const all = resources(file)

  test(`all ${count} are valid; only those without a patient (${withoutPatient}) or a time (${withoutTime}) are refused`, () => {
    expect(all).toHaveLength(count)
    expect(all.flatMap(({ text }) => validate(JSON.parse(text) as Record<string, unknown>, 'Observation'))).toEqual([])
    expect(all.flatMap(({ text }) => mistakes(text)).toSorted()).toEqual([
      ...Array.from({ length: withoutPatient }, () => 'subject at Observation.subject'),
      ...Array.from({ length: withoutTime }, () => 'time-missing at Observation.effective'),
    ])
  })

  test('each comes back as it came in, number for number', () => {
    for (const { text, name } of all) {
      const rendered = renderObservation({ id: 'o-1', patient: 'p', at: 0, received: 0, source: text })
      const { id: _1, meta: _2, ...before } = JSON.parse(text) as Record<string, unknown>
      const { id, meta, ...after } = JSON.parse(rendered) as Record<string, unknown>
      expect(after, name).toEqual(before)
      expect(id).toBe('o-1')
      expect(meta).toMatchObject({ lastUpdated: '1970-01-01T00:00:00.000Z' })
      expect(numbers(rendered), name).toEqual(numbers(text))
    }
  })
})

/** Every number outside strings, in order, as it is written. */
function numbers(text: string): string[] {
  const {
    id: _,
    meta,
    ...rest
  } = JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? `number ${context?.source}` : value,
  ) as Record<string, unknown>
  void meta
  return JSON.stringify(rest).match(/"number [^"]*"/g) ?? []
}

test('the Dutch blood pressure gives both values', () => {
  const [pressure] = resources('zib2020-observations.ndjson').filter(({ name }) => name.includes('BloodPressure'))
  expect(read(pressure!.text)).toMatchObject({
    ok: true,
    observation: {
      subject: { id: 'nl-core-Patient-01' },
      at: Date.parse('2013-02-08T06:43:00+01:00'),
      readings: [
        { measurement: 'systolic', value: 125, unit: 'mm[Hg]' },
        { measurement: 'diastolic', value: 75, unit: 'mm[Hg]' },
      ],
    },
  })
})

describe('1,224 Observations with one mistake each', () => {
  const all = resources('invalid-observations.jsonl')
  /** The element itself, its parent (an emptied object is a mistake of its own), or something inside it. */
  const near = (found: string, wanted: string): boolean =>
    found === wanted || wanted.startsWith(`${found}.`) || wanted.startsWith(`${found}[`) || found.startsWith(wanted)

  test('every one that must be refused is, at the element at fault; none crashes', () => {
    const figures: Record<string, number> = {}
    const missed: string[] = []
    for (const { text, line } of all) {
      const found = mistakes(text)
      const element = String(line['element'])
      const named = found.some((mistake) => near(mistake.split(' at ')[1]!, element))
      const key = `${String(line['verdict'])}: ${found.length === 0 ? 'accepted' : named ? 'refused' : 'refused elsewhere'}`
      figures[key] = (figures[key] ?? 0) + 1
      if (line['verdict'] === 'must-reject' && !named) missed.push(`${element}: ${found.join(', ')}`)
    }
    console.info('single mistakes:', figures)
    expect(all).toHaveLength(1224)
    expect(missed).toEqual([])
    expect(figures['must-reject: refused']).toBe(653)
  })
})
