import { beforeAll, describe, expect, it } from 'vitest'
import type {
  ApiProblem,
  ConsentView,
  EnrolmentView,
  PatientPage,
  PatientSummary,
  RegistrationAnswer,
  SubmissionAnswer,
  TraceAnswer,
  WorkItem,
} from '../../runtime/http/api.ts'
import { FACTS } from '../engine/stage.ts'
import { APP, ask, AUTHOR, BEA, ELS, NINA, openDoor, OTTO, PIM, VERA } from './door.ts'
import type { Door } from './door.ts'

const calm = (identifier: string) => ({
  identifier,
  measurements: [
    { measurement: 'systolic', value: 127 },
    { code: '8462-4', value: 79 },
  ],
})
const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id)

describe('who sees whom', () => {
  let door: Door
  beforeAll(async () => (door = await openDoor()))

  it('a practice its own patients, the centre those who agreed, a patient one record', async () => {
    expect((await ask<PatientSummary[]>(door, VERA, 'GET /api/patients')).body).toHaveLength(12)
    expect((await ask<PatientSummary[]>(door, NINA, 'GET /api/patients')).body).toHaveLength(12)
    expect((await ask<PatientSummary[]>(door, OTTO, 'GET /api/patients')).body).toEqual([])
    expect(ids((await ask<PatientSummary[]>(door, ELS, 'GET /api/patients')).body)).toEqual(['patient-05'])
    expect((await ask(door, AUTHOR, 'GET /api/patients')).status).toBe(403)
    expect((await ask(door, BEA, 'GET /api/patients')).status).toBe(403)
  })

  it('what one may not see does not exist', async () => {
    for (const address of [
      'GET /api/patients/patient-05',
      'GET /api/patients/nobody',
      'GET /api/enrolments/patient-05-e1/trace',
      'POST /api/alerts/patient-05-1/acknowledge',
    ]) {
      const { status, body } = await ask<ApiProblem>(door, OTTO, address)
      expect([address, status, body.code]).toEqual([address, 404, 'not-found'])
    }
    const decision = await ask(door, OTTO, 'POST /api/enrolments/patient-05-e1/decisions', { decision: 'withdraw' })
    expect(decision.status).toBe(404)
    expect((await ask(door, OTTO, 'POST /api/patients/patient-05/measurements', calm('x'))).status).toBe(404)
    expect((await ask(door, ELS, 'GET /api/patients/patient-06')).status).toBe(404)
    expect((await ask<WorkItem[]>(door, OTTO, 'GET /api/worklist')).body).toEqual([])
  })

  it('withdrawn consent ends what the centre sees', async () => {
    const own = await openDoor()
    const record = (await own.engine.store.patient('patient-08'))!
    const consent = record.consent.map((given) => ({ ...given, withdrawn: own.clock.now() }))
    await own.engine.store.commit({ patient: { ...record, consent } })
    expect((await ask(own, NINA, 'GET /api/patients/patient-08')).status).toBe(404)
    expect((await ask(own, VERA, 'GET /api/patients/patient-08')).status).toBe(200)
  })
})

describe('consent', () => {
  const address = 'POST /api/patients/patient-05/consent'
  const open = async (door: Door, who: string): Promise<string[]> =>
    (await ask<WorkItem[]>(door, who, 'GET /api/worklist')).body.map(({ patient }) => patient.id)

  it('withdrawn by the practice ends at once what the organisation sees, and given again brings it back', async () => {
    const door = await openDoor()
    expect(await open(door, NINA)).toContain('patient-05')
    const withdrawn = await ask<ConsentView[]>(door, PIM, address, { organisation: 'centrum', given: false })
    expect(withdrawn.body[0]).toMatchObject({ organisation: { id: 'centrum' }, withdrawn: expect.any(String) })
    expect(withdrawn.body[1]).not.toHaveProperty('withdrawn')
    expect((await ask(door, NINA, 'GET /api/patients/patient-05')).status).toBe(404)
    expect(await open(door, NINA)).not.toContain('patient-05')
    expect(await open(door, VERA)).toContain('patient-05')
    const page = (await ask<PatientPage>(door, VERA, 'GET /api/patients/patient-05')).body
    expect(page.history.find(({ type }) => type === 'consent')).toMatchObject({
      text: { nl: expect.stringMatching(/^Toestemming voor .* ingetrokken, vastgelegd door Pim Praktijk/) },
    })

    const given = await ask<ConsentView[]>(door, VERA, address, { organisation: 'centrum', given: true })
    expect(given.body).toHaveLength(3)
    expect(given.body[2]).toMatchObject({ organisation: { id: 'centrum' }, by: expect.stringContaining('Vera') })
    expect(given.body[2]).not.toHaveProperty('withdrawn')
    expect(await open(door, NINA)).toContain('patient-05')
    expect((await ask(door, ELS, 'GET /api/enrolments/patient-05-e1/trace')).status).toBe(403)
    expect((await ask(door, VERA, 'GET /api/enrolments/patient-05-e1/trace')).status).toBe(200)
  })

  it('is the patient’s own to withdraw, and twice is once', async () => {
    const door = await openDoor()
    const wish = { organisation: 'centrum', given: false }
    const first = await ask<ConsentView[]>(door, ELS, address, wish)
    const { version } = (await door.engine.store.patient('patient-05'))!
    expect((await ask<ConsentView[]>(door, ELS, address, wish)).body).toEqual(first.body)
    expect((await door.engine.store.patient('patient-05'))!.version).toBe(version)
    expect((await ask(door, ELS, 'POST /api/patients/patient-06/consent', wish)).status).toBe(404)
  })

  it('is not for the centre or another practice to change, nor needed for the own one', async () => {
    const door = await openDoor()
    const wish = { organisation: 'centrum', given: false }
    expect((await ask(door, NINA, address, wish)).status).toBe(403)
    expect((await ask(door, OTTO, address, wish)).status).toBe(404)
    const own = await ask<ApiProblem>(door, VERA, address, { organisation: 'papieren-beuk', given: false })
    expect([own.status, own.body.code, own.body.path]).toEqual([422, 'consent-of-practice', '/organisation'])
    const unknown = await ask<ApiProblem>(door, VERA, address, { organisation: 'nergens', given: true })
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unknown-organisation'])
    expect((await ask<ApiProblem>(door, VERA, address, { organisation: 'centrum' })).body.code).toBe('invalid')
  })
})

describe('a patient', () => {
  it('has a page with the state, what comes next, limits, readings, alerts and history', async () => {
    const door = await openDoor()
    const { body } = await ask<PatientPage>(door, VERA, 'GET /api/patients/patient-03')
    expect(body.enrolments).toMatchObject([
      { state: { id: 'titrating', title: { nl: 'Medicatie instellen' } }, watched: true },
    ])
    expect(body.enrolments[0]!.limits[0]).toMatchObject({
      parameter: 'target',
      value: 135,
      from: 120,
      to: 150,
      mayChange: true,
    })
    expect(body.enrolments[0]!.next.length).toBeGreaterThan(0)
    expect(body.readings.length).toBeGreaterThan(40)
    expect(body.history.map(({ text }) => text.nl).join('\n')).toContain(
      'Beslissing van Pim Praktijk (Praktijkondersteuner): Medicatie aanpassen. Naar Medicatie instellen.',
    )
    expect(body.alerts.some(({ status }) => status === 'resolved')).toBe(true)
    const short = await ask<PatientPage>(door, VERA, 'GET /api/patients/patient-03?weeks=1')
    expect(short.body.readings.length).toBeLessThan(body.readings.length)
    expect((await ask<ApiProblem>(door, VERA, 'GET /api/patients/patient-03?weeks=many')).body.code).toBe('bad-query')
  })

  it('is registered with the answer, the reasons and consent', async () => {
    const door = await openDoor()
    const registration = {
      pathway: 'hypertension',
      patient: {
        name: 'Nieuw Iemand',
        identifiers: [{ system: 'test', value: '77' }],
        organisation: 'papieren-beuk',
        language: 'en',
      },
      facts: FACTS,
      consent: { organisations: ['centrum'], by: 'Pim' },
    }
    const { status, body } = await ask<RegistrationAnswer>(door, PIM, 'POST /api/registrations', registration)
    expect([status, body.answer, body.enrolled]).toEqual([201, 'included', true])
    expect((await ask<PatientPage>(door, NINA, `GET /api/patients/${body.patient}`)).body).toMatchObject({
      name: 'Nieuw Iemand',
      language: 'en',
    })
    const twice = await ask<ApiProblem>(door, PIM, 'POST /api/registrations', registration)
    expect([twice.status, twice.body.code]).toEqual([409, 'already-enrolled'])
    const excluded = await ask<RegistrationAnswer>(door, PIM, 'POST /api/registrations', {
      ...registration,
      facts: { ...FACTS, age: 15 },
    })
    expect([excluded.status, excluded.body.answer, excluded.body.reasons[0]!.text.nl]).toEqual([
      200,
      'excluded',
      expect.stringContaining('18'),
    ])
    const other = await ask<ApiProblem>(door, OTTO, 'POST /api/registrations', registration)
    expect([other.status, other.body.code, other.body.path]).toEqual([403, 'other-practice', '/patient/organisation'])
    const wrong = await ask<ApiProblem>(door, PIM, 'POST /api/registrations', {
      ...registration,
      facts: { ...FACTS, shoe: 1 },
    })
    expect([wrong.status, wrong.body.code, wrong.body.path]).toEqual([422, 'unknown-fact', '/facts/shoe'])
    expect((await ask(door, AUTHOR, 'POST /api/registrations', registration)).status).toBe(403)
  })
})

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

describe('deciding', () => {
  let door: Door
  beforeAll(async () => (door = await openDoor()))

  it('moves the patient on, and tells who may not', async () => {
    const refused = await ask<ApiProblem>(door, NINA, 'POST /api/enrolments/patient-02-e1/decisions', {
      decision: 'adjust-medication',
    })
    expect([refused.status, refused.body.code]).toEqual([403, 'role-may-not'])
    const { body } = await ask<EnrolmentView>(door, VERA, 'POST /api/enrolments/patient-02-e1/decisions', {
      decision: 'adjust-medication',
    })
    expect(body.state.id).toBe('titrating')
    const unknown = await ask<ApiProblem>(door, VERA, 'POST /api/enrolments/patient-02-e1/decisions', {
      decision: 'dance',
    })
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unknown-decision'])
    expect(
      (await ask(door, VERA, 'POST /api/enrolments/patient-02-e9/decisions', { decision: 'withdraw' })).status,
    ).toBe(404)
  })

  it('answers a proposal once', async () => {
    const { body } = await ask<PatientPage>(door, VERA, 'GET /api/patients/patient-01')
    const [proposal] = body.enrolments[0]!.proposals
    expect(proposal).toMatchObject({ to: { id: 'self-management' }, mayAnswer: true })
    expect(proposal!.sentence.nl).toContain('Zelfmanagement')
    const answer = { proposal: proposal!.id, accept: true }
    expect(
      (await ask<EnrolmentView>(door, VERA, 'POST /api/enrolments/patient-01-e1/answers', answer)).body.state.id,
    ).toBe('self-management')
    const again = await ask<ApiProblem>(door, VERA, 'POST /api/enrolments/patient-01-e1/answers', answer)
    expect([again.status, again.body.code]).toEqual([409, 'unknown-proposal'])
  })

  it('sets a limit within its bounds, with who and why', async () => {
    const set = await ask<EnrolmentView>(door, PIM, 'POST /api/enrolments/patient-08-e1/parameters', {
      parameter: 'target',
      value: 140,
      because: 'Duizelig',
    })
    expect(set.body.limits[0]).toMatchObject({
      value: 140,
      default: 135,
      set: { by: { person: 'pim', role: 'poh' }, because: 'Duizelig' },
    })
    const out = await ask<ApiProblem>(door, PIM, 'POST /api/enrolments/patient-08-e1/parameters', {
      parameter: 'target',
      value: 180,
    })
    expect([out.status, out.body.code]).toEqual([422, 'out-of-bounds'])
    const nurse = await ask<ApiProblem>(door, NINA, 'POST /api/enrolments/patient-08-e1/parameters', {
      parameter: 'target',
      value: 130,
    })
    expect([nurse.status, nurse.body.code]).toEqual([403, 'role-may-not'])
  })

  it('ends a pathway; after that nothing can be decided, and what still comes in is kept', async () => {
    const { body } = await ask<EnrolmentView>(door, VERA, 'POST /api/enrolments/patient-11-e1/decisions', {
      decision: 'withdraw',
    })
    expect(body).toMatchObject({
      state: { id: 'withdrawn', exit: 'withdrawn' },
      watched: false,
      next: [],
      decisions: [],
    })
    const late = await ask<ApiProblem>(door, VERA, 'POST /api/enrolments/patient-11-e1/decisions', {
      decision: 'withdraw',
    })
    expect([late.status, late.body.code]).toEqual([409, 'already-ended'])
    const sent = await ask<SubmissionAnswer>(door, APP, 'POST /api/patients/patient-11/measurements', calm('after'))
    expect([sent.status, sent.body.call]).toEqual([
      201,
      'Op dit moment kijkt niemand mee. Bij spoed: bel 112. Anders: bel de huisartsenpost.',
    ])
  })
})

describe('why', () => {
  it('is told for any submission, with what fired and what did not, and where that stands', async () => {
    const door = await openDoor()
    const path = '/api/enrolments/patient-05-e1/trace'
    const newest = await ask<TraceAnswer>(door, NINA, `GET ${path}`)
    const { submission, at } = newest.body.event
    expect(newest.body.trace.looks.find(({ id }) => id === 'threshold:crisis-with-complaints')).toMatchObject({
      outcome: 'fired',
      path: '/thresholds/crisis-with-complaints',
    })
    expect(newest.body.trace.looks.find(({ id }) => id === 'threshold:low-reading')).toMatchObject({ outcome: 'false' })
    expect((await ask<TraceAnswer>(door, NINA, `GET ${path}?submission=${submission}`)).body).toEqual(newest.body)
    expect((await ask<TraceAnswer>(door, NINA, `GET ${path}?at=${encodeURIComponent(at)}`)).body).toEqual(newest.body)
    const early = await ask<ApiProblem>(door, NINA, `GET ${path}?at=2020-01-01`)
    expect([early.status, early.body.code]).toEqual([404, 'unknown-trace'])
    expect((await ask<ApiProblem>(door, NINA, `GET ${path}?at=never`)).body.code).toBe('bad-query')
    expect((await ask<ApiProblem>(door, NINA, `GET ${path}?submission=none`)).status).toBe(404)
    expect((await ask(door, NINA, 'GET /api/enrolments/patient-05-e7/trace')).status).toBe(404)
    expect((await ask(door, ELS, `GET ${path}`)).status).toBe(403)
  })
})

describe('the worklist', () => {
  let door: Door
  beforeAll(async () => (door = await openDoor()))

  it('is worst first, then oldest, with who, what, why, since when, who is asked and before when', async () => {
    const { body } = await ask<WorkItem[]>(door, NINA, 'GET /api/worklist')
    expect(body[0]).toMatchObject({
      level: 'red',
      patient: { name: 'Els Escalatie' },
      title: { nl: 'Zeer hoge bloeddruk met klachten' },
      path: '/thresholds/crisis-with-complaints',
      status: 'open',
    })
    expect(body[0]!.asked).toMatchObject({ party: 'centre-nurse', title: { nl: 'Verpleegkundige monitoringscentrum' } })
    expect(body[0]!.script?.length).toBeGreaterThan(3)
    const rank = { red: 0, amber: 1, green: 2 }
    const keys = body.map(({ level, raised }) => [rank[level], Date.parse(raised)] as const)
    expect(keys).toEqual(keys.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
  })

  it('is filtered by level, practice and status', async () => {
    const levels = (await ask<WorkItem[]>(door, NINA, 'GET /api/worklist?level=amber')).body.map(({ level }) => level)
    expect(new Set(levels)).toEqual(new Set(['amber']))
    expect((await ask<WorkItem[]>(door, NINA, 'GET /api/worklist?organisation=kartonnen-eik')).body).toEqual([])
    const all = (await ask<WorkItem[]>(door, NINA, 'GET /api/worklist?status=all')).body.map(({ status }) => status)
    expect(new Set(all)).toEqual(new Set(['open', 'acknowledged', 'resolved']))
    const wrong = await ask<ApiProblem>(door, NINA, 'GET /api/worklist?level=purple')
    expect([wrong.status, wrong.body.code]).toEqual([400, 'bad-query'])
  })

  it('lets an alert be taken up and closed, once', async () => {
    const taken = await ask<WorkItem>(door, NINA, 'POST /api/alerts/patient-05-1/acknowledge')
    expect(taken.body).toMatchObject({
      status: 'acknowledged',
      acknowledged: { by: { person: 'nina', role: 'centre-nurse', name: 'Nina Nachtdienst' } },
    })
    expect((await ask<WorkItem>(door, NINA, 'POST /api/alerts/patient-05-1/acknowledge')).body).toEqual(taken.body)
    const closed = await ask<WorkItem>(door, VERA, 'POST /api/alerts/patient-05-1/resolve', {
      outcome: 'acted',
      note: 'Naar de SEH gestuurd.',
    })
    expect(closed.body).toMatchObject({
      status: 'resolved',
      resolved: { outcome: 'acted', note: 'Naar de SEH gestuurd.', by: { person: 'vera' } },
    })
    const again = await ask<ApiProblem>(door, VERA, 'POST /api/alerts/patient-05-1/resolve', { outcome: 'acted' })
    expect([again.status, again.body.code]).toEqual([409, 'already-resolved'])
    const unknown = await ask<ApiProblem>(door, VERA, 'POST /api/alerts/patient-05-99/acknowledge')
    expect([unknown.status, unknown.body.code]).toEqual([404, 'unknown-alert'])
    expect((await ask(door, ELS, 'POST /api/alerts/patient-05-1/acknowledge')).status).toBe(403)
  })
})
