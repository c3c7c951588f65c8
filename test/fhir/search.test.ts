/** Searching, and the resources that we make ourselves: they must be valid FHIR too. */
import type { Bundle, Observation } from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import { capabilityStatement, outcome, renderObservation, searchObservations } from '../../runtime/fhir/index.ts'
import type { StoredObservation } from '../../runtime/fhir/index.ts'
import { PARAMETERS } from '../../runtime/fhir/search.ts'
import { validate } from '../../runtime/fhir/validate.ts'
import { ZONE, accepted, bloodPressure, weight } from './samples.ts'

const base = 'https://zorgpad.example/fhir'
const stored = (id: string, patient: string, source: string): StoredObservation => {
  return { id, patient, received: Date.parse('2026-04-01T00:00:00Z'), at: accepted(source).at, source }
}

const all = [
  stored(
    '1',
    'p1',
    weight({ effectiveDateTime: '2026-03-26T23:30:00Z', identifier: [{ system: 'urn:d', value: '7' }] }),
  ),
  stored('2', 'p1', bloodPressure({ effectiveDateTime: '2026-03-27T08:00:00+01:00' })),
  stored('3', 'p2', weight({ effectiveDateTime: '2026-03-28', status: 'amended' })),
]

function found(query: string): string[] {
  const result = searchObservations(all, new URLSearchParams(query), base, ZONE)
  if (!result.ok) throw new Error(result.outcome.issue?.[0]?.diagnostics)
  return ((JSON.parse(result.bundle) as Bundle).entry ?? []).map(({ resource }) => (resource as Observation).id!)
}

describe('search', () => {
  test.each([
    ['', ['3', '2', '1']],
    ['_sort=date', ['1', '2', '3']],
    ['patient=p1', ['2', '1']],
    ['subject=Patient/p2', ['3']],
    ['_id=2', ['2']],
    ['_id=1,3', ['3', '1']],
    ['code=29463-7', ['3', '1']],
    ['code=http://loinc.org|85354-9', ['2']],
    ['code=http://loinc.org|8480-6', ['2']],
    ['code=http://snomed.info/sct|29463-7', []],
    ['code=http://loinc.org|', ['3', '2', '1']],
    ['code=|29463-7', []],
    ['identifier=urn:d|7', ['1']],
    ['status=amended', ['3']],
    ['category=vital-signs', []],
    // 26 March 23:30 in Greenwich is already the 27th in the Netherlands
    ['date=2026-03-27', ['2', '1']],
    ['date=eq2026-03', ['3', '2', '1']],
    ['date=2025', []],
    ['date=ne2026-03-27', ['3']],
    ['date=ge2026-03-28', ['3']],
    ['date=gt2026-03-27', ['3']],
    ['date=lt2026-03-27', []],
    ['date=le2026-03-27', ['2', '1']],
    ['date=ge2026-03-27T08:00:00%2B01:00&date=lt2026-03-27T08:00:01%2B01:00', ['2']],
    ['date=ge2026-03-27T08:00:00+01:00', ['3', '2']],
    ['patient=p1&code=29463-7', ['1']],
  ])('%s', (query, ids) => {
    expect(found(query)).toEqual(ids)
  })

  test.each([
    ['colour=red', 'search-parameter'],
    ['_include=Observation:subject', 'search-parameter'],
    ['constructor=1', 'search-parameter'],
    ['date=yesterday', 'search-value'],
    ['date=2026-02-30', 'search-value'],
    ['date=2026-13', 'search-value'],
    ['patient=a b', 'search-value'],
    ['code=', 'search-value'],
    ['_count=many', 'search-value'],
    ['_sort=code', 'search-value'],
  ])('%s is refused', (query, code) => {
    expect(searchObservations(all, new URLSearchParams(query), base, ZONE)).toMatchObject({
      ok: false,
      status: 400,
      outcome: { issue: [{ details: { coding: [{ code }] } }] },
    })
  })

  test('pages are linked, and together give everything once', () => {
    const ids: string[] = []
    let query: string | undefined = '_count=2&code=29463-7,85354-9'
    for (let page = 0; query !== undefined && page < 5; page++) {
      const result = searchObservations(all, new URLSearchParams(query), base, ZONE)
      if (!result.ok) throw new Error('refused')
      const bundle = JSON.parse(result.bundle) as Bundle
      expect(validate(bundle as unknown as Record<string, unknown>, 'Bundle')).toEqual([])
      expect(bundle).toMatchObject({ type: 'searchset', total: 3 })
      expect(bundle.link?.map(({ relation }) => relation)).toEqual(page === 0 ? ['self', 'next'] : ['self', 'previous'])
      ids.push(...(bundle.entry ?? []).map(({ fullUrl }) => fullUrl!))
      query = bundle.link?.find(({ relation }) => relation === 'next')?.url?.split('?')[1]
    }
    expect(ids).toEqual(['3', '2', '1'].map((id) => `${base}/Observation/${id}`))
  })

  test('an empty answer is a valid Bundle', () => {
    const result = searchObservations([], new URLSearchParams(), base, ZONE)
    expect(validate(JSON.parse(result.ok ? result.bundle : '{}') as Record<string, unknown>, 'Bundle')).toEqual([])
  })
})

describe('what is given back', () => {
  test('36.50 stays 36.50, and the sender keeps profile and tag', () => {
    const source = weight({ id: 'mine', meta: { versionId: '9', tag: [{ code: 'home' }] } }).replace('81.4', '36.50')
    const rendered = renderObservation({ ...all[0]!, id: 'ours', source })
    expect(rendered).toContain('"value":36.50,')
    expect(JSON.parse(rendered)).toMatchObject({
      id: 'ours',
      meta: { versionId: '1', lastUpdated: '2026-04-01T00:00:00.000Z', tag: [{ code: 'home' }] },
    })
  })

  test('strange layout, and keys that look like ours inside, do no harm', () => {
    const source = `\n{ "note" : [ { "id" : "n", "text" : "\\"id\\": } , { [" } ] ,\r\n\t"resourceType":"Observation" , "x": 1e2 }\n`
    const rendered = renderObservation({ ...all[0]!, source })
    expect(JSON.parse(rendered)).toMatchObject({ id: '1', note: [{ id: 'n', text: '"id": } , { [' }], x: 100 })
    expect(rendered).toContain('"x": 1e2')
  })
})

test('the CapabilityStatement is valid, and lists every search parameter there is', () => {
  const statement = capabilityStatement(base, 0)
  expect(validate(statement as unknown as Record<string, unknown>, 'CapabilityStatement')).toEqual([])
  const names = statement.rest?.[0]?.resource?.[0]?.searchParam?.map(({ name }) => name)
  expect(names).toEqual(Object.keys(PARAMETERS))
})

test('an OperationOutcome is valid', () => {
  const made = outcome('conflict', {}, 'Observation.identifier')
  expect(validate(made as unknown as Record<string, unknown>, 'OperationOutcome')).toEqual([])
})
