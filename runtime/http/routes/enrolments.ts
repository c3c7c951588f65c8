/** Deciding about a patient on a pathway, and asking why something happened. */
import type { Pause } from '../../interpreter/enrolment.ts'
import { act, patientOf } from '../../engine/index.ts'
import type { Act, Engine } from '../../engine/index.ts'
import { CLINICAL, WATCHING, seenPatient } from '../access.ts'
import type { Caller } from '../access.ts'
import type { PauseEnrolment, Role } from '../api.ts'
import { instantAt } from '../moment.ts'
import { asking, ok, taking } from '../operation.ts'
import { problem } from '../problem.ts'
import type { Operation } from '../operation.ts'
import { traceAnswer } from '../trace.ts'
import { enrolmentView } from '../views/enrolment.ts'
import { namesOf } from '../views/names.ts'
import { refuse } from '../../engine/index.ts'
import type { Answer } from '../operation.ts'

const DECIDING: Role[] = [...CLINICAL, 'patient']

async function acted(engine: Engine, caller: Caller, id: string, event: Act): Promise<Answer> {
  await seenPatient(engine, caller, patientOf(id))
  const record = await act(engine, id, event)
  const enrolment = record.enrolments.find((candidate) => candidate.id === id)
  if (!enrolment) throw refuse('not-found')
  return ok(enrolmentView(engine, await namesOf(engine), enrolment, caller, engine.clock.now()))
}

const actor = ({ person, role }: Caller): { person: string; role: string } => ({ person: person.id, role })

/** Throws problem 403 `pause-not-yours`, 422 `bad-time`. */
function pauseOf({ clock }: Engine, { reason, from, until }: PauseEnrolment, caller: Caller): Pause {
  if (caller.role === 'patient' && reason !== 'holiday') throw problem(403, 'pause-not-yours', {}, { path: '/reason' })
  return {
    reason,
    from: from === undefined ? clock.now() : instantAt(from, '/from'),
    until: until === undefined ? null : instantAt(until, '/until'),
    by: actor(caller),
  }
}

/** What a clinician paused, the patient does not end. */
async function verifyOwnHoliday(engine: Engine, caller: Caller, id: string): Promise<void> {
  const { enrolments: all } = await seenPatient(engine, caller, patientOf(id))
  const now = engine.clock.now()
  const running = (all.find((one) => one.id === id)?.pauses ?? []).filter(
    ({ from, until }) => from <= now && (until === null || until > now),
  )
  if (running.some(({ reason }) => reason !== 'holiday')) throw problem(403, 'pause-not-yours')
}

export const enrolments = (engine: Engine): Operation[] => [
  taking('Decide', {
    method: 'POST',
    path: '/api/enrolments/{id}/decisions',
    title: 'Take a decision of the pathway',
    roles: DECIDING,
    answers: { 200: 'Enrolment' },
    handle: ({ body, caller, param }) =>
      acted(engine, caller, param('id'), { type: 'decision', ...body, by: actor(caller) }),
  }),
  taking('AnswerProposal', {
    method: 'POST',
    path: '/api/enrolments/{id}/answers',
    title: 'Say yes or no to what the system proposes',
    roles: DECIDING,
    answers: { 200: 'Enrolment' },
    handle: ({ body, caller, param }) =>
      acted(engine, caller, param('id'), { type: 'answer', ...body, by: actor(caller) }),
  }),
  taking('SetParameter', {
    method: 'POST',
    path: '/api/enrolments/{id}/parameters',
    title: 'Set a personal limit, within the bounds of the pathway',
    roles: DECIDING,
    answers: { 200: 'Enrolment' },
    handle: ({ body, caller, param }) =>
      acted(engine, caller, param('id'), { type: 'parameter', ...body, by: actor(caller) }),
  }),
  taking('PauseEnrolment', {
    method: 'POST',
    path: '/api/enrolments/{id}/pauses',
    title: 'Ask nothing for a while; a patient may only take a holiday',
    roles: DECIDING,
    answers: { 200: 'Enrolment' },
    handle: ({ body, caller, param }) =>
      acted(engine, caller, param('id'), { type: 'pause', pause: pauseOf(engine, body, caller) }),
  }),
  asking({
    method: 'POST',
    path: '/api/enrolments/{id}/resume',
    title: 'End the pause that runs now; a patient may only end a holiday',
    roles: DECIDING,
    answers: { 200: 'Enrolment' },
    handle: async ({ caller, param }) => {
      if (caller.role === 'patient') await verifyOwnHoliday(engine, caller, param('id'))
      return acted(engine, caller, param('id'), { type: 'resume', by: actor(caller) })
    },
  }),
  taking('ReportEvent', {
    method: 'POST',
    path: '/api/enrolments/{id}/reports',
    title: 'Report something that happened outside, such as an admission',
    roles: CLINICAL,
    answers: { 200: 'Enrolment' },
    handle: ({ body, caller, param }) =>
      acted(engine, caller, param('id'), { type: 'report', ...body, by: actor(caller) }),
  }),
  asking({
    method: 'GET',
    path: '/api/enrolments/{id}/trace',
    title: 'What fired and what did not, and why: rebuilt from what happened',
    roles: WATCHING,
    query: { at: 'The newest event at or before this instant.', submission: 'The identifier of a submission.' },
    answers: { 200: 'TraceAnswer' },
    handle: async ({ caller, param, query }) => {
      await seenPatient(engine, caller, patientOf(param('id')))
      return ok(await traceAnswer(engine, param('id'), { at: query('at'), submission: query('submission') }))
    },
  }),
]
