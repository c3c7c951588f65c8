/** Sending measurements: the answer, units and times, what is refused. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { ApiProblem, PatientPage, RegistrationAnswer, SubmissionAnswer, WorkItem } from '../../runtime/http/api.ts'
import { APP, ask, NINA, openDoor, PIM, VERA, calm } from './door.ts'
import type { Door } from './door.ts'

describe('measurements', () => {
  let door: Door
  beforeAll(async () => (door = await openDoor()))
  const to = 'POST /api/patients/patient-08/measurements'

  it('are answered in plain Dutch; the same again changes nothing and answers alike', async () => {
    const first = await ask<SubmissionAnswer>(door, APP, to, calm('a1'))
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({
      identifier: 'a1',
      patient: 'patient-08',
      received: 'Ontvangen: Bovendruk 127 mmHg en Onderdruk 79 mmHg.',
    })
    for (const text of [first.body.meaning, first.body.next, first.body.call]) expect(text).toMatch(/\p{L}.*[.]$/u)
    const again = await ask<SubmissionAnswer>(door, APP, to, calm('a1'))
    expect([again.status, again.body]).toEqual([200, first.body])
    const other = await ask<ApiProblem>(door, APP, to, {
      identifier: 'a1',
      measurements: [{ measurement: 'systolic', value: 200 }],
    })
    expect([other.status, other.body.code]).toEqual([409, 'identifier-reused'])
  })

  it('are converted, and placed in time', async () => {
    const measurements = [{ measurement: 'systolic', value: 17, unit: 'kPa', at: '2026-11-20' }]
    const { body } = await ask<SubmissionAnswer>(door, NINA, to, { identifier: 'kpa', measurements })
    expect(body.readings[0]).toMatchObject({ unit: 'mm[Hg]', marks: expect.arrayContaining(['date-only']) })
    expect(body.readings[0]!.value).toBeCloseTo(127.5, 1)
    expect(body.readings[0]!.at).toContain('2026-11-20T12:00:00')
  })

  it('of glucose are converted between mass and substance; of what has no known mass they are refused', async () => {
    const own = await openDoor()
    const measurement = (name: string, loinc: string) =>
      `  ${name}: { loinc: ${loinc}, unit: "mmol/L", precision: 0.1, title: { nl: ${name}, en: ${name} } }`
    const text = `pathway: sugar
version: 1.0.0
title: { nl: Suiker, en: Sugar }
timezone: Europe/Amsterdam
parties:
  poh: { title: { nl: Praktijkondersteuner, en: Practice nurse }, kind: practice }
measurements:
${measurement('glucose', '14743-9')}
${measurement('potassium', '2823-3')}
routes:
  soon: [ { to: poh, by: worklist, within: 1 day, repeat: true } ]
initial: here
states:
  here: { title: { nl: Hier, en: Here } }
`
    const by = { person: 'test', name: 'Test' }
    own.engine.library.add({ pathway: 'sugar', version: '1.0.0', hash: '', text, published: 0, by })
    const registered = await ask<RegistrationAnswer>(own, PIM, 'POST /api/registrations', {
      pathway: 'sugar',
      patient: { name: 'Zoë Zoet', identifiers: [{ system: 'test', value: '88' }], organisation: 'papieren-beuk' },
      facts: {},
      consent: { organisations: ['centrum'], by: 'Pim' },
    })
    const address = `POST /api/patients/${registered.body.patient}/measurements`
    const sugar = { identifier: 'g1', measurements: [{ code: '14743-9', value: 100, unit: 'mg/dL' }] }
    const sent = await ask<SubmissionAnswer>(own, PIM, address, sugar)
    expect(sent.body.readings[0]!.value).toBeCloseTo(5.5507, 4)
    expect(sent.body.received).toContain('5,6 mmol/L')
    const salt = { identifier: 'k1', measurements: [{ code: '2823-3', value: 100, unit: 'mg/dL' }] }
    expect((await ask<ApiProblem>(own, PIM, address, salt)).body.code).toBe('wrong-unit')
  })

  it('are shown at their precision, and kept exactly', async () => {
    const own = await openDoor()
    const measurements = [
      { code: '8480-6', value: 24.5, unit: 'kPa' },
      { measurement: 'complaints', value: true },
    ]
    const { body } = await ask<SubmissionAnswer>(own, APP, to, { identifier: 'exact', measurements })
    expect(body.received).toBe('Ontvangen: Bovendruk 184 mmHg en uw antwoord ja.')
    const [kept] = (await own.engine.store.readings('patient-08', { measurement: 'systolic' })).slice(-1)
    expect(kept!.value).toBeCloseTo(183.7656, 4)
    const page = (await ask<PatientPage>(own, VERA, 'GET /api/patients/patient-08')).body
    expect(page.readings.find(({ submission, measurement }) => submission === 'exact' && measurement === 'systolic'))
      .toMatchObject({ value: 184 }) // prettier-ignore
    expect(page.history[0]!.text.nl + page.history[1]!.text.nl).not.toMatch(/183[,.]/)
    const [item] = (await ask<WorkItem[]>(own, NINA, 'GET /api/worklist')).body.filter(
      ({ patient, level }) => patient.id === 'patient-08' && level === 'red',
    )
    expect(item!.because.find(({ measurement }) => measurement === 'systolic')!.value).toBe(184)
  })

  it.each([
    ['unknown-measurement', '/measurements/0/measurement', [{ measurement: 'pulse', value: 60 }]],
    ['unknown-measurement', '/measurements/0/measurement', [{ measurement: 'constructor', value: 60 }]],
    ['unknown-measurement', '/measurements/0/code', [{ code: '9999-9', value: 60 }]],
    ['wrong-type', '/measurements/0/value', [{ measurement: 'systolic', value: '127' }]],
    ['wrong-type', '/measurements/0/value', [{ measurement: 'complaints', value: 1 }]],
    ['wrong-unit', '/measurements/0/unit', [{ measurement: 'systolic', value: 127, unit: 'kg' }]],
    ['wrong-unit', '/measurements/0/unit', [{ measurement: 'systolic', value: 127, unit: 'mmHg' }]],
    [
      'bad-time',
      '/measurements/1/at',
      [
        { measurement: 'systolic', value: 127 },
        { measurement: 'diastolic', value: 80, at: 'yesterday' },
      ],
    ],
    ['bad-time', '/measurements/0/at', [{ measurement: 'systolic', value: 127, at: '2026-02-30T08:00:00Z' }]],
  ])('are refused as %s at %s, and nothing is written', async (code, path, measurements) => {
    const before = (await door.engine.store.patient('patient-08'))!.version
    const { status, body } = await ask<ApiProblem>(door, APP, to, { identifier: 'bad', measurements })
    expect([status, body.code, body.path]).toEqual([422, code, path])
    expect((await door.engine.store.patient('patient-08'))!.version).toBe(before)
  })

  it('concurrent for one patient are all kept', async () => {
    const before = (await door.engine.store.readings('patient-09', { measurement: 'systolic' })).length
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        ask(door, APP, 'POST /api/patients/patient-09/measurements', calm(`c${index}`)),
      ),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201))
    expect(await door.engine.store.readings('patient-09', { measurement: 'systolic' })).toHaveLength(before + 20)
  })
})
