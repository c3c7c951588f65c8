/** Patients and what they send. */
import { correct, receive, recordConsent } from '../../engine/index.ts'
import type { Engine } from '../../engine/index.ts'
import { CLINICAL, PRACTICE, SENDING, WATCHING, seenPatient, seenPatients } from '../access.ts'
import type { Role } from '../api.ts'
import { asking, created, ok, taking } from '../operation.ts'
import type { Operation } from '../operation.ts'
import { whole } from '../query.ts'
import { submissionAnswer, submissionIn } from '../submission.ts'
import { consentViews, patientPage, patientSummary } from '../views/patient.ts'
import { namesOf } from '../views/names.ts'

const WEEK = 7 * 24 * 60 * 60_000
const SEEING: Role[] = [...WATCHING, 'patient']
/** Consent is the patient's; the practice writes it down. */
const CONSENTING: Role[] = [...PRACTICE, 'patient']

export const patients = (engine: Engine): Operation[] => [
  asking({
    method: 'GET',
    path: '/api/patients',
    title: 'The patients that the caller may see, by name',
    roles: SEEING,
    answers: { 200: ['PatientSummary'] },
    handle: async ({ caller }) => {
      const names = await namesOf(engine)
      const seen = await seenPatients(engine, caller)
      return ok(
        seen
          .map((record) => patientSummary(engine, names, record, caller))
          .toSorted((a, b) => a.name.localeCompare(b.name, 'nl')),
      )
    },
  }),
  asking({
    method: 'GET',
    path: '/api/patients/{id}',
    title: 'Everything about one patient',
    roles: SEEING,
    query: { weeks: 'How far back, in weeks; 26 when absent.' },
    answers: { 200: 'PatientPage' },
    handle: async ({ caller, param, query }) => {
      const record = await seenPatient(engine, caller, param('id'))
      const weeks = whole('weeks', query('weeks'), 26, 1, 520)
      return ok(await patientPage(engine, caller, record, engine.clock.now() - weeks * WEEK))
    },
  }),
  taking('GiveConsent', {
    method: 'POST',
    path: '/api/patients/{id}/consent',
    title: 'Give or withdraw consent for one organisation, with effect at once',
    roles: CONSENTING,
    answers: { 200: ['Consent'] },
    handle: async ({ body, caller, param }) => {
      const { id } = await seenPatient(engine, caller, param('id'))
      const record = await recordConsent(engine, id, body, { person: caller.person.id, role: caller.role })
      return ok(consentViews(await namesOf(engine), record))
    },
  }),
  taking('CorrectReading', {
    method: 'POST',
    path: '/api/patients/{id}/corrections',
    title: 'Correct a reading, or withdraw it; alerts that rested on it say so',
    roles: CLINICAL,
    answers: { 200: 'PatientPage' },
    handle: async ({ body, caller, param }) => {
      const { id } = await seenPatient(engine, caller, param('id'))
      const record = await correct(engine, id, { ...body, by: { person: caller.person.id, role: caller.role } })
      return ok(await patientPage(engine, caller, record, engine.clock.now() - 26 * WEEK))
    },
  }),
  taking('Submission', {
    method: 'POST',
    path: '/api/patients/{id}/measurements',
    title: 'Send measurements: 201 with the answer for the patient; the same again 200 with the same answer',
    roles: SENDING,
    answers: { 200: 'SubmissionAnswer', 201: 'SubmissionAnswer' },
    handle: async ({ body, caller, param }) => {
      const record = await seenPatient(engine, caller, param('id'))
      const { answer, repeated } = await receive(engine, submissionIn(engine, record, body, caller))
      const shown = submissionAnswer(body.identifier, record.id, answer)
      return repeated ? ok(shown) : created(shown)
    },
  }),
]
