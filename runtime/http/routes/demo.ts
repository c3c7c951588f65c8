/** The demonstration: signing in by name, and a clock that can be moved forward. None of these exists outside it. */
import { deleteCookie, setCookie } from 'hono/cookie'
import { passTime, refuse } from '../../engine/index.ts'
import type { Engine, MovableClock } from '../../engine/index.ts'
import { addDuration, parseDuration } from '../../interpreter/index.ts'
import type { Instant } from '../../interpreter/enrolment.ts'
import { moment, ZONE } from '../moment.ts'
import { asking, done, ok, taking } from '../operation.ts'
import type { Operation } from '../operation.ts'
import { COOKIE, demoToken, whoIs } from '../sign-in.ts'
import { me, peopleOf } from './who.ts'

const A_YEAR = 366 * 24 * 60 * 60_000
const MONTH = 31 * 24 * 60 * 60

/** The clock is kept in the store, so that a restart does not go back in time. What waited happens on the way. */
async function advanceClock(engine: Engine, clock: MovableClock, advance: string): Promise<number> {
  const to = instantAfter(clock.now(), advance)
  return passTime(engine, async () => {
    clock.moveTo(to)
    await keepClock(engine, clock)
    return clock.now()
  })
}

async function keepClock({ store, hub }: Engine, clock: MovableClock): Promise<void> {
  const kept = await store.document('clock', 'demo')
  const changes = [{ at: clock.now(), topic: 'pathway' as const, data: { what: 'clock' } }]
  await store.commit({
    documents: [{ kind: 'clock', id: 'demo', version: kept?.version ?? 0, value: { ahead: clock.ahead } }],
    changes,
  })
  hub.publish()
}

function instantAfter(now: Instant, advance: string): Instant {
  const to = durationOrRefusal(() => addDuration(ZONE, now, parseDuration(advance)))
  if (!(to - now <= A_YEAR)) throw refuse('too-far')
  return to
}

function durationOrRefusal(read: () => Instant): Instant {
  try {
    return read()
  } catch {
    throw refuse('bad-duration', {}, { path: '/advance' })
  }
}

export const demo = (engine: Engine, clock: MovableClock): Operation[] => [
  asking({
    method: 'GET',
    path: '/api/demo/people',
    title: 'Who one can be in the demonstration',
    open: true,
    answers: { 200: ['Person'] },
    handle: async () => ok(await peopleOf(engine)),
  }),
  taking('SignIn', {
    method: 'POST',
    path: '/api/demo/session',
    title: 'Sign in by name',
    open: true,
    answers: { 200: 'Me' },
    handle: async ({ body, context }) => {
      const caller = await whoIs(engine, body)
      setCookie(context, COOKIE, demoToken(body), { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: MONTH })
      return ok(me(engine, caller, true))
    },
  }),
  asking({
    method: 'DELETE',
    path: '/api/demo/session',
    title: 'Sign out',
    open: true,
    answers: { 204: { description: 'Signed out.' } },
    handle: ({ context }) => {
      deleteCookie(context, COOKIE, { path: '/' })
      return done
    },
  }),
  asking({
    method: 'GET',
    path: '/api/demo/clock',
    title: 'The time of the demonstration',
    open: true,
    answers: { 200: 'DemoClock' },
    handle: () => ok({ now: moment(clock.now()) }),
  }),
  taking('AdvanceClock', {
    method: 'POST',
    path: '/api/demo/clock',
    title: 'Move the time forward; everything that waited happens on the way',
    answers: { 200: 'DemoClock' },
    handle: async ({ body }) => {
      const handled = await advanceClock(engine, clock, body.advance)
      return ok({ now: moment(clock.now()), handled })
    },
  }),
]
