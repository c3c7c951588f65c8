/** Every refusal in one shape: the only place where a reason becomes a status. */
import { StoreError } from '../store/error.ts'
import { Conflict } from '../store/store.ts'
import { Refused } from '../engine/index.ts'
import type { ApiProblem } from './api.ts'
import { say } from './texts/index.ts'
import type { TextKey } from './texts/index.ts'

type ProblemCode = Extract<TextKey, `problem.${string}`> extends `problem.${infer Code}` ? Code : never
export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 500 | 503

export class HttpProblem extends Error {
  override name = 'HttpProblem'
  readonly status: ProblemStatus
  readonly problem: ApiProblem

  constructor(status: ProblemStatus, problem: ApiProblem) {
    super(`${problem.code}: ${problem.message.en}`)
    this.status = status
    this.problem = problem
  }
}

/** `throw problem(413, 'too-large', { limit: 64 })`. */
export function problem(
  status: ProblemStatus,
  code: ProblemCode,
  values: Parameters<typeof say>[1] = {},
  more: Partial<ApiProblem> = {},
): HttpProblem {
  return new HttpProblem(status, { code, message: say(`problem.${code}`, values), ...more })
}

/** What the engine and the interpreter refuse, and how HTTP says that. What is not here is 422: understood, but not possible. */
const STATUS: Record<string, ProblemStatus> = {
  'not-found': 404,
  'unknown-alert': 404,
  'unknown-trace': 404,
  'unknown-reading': 404,
  'role-may-not': 403,
  'already-resolved': 409,
  'already-enrolled': 409,
  'already-ended': 409,
  'unknown-proposal': 409,
  'identifier-in-use': 409,
  'identifier-reused': 409,
  'draft-changed': 409,
  'version-exists': 409,
  'not-enrolled': 409,
  'not-paused': 409,
  'missing-data': 409,
  'nothing-to-compare': 409,
}

/** Whatever was thrown, as a problem without inner secrets. */
export function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (error instanceof Refused)
    return new HttpProblem(STATUS[error.code] ?? 422, { code: error.code, message: error.text, ...error.about })
  if (error instanceof StoreError || error instanceof Conflict) return problem(503, 'not-saved')
  return problem(500, 'failed')
}
