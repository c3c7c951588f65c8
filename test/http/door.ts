/** The HTTP door over the demonstration in memory, and requests that hold every answer against the OpenAPI document. */
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Hono } from 'hono'
import { fillDemonstration, publishFolder } from '../../runtime/engine/demonstration/index.ts'
import { MovableClock, openEngine } from '../../runtime/engine/index.ts'
import type { Engine } from '../../runtime/engine/index.ts'
import { buildApp } from '../../runtime/http/app.ts'
import { operationsOf } from '../../runtime/http/operations.ts'
import type { Operation } from '../../runtime/http/operation.ts'
import { faultIn } from '../../runtime/http/validate.ts'
import { openStore } from '../../runtime/store/open.ts'
import type { Store } from '../../runtime/store/store.ts'

const ROOT = join(import.meta.dirname, '../..')
export const FOLDERS = { examples: join(ROOT, 'examples/demonstration'), pathways: join(ROOT, 'pathways') }

export const VERA = 'demo:vera:gp@papieren-beuk'
export const PIM = 'demo:pim:poh@papieren-beuk'
export const AUTHOR = 'demo:pim:author@papieren-beuk'
export const NINA = 'demo:nina:centre-nurse@centrum'
export const OTTO = 'demo:otto:gp@kartonnen-eik'
export const BEA = 'demo:bea:admin@regio'
export const APP = 'demo:meetapp:device@papieren-beuk'
export const ELS = 'demo:patient-05:patient@papieren-beuk'

export type Door = { app: Hono; engine: Engine; clock: MovableClock; operations: Operation[] }

/** Lived through once; every test gets a copy of its own, so that tests do not see one another. */
let lived: Promise<Engine> | undefined

async function live(): Promise<Engine> {
  const store = await openStore({ kind: 'memory' })
  const clock = new MovableClock()
  await fillDemonstration(store, FOLDERS, clock.now())
  const engine = await openEngine({ store, clock })
  await publishFolder(engine, FOLDERS.pathways)
  return engine
}

async function copyOf(from: Store): Promise<Store> {
  const to = await openStore({ kind: 'memory' })
  for (const kind of ['organisation', 'person', 'pathway-version']) {
    await to.commit({ documents: (await from.documents(kind)).map((document) => ({ ...document, version: 0 })) })
  }
  for (const record of await from.patients()) {
    const [readings, history, outgoing] = await Promise.all([
      from.readings(record.id),
      from.history(record.id),
      from.outgoing(record.id),
    ])
    await to.commit({ patient: { ...record, version: 0 }, readings, history, outgoing })
  }
  return to
}

export async function openDoor(options: { heartbeat?: number } = {}): Promise<Door> {
  const model = await (lived ??= live())
  const clock = new MovableClock()
  const engine = await openEngine({ store: await copyOf(model.store), clock })
  return {
    app: buildApp(engine, { demo: clock, ...options }),
    engine,
    clock,
    operations: operationsOf(engine, { demo: clock }),
  }
}

export type Reply<Body> = { status: number; body: Body; headers: Headers }

/** `await ask<Me>(door, NINA, 'GET /api/me')`. Fails when the answer has another shape than the document says. */
export async function ask<Body = Record<string, unknown>>(
  door: Door,
  who: string | null,
  address: string,
  body?: unknown,
): Promise<Reply<Body>> {
  const [method = '', path = ''] = address.split(' ')
  const headers = new Headers(who === null ? {} : { authorization: `Bearer ${who}` })
  if (body !== undefined) headers.set('content-type', 'application/json')
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const response = await door.app.request(path, { method, headers, ...(text === undefined ? {} : { body: text }) })
  const answer = response.status === 204 ? undefined : ((await response.json()) as Body)
  holdAgainstDocument(door, method, path, response.status, answer)
  return { status: response.status, body: answer as Body, headers: response.headers }
}

function holdAgainstDocument({ operations }: Door, method: string, path: string, status: number, body: unknown): void {
  if (status >= 400) return expect(faultIn('Problem', body), JSON.stringify(body)).toBeNull()
  const found = operations.find((operation) => operation.method === method && matches(operation.path, path))
  const shape = found?.answers[status as 200]
  expect(shape, `${method} ${path} may not answer ${status}`).toBeDefined()
  if (typeof shape === 'string') expect(faultIn(shape, body), `${method} ${path}`).toBeNull()
  if (Array.isArray(shape))
    for (const item of body as unknown[]) expect(faultIn(shape[0], item), `${method} ${path}`).toBeNull()
}

function matches(template: string, path: string): boolean {
  const pattern = template.replaceAll(/[.]/g, '\\.').replaceAll(/\{\w+\}/g, '[^/]+')
  return new RegExp(`^${pattern}$`).test(path.split('?')[0] ?? '')
}

/** A submission with an ordinary blood pressure. */
export const calm = (identifier: string) => ({
  identifier,
  measurements: [
    { measurement: 'systolic', value: 127 },
    { code: '8462-4', value: 79 },
  ],
})
