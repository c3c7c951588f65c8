/** How the server is, and what it can be asked: for those who run it and those who connect to it. */
import type { Engine } from '../../engine/index.ts'
import type { Health } from '../api.ts'
import { moment } from '../moment.ts'
import { openApi } from '../openapi.ts'
import { asking, ok } from '../operation.ts'
import type { Operation } from '../operation.ts'

async function health({ store, clock }: Engine): Promise<Health> {
  const now = moment(clock.now())
  try {
    const [first] = await store.due(Number.MAX_SAFE_INTEGER, 1)
    return { status: 'ok', now, store: 'ok', nextWake: first ? moment(first.wake) : null }
  } catch {
    return { status: 'failing', now, store: 'failing', nextWake: null }
  }
}

/** `all` gives the finished list: this one is in it. */
export const running = (engine: Engine, all: () => Operation[]): Operation[] => [
  asking({
    method: 'GET',
    path: '/health',
    title: 'How the server is; 503 when it cannot reach its store',
    open: true,
    answers: { 200: 'Health' },
    handle: async () => {
      const found = await health(engine)
      return found.status === 'ok' ? ok(found) : Response.json(found, { status: 503 })
    },
  }),
  asking({
    method: 'GET',
    path: '/api/openapi.json',
    title: 'This document',
    open: true,
    answers: { 200: { description: 'OpenAPI 3.1.', type: 'application/json' } },
    handle: ({ context }) => ok(openApi(all(), new URL(context.req.url).origin)),
  }),
]
