/** The page of a patient, registering, deciding, and the worklist. */
import { beforeAll, describe, expect, it } from 'vitest'
import type {
  ApiProblem,
  EnrolmentView,
  PatientPage,
  RegistrationAnswer,
  SubmissionAnswer,
  TraceAnswer,
  WorkItem,
} from '../../runtime/http/api.ts'
import { FACTS } from '../engine/stage.ts'
import { APP, ask, AUTHOR, ELS, NINA, openDoor, OTTO, PIM, VERA, calm } from './door.ts'
import type { Door } from './door.ts'

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
