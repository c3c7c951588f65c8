/** Answers about patients and what they send. */
import {
  actor,
  anything,
  boolean,
  count,
  identifier,
  inBoth,
  language,
  level,
  list,
  moment,
  number,
  oneOf,
  organisation,
  orNull,
  ref,
  shape,
  text,
  value,
} from '../shape.ts'
import type { Schema } from '../shape.ts'
import { state } from './state.ts'

const submitted = { id: text, measurement: text, value, 'unit?': text, at: moment, marks: list(text) }

export const patients = {
  RegistrationAnswer: shape('Whether the patient may take part, and why or why not.', {
    answer: oneOf('included', 'excluded', 'needs-information'),
    reasons: list(shape('A reason.', { path: text, text: inBoth })),
    enrolled: boolean,
    'patient?': text,
    'enrolment?': text,
  }),
  PatientSummary: shape('A patient in a list.', {
    id: text,
    name: text,
    organisation,
    enrolments: list(
      shape('A pathway the patient is on.', { id: text, pathway: text, version: text, title: inBoth, state }),
    ),
    alerts: shape('Open alerts.', { open: count, worst: orNull(level) }),
    'lastReading?': moment,
  }),
  PatientPage: shape('Everything about one patient.', {
    id: text,
    name: text,
    identifiers: list(identifier),
    organisation,
    language,
    consent: list(ref('Consent')),
    enrolments: list(ref('Enrolment')),
    readings: list(ref('Reading')),
    alerts: list(ref('WorkItem')),
    history: list(ref('HistoryLine')),
    messages: list(shape('A message that was sent.', { id: text, at: moment, to: text, text })),
    now: moment,
  }),
  Consent: shape('What a patient agreed to for one organisation, and until when.', {
    organisation,
    given: moment,
    by: text,
    'withdrawn?': moment,
  }),
  Reading: shape('A reading as it was received.', {
    ...submitted,
    received: moment,
    by: text,
    submission: text,
    'limits?': { type: 'object', additionalProperties: number },
    'outcome?': inBoth,
    'parts?': { type: 'object', additionalProperties: number },
    'corrected?': shape('What it was changed to; null when withdrawn.', {
      value: orNull(value),
      at: moment,
      by: actor,
      'because?': text,
    }),
  }),
  HistoryLine: shape('What happened.', {
    number: count,
    at: moment,
    type: text,
    'enrolment?': text,
    text: inBoth,
    'level?': level,
    'by?': text,
    data: anything,
  }),
  SubmissionAnswer: shape(
    'What was received, what it means, what happens next, whom to call; in the language of the patient.',
    {
      identifier: text,
      patient: text,
      at: moment,
      received: text,
      meaning: text,
      next: text,
      call: text,
      readings: list(shape('A reading.', submitted)),
      'again?': shape('What to measure again.', { measurements: list(text), 'until?': moment }),
    },
  ),
} satisfies Record<string, Schema>
