/** Live changes as server-sent events: only what the listener may see, resumed where it stopped, nothing lost and nothing twice. */
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { SSEStreamingApi } from 'hono/streaming'
import type { Engine } from '../../engine/index.ts'
import type { Change } from '../../store/store.ts'
import { PRACTICE, STAFF, WATCHING } from '../access.ts'
import type { Caller } from '../access.ts'
import type { ChangeNotice, Role } from '../api.ts'
import { moment } from '../moment.ts'
import { asking } from '../operation.ts'
import type { Operation } from '../operation.ts'
import { problem } from '../problem.ts'

const BATCH = 200

/** What the engine keeps with a change; `seenBy` are the organisations that could see the patient at that moment. */
type ChangeData = { what: string; alert?: string; draft?: string; pathway?: string; seenBy?: string[] }

function mayHear({ role, organisation, person }: Caller, change: Change): boolean {
  const { what, seenBy } = change.data as ChangeData
  if (change.topic === 'pathway') return what === 'clock' || STAFF.includes(role)
  if (role === 'patient') return change.topic === 'patient' && person.patient === change.patient
  if (PRACTICE.includes(role)) return change.organisation === organisation.id
  return WATCHING.includes(role) && (seenBy ?? []).includes(organisation.id)
}

function noticeOf({ topic, at, patient, organisation, data }: Change): ChangeNotice {
  const { seenBy: _private, ...about } = data as ChangeData
  return {
    ...about,
    topic: about.what === 'clock' ? 'clock' : topic,
    at: moment(at),
    ...(patient === undefined ? {} : { patient }),
    ...(organisation === undefined ? {} : { organisation }),
  }
}

/** The listener's place: where it stopped, or now. */
async function placeOf({ store }: Engine, context: Context): Promise<number> {
  const asked = context.req.header('last-event-id') ?? context.req.query('after')
  const latest = await store.latest()
  if (asked === undefined) return latest
  if (!/^\d{1,15}$/.test(asked))
    throw problem(400, 'bad-query', { name: 'Last-Event-ID', value: asked, expected: `0 – ${latest}` })
  return Math.min(Number(asked), latest)
}

/** Sends what is new, then waits for the next commit or the next heartbeat. An `id` without data moves the listener's place without an event. */
async function follow(
  engine: Engine,
  caller: Caller,
  stream: SSEStreamingApi,
  from: number,
  heartbeat: number,
): Promise<void> {
  let cursor = from
  let bell = Promise.withResolvers<void>()
  const unlisten = engine.hub.listen(() => bell.resolve())
  stream.onAbort(() => bell.resolve())
  await stream.write(`retry: 2000\nid: ${cursor}\n\n`)
  while (!stream.aborted && !stream.closed) {
    bell = Promise.withResolvers<void>()
    const changes = await engine.store.changes(cursor, BATCH)
    for (const change of changes) {
      cursor = change.cursor
      if (mayHear(caller, change))
        await stream.writeSSE({
          id: String(cursor),
          event: noticeOf(change).topic,
          data: JSON.stringify(noticeOf(change)),
        })
    }
    if (changes.length === 0 && !(await rang(bell.promise, heartbeat))) await stream.write(`id: ${cursor}\n\n`)
  }
  unlisten()
}

/** False when it stayed quiet for so long. */
async function rang(bell: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const quiet = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), milliseconds)))
  const answer = await Promise.race([bell.then(() => true), quiet])
  clearTimeout(timer)
  return answer
}

const LISTENING: Role[] = [...STAFF, 'patient']

/** `heartbeat`: milliseconds of silence after which a sign of life is sent. */
export const changes = (engine: Engine, heartbeat = 15_000): Operation[] => [
  asking({
    method: 'GET',
    path: '/api/changes',
    title: 'What changes, as it happens (server-sent events; `Last-Event-ID` resumes)',
    roles: LISTENING,
    query: { after: 'Go on after this cursor, for listeners that cannot send `Last-Event-ID`.' },
    answers: { 200: { description: 'A stream of ChangeNotice.', type: 'text/event-stream' } },
    handle: async ({ caller, context }) => {
      const from = await placeOf(engine, context)
      return streamSSE(context, (stream) => follow(engine, caller, stream, from, heartbeat))
    },
  }),
]
