import { beforeAll, describe, expect, it } from 'vitest'
import { openEngine, systemClock, wake, Waker } from '../../runtime/engine/index.ts'
import { buildApp } from '../../runtime/http/app.ts'
import type { ApiProblem, DemoClock, Me, Person } from '../../runtime/http/api.ts'
import { openStore } from '../../runtime/store/open.ts'
import { ask, BEA, ELS, NINA, openDoor, OTTO, VERA } from './door.ts'
import type { Door } from './door.ts'

describe('signing in, in the demonstration', () => {
  let door: Door
  beforeAll(async () => (door = await openDoor()))

  it('is by name and role, from the header', async () => {
    const { body } = await ask<Me>(door, NINA, 'GET /api/me')
    expect(body).toMatchObject({
      person: { id: 'nina' },
      role: 'centre-nurse',
      organisation: { id: 'centrum', kind: 'centre' },
      language: 'nl',
      demo: true,
    })
  })

  it('gives the browser a cookie that scripts and other sites cannot use', async () => {
    const signIn = { person: 'vera', role: 'gp', organisation: 'papieren-beuk' }
    const { body, headers } = await ask<Me>(door, null, 'POST /api/demo/session', signIn)
    expect(body.role).toBe('gp')
    const cookie = headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    const me = await door.app.request('/api/me', { headers: { cookie: cookie.split(';')[0]! } })
    expect(await me.json()).toMatchObject({ person: { id: 'vera' } })
    const out = await door.app.request('/api/demo/session', { method: 'DELETE' })
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(/Max-Age=0/)
  })

  it('shows a patient which record is theirs', async () => {
    expect((await ask<Me>(door, ELS, 'GET /api/me')).body.patient).toBe('patient-05')
  })

  it('lists everybody one can be, and everybody who works here', async () => {
    const everybody = await ask<Person[]>(door, null, 'GET /api/demo/people')
    expect(everybody.body.some(({ id }) => id === 'patient-01')).toBe(true)
    const people = await ask<Person[]>(door, NINA, 'GET /api/people')
    expect(people.body.some(({ id }) => id === 'patient-01')).toBe(false)
    expect((await ask(door, ELS, 'GET /api/people')).status).toBe(403)
    expect((await ask(door, ELS, 'GET /api/organisations')).status).toBe(200)
  })

  it.each([
    ['nobody', null, 'sign-in'],
    ['a stranger', 'demo:mallory:gp@papieren-beuk', 'unknown-person'],
    ['a role that the person does not have', 'demo:nina:gp@papieren-beuk', 'unknown-person'],
    ['a role at another organisation', 'demo:vera:gp@kartonnen-eik', 'unknown-person'],
    ['something else than a demonstration token', 'eyJhbGciOiJub25lIn0', 'unknown-person'],
  ])('refuses %s', async (_who, token, code) => {
    const { status, body } = await ask<ApiProblem>(door, token, 'GET /api/me')
    expect([status, body.code]).toEqual([401, code])
  })

  it('refuses another scheme than Bearer', async () => {
    expect((await door.app.request('/api/me', { headers: { authorization: 'Basic dmVyYTp4' } })).status).toBe(401)
  })

  it.each([
    ['GET', '/api/me'],
    ['GET', '/health'],
    ['GET', '/'],
    ['POST', '/api/demo/session'],
  ])('refuses a foreign Host or Origin at %s %s', async (method, path) => {
    const from = (headers: Record<string, string>) =>
      door.app.request(path, { method, headers: { authorization: `Bearer ${VERA}`, ...headers } })
    for (const headers of [
      { host: 'zorgpad.example' },
      { host: '127.0.0.1.example' },
      { host: 'localhost', origin: 'http://evil.example' },
      { host: 'localhost:8080', origin: 'http://localhost:9090' },
      { host: 'localhost', origin: 'null' },
    ]) {
      const response = await from(headers)
      expect([response.status, ((await response.json()) as ApiProblem).code], JSON.stringify(headers)).toEqual([
        403,
        expect.stringMatching(/^foreign-/),
      ])
    }
    const own = await from({ host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080' })
    expect(own.status).not.toBe(403)
  })
})

describe('outside the demonstration', () => {
  it('every address of the API is refused until there is an identity provider; health answers', async () => {
    const store = await openStore({ kind: 'memory' })
    const app = buildApp(await openEngine({ store, clock: systemClock }))
    for (const path of ['/api/me', '/api/demo/people', '/api/demo/clock', '/api/openapi.json', '/api/nothing']) {
      const response = await app.request(path, { headers: { authorization: `Bearer ${VERA}` } })
      expect([path, response.status, ((await response.json()) as ApiProblem).code]).toEqual([
        path,
        401,
        'no-identity-provider',
      ])
    }
    for (const path of ['/fhir/metadata', '/fhir/Observation', '/fhir/nothing']) {
      const response = await app.request(path)
      expect([path, response.status, await response.json()]).toMatchObject([
        path,
        401,
        { resourceType: 'OperationOutcome' },
      ])
    }
    expect((await app.request('/health')).status).toBe(200)
    const session = await app.request('/api/demo/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(session.status).toBe(401)
    expect(session.headers.get('set-cookie')).toBeNull()
  })
})

/** Every line of every history that was handled later than its instant. */
async function lateLines({ engine }: Door): Promise<unknown[]> {
  const patients = await engine.store.patients()
  const histories = await Promise.all(patients.map(({ id }) => engine.store.history(id)))
  return histories.flat().filter(({ data }) => (data as { lateBy?: number }).lateBy !== undefined)
}

describe('the clock of the demonstration', () => {
  it('makes nothing late, also while the server keeps watch', async () => {
    const door = await openDoor()
    const waker = new Waker(door.engine)
    await waker.start()
    const before = await lateLines(door) // what fell due while other tests ran
    await ask(door, NINA, 'POST /api/demo/clock', { advance: '9 days' })
    await waker.stop()
    expect(await lateLines(door)).toEqual(before)
    expect(await door.engine.store.due(door.clock.now(), 10)).toEqual([])
  })

  it('goes forward, runs what waits in order, and is kept', async () => {
    const door = await openDoor()
    await wake(door.engine, door.clock.now())
    const lateBefore = await lateLines(door)
    const before = await ask<DemoClock>(door, null, 'GET /api/demo/clock')
    const { body } = await ask<DemoClock>(door, BEA, 'POST /api/demo/clock', { advance: '3 days' })
    expect(Date.parse(body.now) - Date.parse(before.body.now)).toBeGreaterThanOrEqual(3 * 86_400_000 - 3_600_000)
    expect(body.handled).toBeGreaterThan(6)
    expect(await door.engine.store.due(door.clock.now(), 10)).toEqual([])
    expect(await door.engine.store.document('clock', 'demo')).toMatchObject({ value: { ahead: door.clock.ahead } })
    expect(await lateLines(door)).toEqual(lateBefore)
  })

  it.each([
    ['-3 days', 422, 'bad-duration'],
    ['soon', 422, 'bad-duration'],
    ['5 weekx', 422, 'bad-duration'],
    ['99999 months', 422, 'too-far'],
    ['2 months', 401, 'sign-in'],
  ])('refuses %s', async (advance, status, code) => {
    const door = await openDoor()
    const before = door.clock.ahead
    const answer = await ask<ApiProblem>(door, status === 401 ? null : OTTO, 'POST /api/demo/clock', { advance })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(door.clock.ahead).toBe(before)
  })
})
