import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bundle, CapabilityStatement, Observation, OperationOutcome } from '@medplum/fhirtypes'
import { beforeAll, describe, expect, it } from 'vitest'
import { MEASUREMENT_SYSTEM } from '../../runtime/fhir/index.ts'
import { validate } from '../../runtime/fhir/validate.ts'
import { APP, BEA, ELS, NINA, openDoor, OTTO } from './door.ts'
import type { Door } from './door.ts'

const DATA = join(import.meta.dirname, '../data')

/** The text of the resource of one line, byte for byte. */
const zib = readFileSync(join(DATA, 'fhir/blood-pressure-observations.ndjson'), 'utf8')
  .split('\n')
  .find((line) => line.includes('"nl-core-BloodPressure-01"'))!
const ZIB = zib.slice(zib.indexOf('"resource":') + '"resource":'.length, -1)

const pressure = (
  identifier: string,
  systolic: number | string,
  patient = 'patient-08',
  at = new Date().toISOString(),
): string => `{
  "resourceType": "Observation", "status": "final",
  "identifier": [{ "system": "urn:test", "value": "${identifier}" }],
  "code": { "coding": [{ "system": "http://loinc.org", "code": "85354-9" }] },
  "subject": { "reference": "Patient/${patient}" },
  "effectiveDateTime": "${at}",
  "component": [
    { "code": { "coding": [{ "system": "http://loinc.org", "code": "8480-6" }] }, "valueQuantity": { "value": ${systolic}, "system": "http://unitsofmeasure.org", "code": "mm[Hg]" } },
    { "code": { "coding": [{ "system": "http://loinc.org", "code": "8462-4" }] }, "valueQuantity": { "value": 81.50, "system": "http://unitsofmeasure.org", "code": "mm[Hg]" } }
  ]
}`

let door: Door
beforeAll(async () => (door = await openDoor()))

async function fhir<Resource>(
  who: string | null,
  method: string,
  path: string,
  body?: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const response = await door.app.request(path, {
    method,
    headers: {
      ...(who === null ? {} : { authorization: `Bearer ${who}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/fhir+json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  if (text) expect(response.headers.get('content-type')).toMatch(/^application\/fhir\+json/)
  return {
    status: response.status,
    headers: response.headers,
    text,
    resource: (text ? JSON.parse(text) : null) as Resource,
  }
}

const send = <Resource = Observation>(body: string | Uint8Array<ArrayBuffer>, headers = {}, who: string | null = APP) =>
  fhir<Resource>(who, 'POST', '/fhir/Observation', body, headers)

describe('an Observation', () => {
  it('is created with its address, evaluated, and comes back as it was sent: 81.50 stays 81.50', async () => {
    const made = await send(pressure('f1', '127.0'))
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe(`http://localhost/fhir/Observation/${made.resource.id}`)
    expect(made.text).toContain('"value": 127.0')
    expect(made.text).toContain('"value": 81.50')
    const read = await fhir<Observation>(NINA, 'GET', `/fhir/Observation/${made.resource.id}`)
    expect(read.text).toBe(made.text)
    const kept = await door.engine.store.readings('patient-08')
    expect(
      kept
        .filter(({ identifier }) => identifier === 'urn:test|f1')
        .map(({ measurement, value, unit }) => [measurement, value, unit]),
    ).toEqual([
      ['systolic', 127, 'mm[Hg]'],
      ['diastolic', 81.5, 'mm[Hg]'],
    ])
  })

  it('sent twice changes nothing and answers alike; another under the same identifier is refused', async () => {
    const body = pressure('f2', 128)
    const first = await send(body)
    const before = (await door.engine.store.patient('patient-08'))!.version
    const second = await send(body)
    expect([second.status, second.text, second.headers.get('location')]).toEqual([
      200,
      first.text,
      first.headers.get('location'),
    ])
    const other = await send<OperationOutcome>(body.replace('128', '188'))
    expect([other.status, other.resource.issue[0]!.expression]).toEqual([409, ['Observation.identifier']])
    expect((await door.engine.store.patient('patient-08'))!.version).toBe(before)
  })

  it('answers with the words for the patient, or with nothing, when that is preferred', async () => {
    const { status, resource } = await send<OperationOutcome>(pressure('f3', 129), {
      prefer: 'return=OperationOutcome',
    })
    expect([status, resource.issue.map(({ severity }) => severity)]).toEqual([
      201,
      ['information', 'information', 'information', 'information'],
    ])
    expect(resource.issue[0]!.details!.text).toBe('Ontvangen: Bovendruk 129 mmHg en Onderdruk 82 mmHg.')
    const minimal = await send(pressure('f4', 130), { prefer: 'return=minimal' })
    expect([minimal.status, minimal.text, minimal.headers.has('location')]).toEqual([201, '', true])
  })

  it('raises the alert that a JSON submission would raise, together with the complaint two minutes later', async () => {
    await send(pressure('f5', 188, 'patient-10'))
    const complaint = JSON.stringify({ identifier: 'c5', measurements: [{ measurement: 'complaints', value: true }] })
    await door.app.request('/api/patients/patient-10/measurements', {
      method: 'POST',
      body: complaint,
      headers: { authorization: `Bearer ${APP}`, 'content-type': 'application/json' },
    })
    const { alerts } = (await door.engine.store.patient('patient-10'))!
    expect(alerts.open).toMatchObject([{ level: 'red', head: { threshold: 'crisis-with-complaints' } }])
  })

  it('of the Dutch building block goes in and comes back losslessly', async () => {
    const patient = { system: 'https://zorgpad.example/demonstration', value: 'patient-08' }
    const body = ZIB.replace(/"subject":\s*\{[^}]*\}/, `"subject":{"identifier":${JSON.stringify(patient)}}`)
    const made = await send(body)
    expect(made.status).toBe(201)
    const { id: _id, meta, ...came } = made.resource
    const { id: _own, meta: sent, ...went } = JSON.parse(body) as Observation
    expect(came).toEqual(went)
    expect(meta?.profile).toEqual(sent?.profile)
  })

  it('without a value is kept, and evaluates nothing', async () => {
    const body = pressure('f6', 1).replaceAll(
      /"valueQuantity": \{[^}]*\}/g,
      '"dataAbsentReason": { "text": "niet gemeten" }',
    )
    const made = await send(body)
    expect(made.status).toBe(201)
    const read = await fhir<Observation>(NINA, 'GET', `/fhir/Observation/${made.resource.id}`)
    expect(read.text).toBe(made.text)
    expect((await send(body)).status).toBe(200)
  })

  it.each([
    [
      'a unit that is no UCUM',
      pressure('r1', 120).replace('"mm[Hg]"', '"mmHg"'),
      'Observation.component[0].valueQuantity.code',
    ],
    [
      'an element that FHIR does not know',
      pressure('r2', 120).replace('"status"', '"colour": "red", "status"'),
      'Observation.colour',
    ],
    ['no status', pressure('r3', 120).replace('"status": "final",', ''), 'Observation.status'],
    ['a patient nobody knows', pressure('r4', 120, 'nobody'), 'Observation.subject'],
    [
      'a measurement no pathway asks for',
      pressure('r5', 120)
        .replace('85354-9', '29463-7')
        .replaceAll(/8480-6|8462-4/g, '29463-7'),
      'Observation.code',
    ],
  ])('with %s is refused, naming the element', async (_what, body, element) => {
    const { status, resource } = await send<OperationOutcome>(body)
    expect([status, resource.resourceType, resource.issue[0]!.expression?.[0]]).toEqual([
      422,
      'OperationOutcome',
      element,
    ])
    expect(resource.issue[0]!.details!.text).toMatch(/\p{L}/u)
  })

  it.each(readdirSync(join(DATA, 'bad-json')))('%s is refused', async (file) => {
    const { status, resource } = await send<OperationOutcome>(await readFile(join(DATA, 'bad-json', file)))
    expect([400, 422]).toContain(status)
    expect(resource.resourceType).toBe('OperationOutcome')
  })

  it('is refused when too large, of another type, or from who may not', async () => {
    expect((await send('x'.repeat(1024 * 1024 + 1))).status).toBe(413)
    expect((await send(pressure('r6', 120), { 'content-type': 'text/xml' })).status).toBe(415)
    expect((await send(pressure('r7', 120), {}, BEA)).status).toBe(403)
    expect((await send(pressure('r8', 120), {}, null)).status).toBe(401)
    expect((await send(pressure('r9', 120), {}, OTTO)).status).toBe(422)
  })
})

describe('searching', () => {
  it('finds by patient, code and date, and only what one may see', async () => {
    await send(pressure('s1', 121, 'patient-09', '2026-01-05T08:00:00Z'))
    await send(pressure('s2', 122, 'patient-09', '2026-02-05T08:00:00Z'))
    const found = async (who: string, query: string) =>
      (await fhir<Bundle>(who, 'GET', `/fhir/Observation?${query}`)).resource.total
    expect(await found(NINA, 'patient=patient-09&code=85354-9&identifier=urn:test|s1,urn:test|s2')).toBe(2)
    expect(await found(NINA, 'subject=Patient/patient-09&identifier=urn:test|&date=ge2026-02-01')).toBe(1)
    expect(await found(NINA, 'patient=patient-09&code=29463-7')).toBe(0)
    expect(await found(OTTO, 'patient=patient-09')).toBe(0)
    const own = await fhir<Bundle<Observation>>(ELS, 'GET', '/fhir/Observation?_count=500')
    expect(own.resource.entry!.length).toBeGreaterThan(10)
    const subjects = own.resource.entry!.map(({ resource }) => resource!.subject!.reference)
    expect(new Set(subjects)).toEqual(new Set(['Patient/patient-05']))
    const wrong = await fhir<OperationOutcome>(NINA, 'GET', '/fhir/Observation?colour=red')
    expect([wrong.status, wrong.resource.resourceType]).toEqual([400, 'OperationOutcome'])
  })

  it('finds what came in as JSON: valid, grouped by panel, the same every time', async () => {
    const at = '2026-11-20T08:30:00+01:00'
    const measurements = [
      { measurement: 'systolic', value: 17.2, unit: 'kPa', at },
      { measurement: 'diastolic', value: 82, at },
      { measurement: 'complaints', value: false, at: '2026-11-20' },
    ]
    const sent = await door.app.request('/api/patients/patient-08/measurements', {
      method: 'POST',
      body: JSON.stringify({ identifier: 'json-1', measurements }),
      headers: { authorization: `Bearer ${APP}`, 'content-type': 'application/json' },
    })
    expect(sent.status).toBe(201)
    const query = '/fhir/Observation?patient=patient-08&identifier=json-1'
    const { resource, text } = await fhir<Bundle<Observation>>(NINA, 'GET', query)
    expect((await fhir(NINA, 'GET', query)).text).toBe(text)
    const found = resource.entry!.map((entry) => entry.resource!)
    expect(found).toHaveLength(2)
    const [panel, question] = found[0]!.component ? [found[0]!, found[1]!] : [found[1]!, found[0]!]
    expect(panel).toMatchObject({
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
      effectiveDateTime: at,
      identifier: [{ value: 'json-1' }],
      component: [
        { code: { coding: [{ code: '8480-6' }] }, valueQuantity: { code: 'mm[Hg]', unit: 'mmHg' } },
        { code: { coding: [{ code: '8462-4' }] }, valueQuantity: { value: 82 } },
      ],
    })
    expect(panel.component![0]!.valueQuantity!.value).toBeCloseTo(129.01097, 4)
    expect(question).toMatchObject({
      code: { coding: [{ system: MEASUREMENT_SYSTEM, code: 'hypertension-complaints' }] },
      valueBoolean: false,
      effectiveDateTime: '2026-11-20',
    })
    for (const one of found) {
      const read = await fhir<Observation>(NINA, 'GET', `/fhir/Observation/${one.id}`)
      expect([read.status, read.resource]).toEqual([200, one])
      expect((await fhir(OTTO, 'GET', `/fhir/Observation/${one.id}`)).status).toBe(404)
    }
    const all = await fhir<Bundle<Observation>>(NINA, 'GET', '/fhir/Observation?patient=patient-08&_count=500')
    const ids = all.resource.entry!.map((entry) => entry.resource!.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { resource: one } of all.resource.entry!) expect(validate({ ...one }, 'Observation')).toEqual([])
  })

  it('reads no other patient to find those of one', async () => {
    const { store } = door.engine
    const asked = new Set<string>()
    const readings = store.readings.bind(store)
    store.readings = (patient, range) => readings((asked.add(patient), patient), range)
    const documents = store.documents.bind(store)
    store.documents = (kind) => documents((asked.add(kind), kind))
    await fhir(NINA, 'GET', '/fhir/Observation?patient=Patient/patient-10')
    Object.assign(store, { readings, documents })
    expect([...asked]).toEqual(['patient-10', 'resource-patient-10'])
  })

  it('gives nothing away of what one may not see', async () => {
    const { resource } = await send(pressure('s3', 123, 'patient-09'))
    expect((await fhir(OTTO, 'GET', `/fhir/Observation/${resource.id}`)).status).toBe(404)
    expect((await fhir(NINA, 'GET', '/fhir/Observation/patient-09.nothing')).status).toBe(404)
    expect((await fhir(NINA, 'GET', '/fhir/Observation/x')).status).toBe(404)
    const unknown = await fhir<OperationOutcome>(NINA, 'GET', '/fhir/Patient/patient-09')
    expect([unknown.status, unknown.resource.resourceType]).toEqual([404, 'OperationOutcome'])
  })
})

describe('the CapabilityStatement', () => {
  it('is open to all and names what is there', async () => {
    const { status, resource } = await fhir<CapabilityStatement>(null, 'GET', '/fhir/metadata')
    expect([status, resource.fhirVersion, resource.implementation?.url]).toEqual([
      200,
      '4.0.1',
      'http://localhost/fhir',
    ])
  })
})
