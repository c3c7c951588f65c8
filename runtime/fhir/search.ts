/** Searching among stored Observations, as FHIR's search does it, for the parameters that the CapabilityStatement lists. */
import type { Observation } from '@medplum/fhirtypes'
import { searchBundle } from './bundle.ts'
import type { Issue } from './outcome.ts'
import { outcomeOf } from './outcome.ts'
import type { SearchResult, StoredObservation } from './parsed.ts'
import { dateTest } from './search-date.ts'
import type { Test } from './search-parameter.ts'
import { codeTest, tokenTest } from './search-token.ts'

/** Makes a test of one value, or null when the value does not fit. */
type Parameter = (value: string, zone: string) => Test | null

const patient: Parameter = (value) => {
  const id = /^(?:Patient\/)?([A-Za-z0-9.-]{1,64})$/.exec(value)?.[1]
  return id === undefined ? null : ({ stored }) => stored.patient === id
}
const code: Parameter = (value) => codeTest(value)

/** By name; `code` looks into panels and components as well, because that is what a blood pressure is asked by. */
export const PARAMETERS: Record<string, Parameter> = {
  _id:
    (value) =>
    ({ stored }) =>
      stored.id === value,
  patient,
  subject: patient,
  code,
  'combo-code': code,
  category: (value) =>
    tokenTest(value, ({ resource }) => (resource.category ?? []).flatMap(({ coding }) => coding ?? [])),
  identifier: (value) =>
    tokenTest(value, ({ resource }) =>
      (resource.identifier ?? []).map((item) => ({ system: item.system, code: item.value })),
    ),
  status:
    (value) =>
    ({ resource }) =>
      resource.status === value,
  date: dateTest,
}

/** What says how the answer is to look, not what is in it. */
const CONTROLS = new Set(['_count', '_offset', '_sort', '_format'])
const PAGE = 50
const LARGEST_PAGE = 500

/**
 * Filters, sorts (newest first, or `_sort=date`), and pages. `all` is what the asker may see; `base` is the FHIR base
 * address; `zone` gives a searched day its borders. Repeated parameters must all hold, values with a comma between any.
 */
export function searchObservations(
  all: StoredObservation[],
  query: URLSearchParams,
  base: string,
  zone: string,
): SearchResult {
  const issues: Issue[] = []
  const tests = [...query].flatMap(([name, values]) => testsOf(name, values, zone, issues))
  const count = whole(query, '_count', PAGE, issues)
  const offset = whole(query, '_offset', 0, issues)
  const rising = sortOf(query, issues)
  if (issues.length > 0) return { ok: false, status: 400, outcome: outcomeOf(issues) }
  const candidates = all.map((stored) => ({ stored, resource: JSON.parse(stored.source) as Observation }))
  const found = candidates.filter((candidate) => tests.every((test) => test(candidate)))
  const sorted = found.map(({ stored }) => stored).toSorted((a, b) => (rising ? 1 : -1) * ((a.at ?? 0) - (b.at ?? 0)))
  return { ok: true, bundle: searchBundle(sorted, query, base, { count: Math.min(count, LARGEST_PAGE), offset }) }
}

function testsOf(name: string, values: string, zone: string, issues: Issue[]): Test[] {
  if (CONTROLS.has(name)) return []
  const parameter = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined
  if (!parameter) {
    const allowed = [...Object.keys(PARAMETERS), ...CONTROLS].join(', ')
    issues.push({ code: 'search-parameter', values: { parameter: name, allowed } })
    return []
  }
  const tests = values.split(',').map((value) => {
    const test = value === '' ? null : parameter(value, zone)
    if (!test) issues.push({ code: 'search-value', values: { parameter: name, value } })
    return test
  })
  return [(candidate) => tests.some((test) => test?.(candidate))]
}

function whole(query: URLSearchParams, name: string, otherwise: number, issues: Issue[]): number {
  const text = query.get(name)
  if (text === null) return otherwise
  if (/^\d{1,7}$/.test(text)) return Number(text)
  issues.push({ code: 'search-value', values: { parameter: name, value: text } })
  return otherwise
}

function sortOf(query: URLSearchParams, issues: Issue[]): boolean {
  const sort = query.get('_sort') ?? '-date'
  if (sort !== 'date' && sort !== '-date')
    issues.push({ code: 'search-value', values: { parameter: '_sort', value: sort } })
  return sort === 'date'
}
