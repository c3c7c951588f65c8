/** One address of the API: its path, who may use it, what it takes, what it answers. The app and the OpenAPI document are both made from these. */
import type { Context } from 'hono'
import type { Role } from '../engine/index.ts'
import type { Caller } from './access.ts'
import type {
  AdvanceClock,
  AnswerProposal,
  CheckRequest,
  CorrectReading,
  Decide,
  GiveConsent,
  NewDraft,
  PauseEnrolment,
  Registration,
  ReportEvent,
  ResolveAlert,
  SaveDraft,
  SetParameter,
  SignIn,
  SnoozeAlert,
  Submission,
} from './api.ts'
import type { AnswerName, BodyName } from './schemas/index.ts'

/** The type behind each shape that checks a body. */
type Bodies = {
  AdvanceClock: AdvanceClock
  AnswerProposal: AnswerProposal
  CheckRequest: CheckRequest
  CorrectReading: CorrectReading
  Decide: Decide
  GiveConsent: GiveConsent
  NewDraft: NewDraft
  PauseEnrolment: PauseEnrolment
  Registration: Registration
  ReportEvent: ReportEvent
  ResolveAlert: ResolveAlert
  SaveDraft: SaveDraft
  SetParameter: SetParameter
  SignIn: SignIn
  SnoozeAlert: SnoozeAlert
  Submission: Submission
} & Record<BodyName, unknown>

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What an address answers: the name of its shape, `[name]` for a list of them, or words when it is something else. */
export type AnswerShape = AnswerName | [AnswerName] | { description: string; type?: string }

/** A checked request. `caller` is somebody who may use this address. */
export type Call<Body = undefined> = {
  caller: Caller
  body: Body
  param: (name: string) => string
  query: (name: string) => string | undefined
  context: Context
}

export type Answer = { status: 200 | 201 | 204; body?: unknown } | Response

type Description = {
  method: Method
  /** As in OpenAPI: `/api/drafts/{id}`. */
  path: string
  /** What it is for, in one line. */
  title: string
  answers: Partial<Record<200 | 201 | 204, AnswerShape>>
  query?: Record<string, string>
  /** The type of body and answer where it is not plain JSON; such an address reads its own body, and refuses in its own shape. */
  bodyType?: string
}

/** `roles` absent: whoever signed in. */
export type Guarded<Body> = Description & {
  open?: false
  roles?: Role[]
  limit?: number
  handle: (call: Call<Body>) => Promise<Answer> | Answer
}
/** Without signing in. */
export type Open<Body> = Description & {
  open: true
  limit?: number
  handle: (call: Omit<Call<Body>, 'caller'>) => Promise<Answer> | Answer
}

export type Operation = (Guarded<unknown> | Open<unknown>) & { body?: BodyName }

/** An address that takes a body of the named shape. */
export function taking<Name extends BodyName>(
  body: Name,
  operation: Guarded<Bodies[Name]> | Open<Bodies[Name]>,
): Operation {
  return { ...operation, body } as Operation
}

/** An address without a body. */
export function asking(operation: Guarded<undefined> | Open<undefined>): Operation {
  return operation as Operation
}

/** Done: 200 with this body. */
export const ok = (body: unknown): Answer => ({ status: 200, body })

/** Made: 201 with this body. */
export const created = (body: unknown): Answer => ({ status: 201, body })
export const done: Answer = { status: 204 }
