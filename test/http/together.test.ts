/** Pauses, reports, corrections, snoozes and what is green, over HTTP; of an alert each organisation sees its own part. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { register } from '../../runtime/engine/index.ts'
import type {
  ApiProblem,
  EnrolmentView,
  PatientPage,
  SubmissionAnswer,
  TraceAnswer,
  WorkItem,
} from '../../runtime/http/api.ts'
import { APP, ask, NINA, openDoor, OTTO, PIM, VERA } from './door.ts'
import type { Door } from './door.ts'

const CARDIOLOGY = join(import.meta.dirname, '../engine/cardiology.yaml')
const PATIENT = 'patient-08'
const TEST = `demo:${PATIENT}:patient@papieren-beuk`

let text = ''
let door: Door
let enrolment = ''
let numbers = 0

beforeAll(async () => {
  text = await readFile(CARDIOLOGY, 'utf8')
})

/** A patient of the demonstration who is followed by the hospital as well. */
beforeEach(async () => {
  door = await openDoor()
  const by = { person: 'test', name: 'Test' }
  door.engine.library.add({ pathway: 'cardiology', version: '1.0.0', hash: '', text, published: 0, by })
  const { name, identifiers, organisation } = (await door.engine.store.patient(PATIENT))!
  const consent = { organisations: ['centrum'], by: 'vera' }
  const patient = { name, identifiers, organisation }
  const actor = { person: 'vera', role: 'gp' }
  enrolment = (await register(door.engine, { pathway: 'cardiology', patient, facts: {}, consent }, actor)).enrolment!
})

const send = (values: Record<string, number | string | boolean>, who = VERA) =>
  ask<SubmissionAnswer & ApiProblem>(door, who, `POST /api/patients/${PATIENT}/measurements`, {
    identifier: `t${++numbers}`,
    measurements: Object.entries(values).map(([measurement, value]) => ({ measurement, value })),
  })

const work = async (who: string, query = ''): Promise<WorkItem[]> =>
  (await ask<WorkItem[]>(door, who, `GET /api/worklist${query}`)).body.filter(({ patient }) => patient.id === PATIENT)

const heart = (item: WorkItem): boolean => item.pathways.some(({ id }) => id === 'cardiology')

describe('an alert of two pathways', () => {
  it('is one for the centre, with both named; the practice sees what it answers for', async () => {
    await send({ systolic: 190, diastolic: 104, complaints: true })
    const centre = (await work(NINA)).find(heart)!
    expect(centre.pathways.map(({ id }) => id).toSorted()).toEqual(['cardiology', 'hypertension'])
    const practice = (await work(VERA)).find(({ id }) => id === centre.id)!
    expect(practice.pathways.map(({ id }) => id)).toEqual(['hypertension'])
    expect(JSON.stringify(practice)).not.toContain('Hartfalen')
    expect(practice.level).toBe('red')
  })

  it('of the hospital alone is not on the worklist of the practice, nor on its page of the patient', async () => {
    await send({ systolic: 85, diastolic: 60, complaints: false })
    const centre = (await work(NINA)).find(heart)!
    expect(centre.title.nl).toBe('Bovendruk laag')
    expect((await work(VERA)).map(({ id }) => id)).not.toContain(centre.id)
    const page = (await ask<PatientPage>(door, VERA, `GET /api/patients/${PATIENT}`)).body
    expect(page.alerts.map(({ id }) => id)).not.toContain(centre.id)
  })
})

describe('a snooze', () => {
  it('shows its end and what breaks it; a patient, a device or a stranger cannot give it', async () => {
    await send({ systolic: 170, diastolic: 90, complaints: false })
    const { id } = (await work(NINA)).find(heart)!
    const until = new Date(door.clock.now() + 3 * 60 * 60_000).toISOString()
    for (const [who, status] of [
      [APP, 403],
      [TEST, 403],
      [OTTO, 404],
    ] as const)
      // prettier-ignore
      expect((await ask(door, who, `POST /api/alerts/${id}/snooze`, { until })).status).toBe(status)
    const { body } = await ask<WorkItem>(door, NINA, `POST /api/alerts/${id}/snooze`, { until, because: 'Gebeld' })
    expect(body).toMatchObject({ status: 'snoozed', snoozed: { because: 'Gebeld', by: { person: 'nina' } } })
    expect(Date.parse(body.snoozed!.until)).toBe(Date.parse(until))
    expect(body.snoozed!.causes.map(({ nl }) => nl)).toEqual(['Bovendruk: afgebroken bij hoger dan 170 mmHg'])
    expect((await work(NINA)).map((item) => item.id)).not.toContain(id)
    expect((await work(NINA, '?status=snoozed')).map((item) => item.id)).toEqual([id])
    const page = (await ask<PatientPage>(door, NINA, `GET /api/patients/${PATIENT}`)).body
    expect(page.history[0]!.text.nl).toMatch(/^Melding uitgesteld door Nina .*, tot \d{4}-\d\d-\d\d \d\d:\d\d\.$/)
  })

  it.each([
    ['without a time', {}, 400],
    ['with a time that is none', { until: 'morgen' }, 422],
    ['that is over already', { until: '2020-01-01T00:00:00Z' }, 422],
  ])('%s is refused', async (_what, body, status) => {
    await send({ systolic: 170, diastolic: 90, complaints: false })
    const { id } = (await work(NINA)).find(heart)!
    expect((await ask(door, NINA, `POST /api/alerts/${id}/snooze`, body)).status).toBe(status)
  })
})

describe('a correction', () => {
  it('marks the alert, the reading and the history', async () => {
    const sent = await send({ systolic: 190, diastolic: 90, complaints: false })
    const [first] = sent.body.readings
    const address = `POST /api/patients/${PATIENT}/corrections`
    const wish = { reading: first!.id, value: 130, because: 'Typefout' }
    expect((await ask(door, APP, address, wish)).status).toBe(403)
    expect((await ask(door, TEST, address, wish)).status).toBe(403)
    const page = (await ask<PatientPage>(door, PIM, address, wish)).body
    expect(page.readings.find(({ id }) => id === first!.id)).toMatchObject({
      value: 190,
      corrected: { value: 130, by: { person: 'pim' }, because: 'Typefout' },
    })
    expect(page.history.map(({ text: line }) => line.nl).join('\n')).toMatch(/Meting verbeterd door Pim .*: 130\./)
    const item = (await work(NINA)).find(heart)!
    expect(item.corrected).toMatchObject([{ reading: first!.id, value: 130, untrue: true }])
    const unknown = await ask<ApiProblem>(door, PIM, address, { ...wish, reading: 'nope' })
    expect([unknown.status, unknown.body.code]).toEqual([404, 'unknown-reading'])
  })
})

describe('a pause', () => {
  const pause = (who: string, body: object) =>
    ask<EnrolmentView>(door, who, `POST /api/enrolments/${enrolment}/pauses`, body)
  const resume = (who: string) => ask<EnrolmentView & ApiProblem>(door, who, `POST /api/enrolments/${enrolment}/resume`)
  const until = () => new Date(door.clock.now() + 7 * 24 * 60 * 60_000).toISOString()

  it('is the patient’s own for a holiday, a clinician’s for all else; a device has none', async () => {
    expect((await pause(APP, { reason: 'holiday' })).status).toBe(403)
    expect((await pause(TEST, { reason: 'admission' })).status).toBe(403)
    const own = await pause(TEST, { reason: 'holiday', until: until() })
    expect(own.body.pauses).toMatchObject([{ reason: 'holiday', by: { person: PATIENT } }])
    expect((await resume(TEST)).status).toBe(200)
    expect((await pause(VERA, { reason: 'admission' })).body.pauses.at(-1)).toMatchObject({ until: null })
    expect((await resume(TEST)).status).toBe(403)
    expect((await resume(NINA)).status).toBe(200)
    const again = await resume(NINA)
    expect([again.status, again.body.code]).toEqual([409, 'not-paused'])
    const page = (await ask<PatientPage>(door, VERA, `GET /api/patients/${PATIENT}`)).body
    const lines = page.history.map(({ text: line }) => line.nl)
    expect(lines.some((line) => /^Pauze \(opname\) vanaf .* Vastgelegd door Vera/.test(line))).toBe(true)
  })
})

describe('a report', () => {
  it('moves the patient, and stands in the history', async () => {
    const report = (who: string, event: string) =>
      ask<EnrolmentView & ApiProblem>(door, who, `POST /api/enrolments/${enrolment}/reports`, { event })
    expect((await report(APP, 'admitted')).status).toBe(403)
    expect((await report(NINA, 'flown')).body.code).toBe('unknown-event')
    const { body } = await report(NINA, 'admitted')
    expect([body.state.id, body.events]).toEqual(['admitted', [{ event: 'admitted', title: { nl: 'Opgenomen', en: 'Admitted' } }]]) // prettier-ignore
    const page = (await ask<PatientPage>(door, NINA, `GET /api/patients/${PATIENT}`)).body
    expect(page.history[0]!.text.nl).toMatch(/^Gebeurtenis gemeld door Nina .*: Opgenomen\. Naar admitted\.$/)
  })
})

describe('the account of why', () => {
  it('tells of pauses, reports and corrections too', async () => {
    const sent = await send({ systolic: 120, weight: 80 })
    const correction = { reading: sent.body.readings[0]!.id, value: 121 }
    await ask(door, VERA, `POST /api/patients/${PATIENT}/corrections`, correction)
    await ask(door, VERA, `POST /api/enrolments/${enrolment}/pauses`, { reason: 'admission' })
    await ask(door, VERA, `POST /api/enrolments/${enrolment}/resume`)
    await ask(door, VERA, `POST /api/enrolments/${enrolment}/reports`, { event: 'admitted' })
    const { body, status } = await ask<TraceAnswer>(door, VERA, `GET /api/enrolments/${enrolment}/trace`)
    expect([status, body.event.type]).toEqual([200, 'report'])
    const types = body.events.map(({ type }) => type).filter((type) => type !== 'wake')
    expect(types).toEqual(['submission', 'correction', 'pause', 'resume', 'report'])
  })
})

describe('what is green', () => {
  it('is taken up all at once, by the centre', async () => {
    await send({ weight: 80 })
    const green = await work(NINA, '?level=green')
    expect(green.filter(heart).map(({ title }) => title.nl)).toEqual([
      'Meting om te bekijken: niets bijzonders gevonden',
    ])
    const address = 'POST /api/worklist/acknowledge-green'
    expect((await ask(door, VERA, address)).status).toBe(403)
    const done = (await ask<WorkItem[]>(door, NINA, address)).body
    expect(done.find(({ id }) => id === green.find(heart)!.id)).toMatchObject({
      status: 'resolved',
      resolved: { outcome: 'seen', by: { person: 'nina' } },
    })
    expect(await work(NINA, '?level=green')).toEqual([])
    expect((await ask<WorkItem[]>(door, NINA, address)).body).toEqual([])
  })
})

describe('questions and scores', () => {
  it('are in the form, are sent by name or code, and a score is shown with its meaning', async () => {
    const before = (await ask<PatientPage>(door, TEST, `GET /api/patients/${PATIENT}`)).body
    const form = before.enrolments.find(({ id }) => id === enrolment)!.measurements
    expect(form.find(({ measurement }) => measurement === 'tired')).toMatchObject({ kind: 'item', type: 'choice' })
    expect(form.find(({ measurement }) => measurement === 'stairs')).toMatchObject({ plausible: { from: 0, to: 4 } })
    expect(form.find(({ measurement }) => measurement === 'fatigue')).toMatchObject({ kind: 'score' })
    expect((await send({ tired: 'very', stairs: 3 }, TEST)).status).toBe(201)
    const page = (await ask<PatientPage>(door, TEST, `GET /api/patients/${PATIENT}`)).body
    const score = page.readings.find(({ measurement }) => measurement === 'fatigue')
    expect(score).toMatchObject({ value: 5, outcome: { nl: 'Hoog', en: 'High' }, parts: { tired: 2, stairs: 3 } })
    const stairs = page.readings.find(({ measurement }) => measurement === 'stairs')!
    const wish = { reading: stairs.id, value: 1 }
    const after = (await ask<PatientPage>(door, VERA, `POST /api/patients/${PATIENT}/corrections`, wish)).body
    expect(after.readings.find(({ id }) => id === score!.id)).toMatchObject({ value: 5, corrected: { value: 3 } })
  })

  it.each([
    ['a score', { fatigue: 3 }, 'score-not-sent'],
    ['an answer that the question does not have', { tired: 'somewhat' }, 'wrong-answer'],
    ['a step beyond the scale', { stairs: 5 }, 'wrong-answer'],
    ['half a step', { stairs: 1.5 }, 'wrong-answer'],
    ['a text on a scale', { stairs: 'many' }, 'wrong-type'],
  ])('%s is refused', async (_what, values, code) => {
    const { status, body } = await send(values as Record<string, number | string>)
    expect([status, body.code]).toEqual([422, code])
  })
})

describe('FHIR', () => {
  const resource = (status: string, value: number, more: object = {}): string =>
    JSON.stringify({
      resourceType: 'Observation',
      status,
      identifier: [{ system: 'urn:test', value: 'fc1' }],
      code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
      subject: { reference: `Patient/${PATIENT}` },
      effectiveDateTime: taken,
      valueQuantity: { value, system: 'http://unitsofmeasure.org', code: 'kg' },
      ...more,
    })
  let taken = ''
  const post = (body: string, who = APP) =>
    door.app.request('/fhir/Observation', {
      method: 'POST',
      headers: { authorization: `Bearer ${who}`, 'content-type': 'application/fhir+json' },
      body,
    })
  const read = async (id: string) =>
    (await (await door.app.request(`/fhir/Observation/${id}`, { headers: { authorization: `Bearer ${NINA}` } })).json()) as Record<string, unknown> // prettier-ignore
  const weights = async () =>
    (await door.engine.store.patient(PATIENT))!.enrolments.find(({ id }) => id === enrolment)!.readings['weight']?.map(({ value }) => value) // prettier-ignore

  beforeEach(() => (taken = new Date(door.clock.now()).toISOString()))

  it('corrected under the same identifier corrects the reading; as a mistake withdraws it', async () => {
    const first = await post(resource('final', 80))
    const { id } = (await first.json()) as { id: string }
    expect(await weights()).toEqual([80])
    const better = await post(resource('corrected', 81))
    expect([better.status, await weights()]).toEqual([200, [81]])
    expect(await read(id)).toMatchObject({ status: 'corrected', valueQuantity: { value: 81 } })
    expect((await post(resource('corrected', 81))).status).toBe(200)
    expect((await post(resource('entered-in-error', 81))).status).toBe(200)
    expect((await weights()) ?? []).toEqual([])
    expect(await read(id)).toMatchObject({ id, status: 'entered-in-error' })
  })

  it('is refused from somebody else, with another time, and as a plain second one', async () => {
    await post(resource('final', 80))
    expect((await post(resource('corrected', 81), TEST)).status).toBe(403)
    const other = new Date(door.clock.now() - 60_000).toISOString()
    expect((await post(resource('corrected', 81, { effectiveDateTime: other }))).status).toBe(409)
    expect((await post(resource('final', 81))).status).toBe(409)
    expect((await post(resource('corrected', 82), NINA)).status).toBe(200)
    expect(await weights()).toEqual([82])
  })

  it('takes answers and refuses scores; gives a score with its code', async () => {
    const own = { system: 'https://zorgpad.example/fhir/CodeSystem/measurement' }
    const answer = (code: string, value: object): string =>
      resource('final', 0, { identifier: undefined, code: { coding: [{ ...own, code }] }, valueQuantity: undefined, ...value }) // prettier-ignore
    expect((await post(answer('tired', { valueCodeableConcept: { coding: [{ code: 'very' }] } }))).status).toBe(201)
    expect((await post(answer('stairs', { valueInteger: 3 }))).status).toBe(201)
    expect((await post(answer('tired', { valueString: 'maybe' }))).status).toBe(422)
    const refused = await post(answer('fatigue', { valueInteger: 3 }))
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('wordt hier berekend')])
    const found = await door.app.request(`/fhir/Observation?patient=${PATIENT}&code=fatigue`, {
      headers: { authorization: `Bearer ${NINA}` },
    })
    const bundle = (await found.json()) as { entry?: { resource: Record<string, unknown> }[] }
    expect(bundle.entry?.map(({ resource: one }) => one['valueQuantity'])).toMatchObject([{ value: 5 }])
  })
})
