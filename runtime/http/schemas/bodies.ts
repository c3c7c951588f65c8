/** The JSON Schemas of everything that is sent to the API: they check the bodies and are the OpenAPI document. */
import {
  boolean,
  identifier,
  language,
  list,
  longText,
  name,
  number,
  oneOf,
  orNull,
  role,
  shape,
  shortText,
  text,
} from './shape.ts'
import type { Schema } from './shape.ts'

const scalar: Schema = { type: ['number', 'boolean', 'string'], maxLength: 200 }
const submitted = { value: scalar, 'unit?': shortText, 'at?': shortText }

export const bodies = {
  SignIn: shape('Who to be in the demonstration.', { person: name, role, organisation: name }),
  AdvanceClock: shape('How far the clock of the demonstration goes forward.', {
    advance: { ...shortText, examples: ['15 minutes', '3 days'] },
  }),
  CheckRequest: shape('A pathway to check.', { text }),
  NewDraft: {
    description: 'A new draft: a text, or a copy of a published version.',
    oneOf: [
      shape('With this text.', { text }),
      shape('As a copy.', { from: shape('A published version.', { pathway: name, version: name }) }),
    ],
  },
  SaveDraft: shape('The new text of a draft, and the version that was read.', {
    text,
    version: { type: 'integer', minimum: 1 },
  }),
  Registration: shape('A patient to register for a pathway.', {
    pathway: name,
    'version?': name,
    patient: shape('Who it is.', {
      name: shortText,
      identifiers: { ...list(identifier), maxItems: 10 },
      organisation: name,
      'language?': language,
    }),
    facts: { type: 'object', additionalProperties: scalar, maxProperties: 200 },
    'consent?': shape('For which organisations the patient agreed, and who recorded it.', {
      organisations: { ...list(name), minItems: 1, maxItems: 20, uniqueItems: true },
      by: shortText,
    }),
  }),
  Submission: shape('Measurements that belong together: they are evaluated as one.', {
    identifier: { ...shortText, description: 'Your own. The same one sent twice changes nothing.' },
    measurements: {
      ...list({
        oneOf: [
          shape('By the name in the pathway.', { measurement: name, ...submitted }),
          shape('By LOINC, SNOMED CT or the code in the pathway.', { code: name, ...submitted }),
        ],
      }),
      minItems: 1,
      maxItems: 100,
    },
  }),
  GiveConsent: shape('Consent for one organisation: given, or withdrawn.', { organisation: name, given: boolean }),
  Decide: shape('A decision of the pathway.', { decision: name }),
  AnswerProposal: shape('Yes or no to what was proposed.', { proposal: name, accept: boolean }),
  SetParameter: shape('A personal limit.', { parameter: name, value: number, 'because?': longText }),
  PauseEnrolment: shape('A stretch in which nothing is asked of the patient.', {
    reason: oneOf('holiday', 'admission', 'other', 'device', 'outage'),
    'from?': shortText,
    'until?': shortText,
  }),
  ReportEvent: shape('Something that happened outside the pathway.', { event: name }),
  CorrectReading: shape('What a reading should have been; null withdraws it.', {
    reading: name,
    value: orNull(scalar),
    'because?': longText,
  }),
  SnoozeAlert: shape('Until when an alert is put off.', { until: shortText, 'because?': longText }),
  ResolveAlert: shape('What came of an alert.', {
    outcome: oneOf('acted', 'wait-and-see', 'measuring-error', 'technical'),
    'note?': longText,
  }),
} satisfies Record<string, Schema>

export type BodyName = keyof typeof bodies
