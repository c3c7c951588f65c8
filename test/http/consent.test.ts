/** Who sees whom, and what consent given and withdrawn changes. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { ApiProblem, ConsentView, PatientPage, PatientSummary, WorkItem } from '../../runtime/http/api.ts'
import { ask, AUTHOR, BEA, ELS, NINA, openDoor, OTTO, PIM, VERA, calm } from './door.ts'
import type { Door } from './door.ts'

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
