/** How FHIR is answered: resources in their own media type, refusals and words for the patient as an OperationOutcome. */
import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes'
import type { SubmissionAnswer } from '../engine/index.ts'
import { outcome } from '../fhir/index.ts'
import { problemOf } from './problem.ts'
import type { ProblemStatus } from './problem.ts'

export const FHIR_JSON = 'application/fhir+json'

/** A refusal whose body is an OperationOutcome. */
export class FhirProblem extends Error {
  override name = 'FhirProblem'
  readonly status: ProblemStatus
  readonly outcome: OperationOutcome

  constructor(status: ProblemStatus, body: OperationOutcome) {
    super('OperationOutcome')
    this.status = status
    this.outcome = body
  }
}

/** A text is sent as it is: what was received losslessly must leave so. */
export function fhirJson(status: number, body: object | string, headers: Record<string, string> = {}): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Response(text, { status, headers: { 'content-type': `${FHIR_JSON}; charset=utf-8`, ...headers } })
}

/** The four sentences, in the language of the patient. */
export function answerOutcome({ received, meaning, next, call }: SubmissionAnswer): OperationOutcome {
  const issue = [received, meaning, next, call].map((text): OperationOutcomeIssue => ({
    severity: 'information',
    code: 'informational',
    details: { text },
  }))
  return { resourceType: 'OperationOutcome', issue }
}

const CODES = {
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  415: 'media-type',
} as const

/** Any refusal below `/fhir`. */
export function fhirProblemOf(error: unknown): FhirProblem {
  if (error instanceof FhirProblem) return error
  const { status, problem } = problemOf(error)
  const code = CODES[status as keyof typeof CODES]
  if (code !== undefined && code !== 'too-large')
    return new FhirProblem(status, withDetails(outcome(code), problem.message))
  return new FhirProblem(status, withDetails(outcome(status >= 500 ? 'failed' : 'invalid'), problem.message))
}

/** Our own words say more than the general ones of the code. */
function withDetails(body: OperationOutcome, { nl, en }: { nl: string; en: string }): OperationOutcome {
  return {
    ...body,
    issue: body.issue.map((issue) => ({ ...issue, details: { ...issue.details, text: nl }, diagnostics: en })),
  }
}
