/** The JSON Schemas of what the API answers, for the OpenAPI document; the tests hold every answer against them. */
import { enrolments } from './answers/enrolments.ts'
import { general } from './answers/general.ts'
import { library } from './answers/library.ts'
import { patients } from './answers/patients.ts'
import { worklist } from './answers/worklist.ts'

export const answers = { ...general, ...library, ...patients, ...enrolments, ...worklist }

export type AnswerName = keyof typeof answers
