/** Registration: the inclusion answer with its reasons, and the beginning of a pathway. */
import { register } from '../../engine/index.ts'
import type { Engine } from '../../engine/index.ts'
import { CLINICAL, PRACTICE } from '../access.ts'
import { created, ok, taking } from '../operation.ts'
import type { Operation } from '../operation.ts'
import { problem } from '../problem.ts'

export const registrations = (engine: Engine): Operation[] => [
  taking('Registration', {
    method: 'POST',
    path: '/api/registrations',
    title: 'Register a patient: 201 when enrolled, 200 when not, with the reasons',
    roles: CLINICAL,
    answers: { 200: 'RegistrationAnswer', 201: 'RegistrationAnswer' },
    handle: async ({ body, caller }) => {
      const foreign = PRACTICE.includes(caller.role) && body.patient.organisation !== caller.organisation.id
      if (foreign) throw problem(403, 'other-practice', {}, { path: '/patient/organisation' })
      const answer = await register(engine, body, { person: caller.person.id, role: caller.role })
      return answer.enrolled ? created(answer) : ok(answer)
    },
  }),
]
