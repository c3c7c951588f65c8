/** What comes back when it was not done. */
import type { Problem } from '../../interpreter/problem.ts'
import type { InBoth } from './basics.ts'
import type { Draft } from './pathways.ts'

/** Any refusal: what went wrong, in words for people and a code for programs, and where. Statuses: 400, 401, 403, 404, 409, 413, 415, 422, 500. */
export type ApiProblem = {
  code: string
  message: InBoth
  /** JSON Pointer into the body that was sent. */
  path?: string
  line?: number
  column?: number
  /** 422 `pathway-has-errors` at publishing: what the checks found. */
  problems?: Problem[]
  /** 409 `draft-changed`: the draft as it is now. */
  current?: Draft
}
