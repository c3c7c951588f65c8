/** The only file that fetches: the HTTP API as functions. A refusal is thrown as a `ServerRefusal` with code and message. */
import type {
  ApiProblem, ChangeNotice, CheckAnswer, Draft, DraftSummary, InBoth, Me, NewDraft, PathwaySummary, PathwayVersion,
  Person, SaveDraft, SharedFiles, SignIn,
} from '../runtime/http/api.ts' // prettier-ignore
import { text } from './texts/text.ts'
import { language } from './language.ts'

/** `code` and `message` come from the server; without one, `unreachable` says that it did not answer. */
export class ServerRefusal extends Error {
  readonly status: number
  readonly problem: ApiProblem

  constructor(status: number, problem: ApiProblem, cause?: unknown) {
    super(problem.message[language()], { cause })
    this.status = status
    this.problem = problem
  }

  get code(): string {
    return this.problem.code
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One request to `/api`. `await call<WorkItem[]>('GET', '/worklist')` */
export async function call<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  const response = await reach(`/api${path}`, {
    method,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (response.status === 204) return undefined as Answer
  const answer = (await response.json().catch(() => null)) as unknown
  if (response.ok && answer !== null) return answer as Answer
  throw new ServerRefusal(response.status, isProblem(answer) ? answer : unclear(response.status))
}

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request)
  } catch (cause) {
    throw new ServerRefusal(0, { code: 'unreachable', message: said('server.unreachable') }, cause)
  }
}

const isProblem = (answer: unknown): answer is ApiProblem =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer

const unclear = (status: number): ApiProblem => ({ code: `http-${status}`, message: said('server.unclear') })

function said(key: 'server.unreachable' | 'server.unclear'): InBoth {
  return { nl: text(key), en: text(key) }
}

const part = encodeURIComponent

export const server = {
  me: () => call<Me>('GET', '/me'),
  signIn: (who: SignIn) => call<Me>('POST', '/demo/session', who),
  signOut: () => call<void>('DELETE', '/demo/session'),
  pathways: () => call<PathwaySummary[]>('GET', '/pathways'),
  version: (pathway: string, version: string) =>
    call<PathwayVersion>('GET', `/pathways/${part(pathway)}/versions/${part(version)}`),
  shared: () => call<SharedFiles>('GET', '/shared'),
  drafts: () => call<DraftSummary[]>('GET', '/drafts'),
  draft: (id: string) => call<Draft>('GET', `/drafts/${part(id)}`),
  newDraft: (draft: NewDraft) => call<Draft>('POST', '/drafts', draft),
  saveDraft: (id: string, draft: SaveDraft) => call<Draft>('PUT', `/drafts/${part(id)}`, draft),
  deleteDraft: (id: string) => call<void>('DELETE', `/drafts/${part(id)}`),
  publish: (id: string) => call<PathwayVersion>('POST', `/drafts/${part(id)}/publish`),
  check: (text: string) => call<CheckAnswer>('POST', '/check', { text }),
}

/** Who one can be in the demonstration; nobody outside it. */
export async function peopleToBe(): Promise<Person[]> {
  try {
    return await call<Person[]>('GET', '/demo/people')
  } catch (error) {
    if (error instanceof ServerRefusal) return []
    throw error
  }
}

/** Live changes; the browser reconnects and resumes by itself. Returns how to stop. */
export function follow(listener: (notice: ChangeNotice) => void): () => void {
  const source = new EventSource('/api/changes')
  const hear = (event: MessageEvent<string>): void => listener(JSON.parse(event.data) as ChangeNotice)
  for (const topic of ['worklist', 'patient', 'pathway', 'clock'] as const) source.addEventListener(topic, hear)
  return () => source.close()
}
