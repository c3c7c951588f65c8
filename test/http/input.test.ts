import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { ApiProblem } from '../../runtime/http/api.ts'
import { runs } from '../property.ts'
import { AUTHOR, NINA, openDoor, VERA } from './door.ts'
import type { Door } from './door.ts'

const FOLDER = join(import.meta.dirname, '../data/bad-json')
const files = await readdir(FOLDER)

const BODIES: [who: string, method: string, path: string][] = [
  [VERA, 'POST', '/api/demo/session'],
  [VERA, 'POST', '/api/demo/clock'],
  [AUTHOR, 'POST', '/api/check'],
  [AUTHOR, 'POST', '/api/drafts'],
  [AUTHOR, 'PUT', '/api/drafts/any'],
  [VERA, 'POST', '/api/registrations'],
  [VERA, 'POST', '/api/patients/patient-08/measurements'],
  [VERA, 'POST', '/api/enrolments/patient-08-e1/decisions'],
  [VERA, 'POST', '/api/enrolments/patient-08-e1/answers'],
  [VERA, 'POST', '/api/enrolments/patient-08-e1/parameters'],
  [NINA, 'POST', '/api/alerts/patient-05-1/resolve'],
]

let door: Door
beforeAll(async () => (door = await openDoor()))

async function post(
  who: string,
  method: string,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
): Promise<{ status: number; problem: ApiProblem; text: string }> {
  const response = await door.app.request(path, {
    method,
    body,
    headers: { authorization: `Bearer ${who}`, 'content-type': type },
  })
  const text = await response.text()
  return { status: response.status, problem: JSON.parse(text) as ApiProblem, text }
}

describe('a body that cannot be used', () => {
  for (const file of files) {
    it.each(BODIES)(
      `${file} is refused with its place at %s %s %s, and nothing is written`,
      async (who, method, path) => {
        const before = await door.engine.store.latest()
        const { status, problem, text } = await post(who, method, path, await readFile(join(FOLDER, file)))
        expect([400, 413]).toContain(status)
        expect(problem).toMatchObject({
          code: expect.stringMatching(/^(invalid|not-json|empty-body|nul-character|too-large)$/),
          message: { nl: expect.any(String), en: expect.any(String) },
        })
        if (problem.code === 'invalid') expect(problem.path).toBeDefined()
        expect(text).not.toMatch(/node_modules|\.ts:|at Object/)
        expect(await door.engine.store.latest()).toBe(before)
      },
    )
  }

  it('does not touch the prototype of anything', () => {
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('of any shape is refused or done, never a failure of the server', { timeout: 600_000 }, async () => {
    const value = fc.anything({ withNullPrototype: false, maxDepth: 3 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...BODIES.slice(2)), value, async ([who, method, path], body) => {
        const { status } = await post(who, method, path, JSON.stringify(body) ?? 'undefined')
        expect(status).toBeLessThan(500)
      }),
      { numRuns: runs(100) },
    )
  })

  it.each([
    [
      'a field that is not known',
      { identifier: 'a', measurements: [{ measurement: 'systolic', value: 1 }], extra: 1 },
      '/extra',
    ],
    ['a field that is missing', { measurements: [{ measurement: 'systolic', value: 1 }] }, '/identifier'],
    ['an empty list', { identifier: 'a', measurements: [] }, '/measurements'],
    [
      'a list that is too long',
      { identifier: 'a', measurements: Array.from({ length: 101 }, () => ({ measurement: 'systolic', value: 1 })) },
      '/measurements',
    ],
    [
      'a value of another type',
      { identifier: 'a', measurements: [{ measurement: 'systolic', value: null }] },
      '/measurements/0/value',
    ],
  ])('names the place of %s', async (_what, body, path) => {
    const { status, problem } = await post(VERA, 'POST', '/api/patients/patient-08/measurements', JSON.stringify(body))
    expect([status, problem.code, problem.path]).toEqual([400, 'invalid', path])
  })

  it('must say that it is JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const { status, problem } = await post(VERA, 'POST', '/api/check', '{"text":""}', type)
      expect([status, problem.code]).toEqual([415, 'not-json-type'])
    }
    expect((await post(VERA, 'POST', '/api/check', '{"text":""}', 'application/json; charset=utf-8')).status).toBe(200)
  })

  it('is cut off when it is too large, also when it does not say so', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(16 * 1024))
    let given = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => (given++ < 10_000 ? controller.enqueue(chunk) : controller.close()),
    })
    const request = new Request('http://localhost/api/registrations', {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { authorization: `Bearer ${VERA}`, 'content-type': 'application/json' },
    } as RequestInit)
    const response = await door.app.request(request)
    expect([response.status, ((await response.json()) as ApiProblem).code]).toEqual([413, 'too-large'])
    expect(given).toBeLessThan(20)
  })
})

describe('an address that does not exist', () => {
  it.each(['/api/nothing', '/api/patients/patient-08/nothing', '/nothing', '/api'])(
    '%s is 404 in the one shape',
    async (path) => {
      const response = await door.app.request(path, { headers: { authorization: `Bearer ${VERA}` } })
      expect([response.status, await response.json()]).toMatchObject([
        404,
        { code: 'unknown-address', message: { nl: expect.stringContaining(path) } },
      ])
    },
  )

  it('says so for another method too, and only to who signed in', async () => {
    const response = await door.app.request('/api/patients', {
      method: 'PATCH',
      headers: { authorization: `Bearer ${VERA}` },
    })
    expect(response.status).toBe(404)
    expect((await door.app.request('/api/nothing')).status).toBe(401)
  })

  it.each([
    '/api/patients/%00',
    '/api/patients/..%2f..%2fetc',
    `/api/patients/${'a'.repeat(5000)}`,
    '/api/alerts/%E0%A4%A/acknowledge',
    '/api/pathways/__proto__/versions/constructor',
  ])('odd names are not found: %s', async (path) => {
    const method = path.includes('acknowledge') ? 'POST' : 'GET'
    const response = await door.app.request(path, { method, headers: { authorization: `Bearer ${NINA}` } })
    expect(response.status).toBe(404)
  })
})

describe('what is answered', () => {
  it('may not be kept on the way, and carries the headers of a careful server', async () => {
    const { headers } = await door.app.request('/api/me', { headers: { authorization: `Bearer ${VERA}` } })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  })

  it('to a failure of the store says that nothing was saved, and nothing of the inside', async () => {
    const own = await openDoor()
    own.engine.store.commit = async () => {
      throw new TypeError('secret inside')
    }
    const reported: unknown[] = []
    own.engine.report = (_what, error) => reported.push(error)
    const response = await own.app.request('/api/patients/patient-08/measurements', {
      method: 'POST',
      headers: { authorization: `Bearer ${VERA}`, 'content-type': 'application/json' },
      body: JSON.stringify({ identifier: 'x', measurements: [{ measurement: 'systolic', value: 120 }] }),
    })
    const text = await response.text()
    expect([response.status, (JSON.parse(text) as ApiProblem).code]).toEqual([500, 'failed'])
    expect(text).not.toContain('secret')
    expect(reported).toHaveLength(1)
  })
})
