/** Deciding about a patient on a pathway, and asking why something happened. */
import { act, patientOf } from '../../engine/index.ts'
import type { Act, Engine } from '../../engine/index.ts'
import { CLINICAL, WATCHING, seenPatient } from '../access.ts'
import type { Caller } from '../access.ts'
import type { Role } from '../api.ts'
import { asking, ok, taking } from '../operation.ts'
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
