/** The whole HTTP door: one list of addresses, each guarded, checked and answered the same way. */
import { Hono } from 'hono'
import type { Context, MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Engine } from '../engine/index.ts'
import type { Caller } from './access.ts'
import { KIB, readBody } from './body.ts'
import { fhirJson, fhirProblemOf } from './fhir-answer.ts'
import { loopbackOnly } from './loopback.ts'
import type { Operation } from './operation.ts'
import { operationsOf } from './operations.ts'
import type { AppOptions } from './operations.ts'
import { pages } from './pages.ts'
import { problem, problemOf } from './problem.ts'
import { callerOf } from './sign-in.ts'
import { say } from './texts/index.ts'
import { both } from './views/both.ts'

/** The largest body where an address does not say otherwise. */
const LIMIT = 64 * KIB

export function buildApp(engine: Engine, options: AppOptions = {}): Hono {
  const app = new Hono()
  const isDemo = options.demo !== undefined
  if (isDemo) app.use(loopbackOnly())
  for (const path of ['/api/*', '/fhir/*', '/health']) app.use(path, secureHeaders(), neverKept)
  for (const operation of operationsOf(engine, options)) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1')
    app.on(operation.method, path, (context) => run(engine, isDemo, operation, context))
  }
  app.all('/api/*', (context) => unknownTo(engine, isDemo, context))
  app.all('/fhir/*', (context) => unknownTo(engine, isDemo, context))
  if (options.pages !== undefined) app.route('/', pages(options.pages))
  app.notFound(unknown)
  app.onError((error, context) => refusal(engine, error, context))
  return app
}

/** What is answered is about people: no cache on the way may keep it. */
const neverKept: MiddlewareHandler = async (context, next) => {
  await next()
  context.header('cache-control', 'no-store')
}

async function run(engine: Engine, isDemo: boolean, operation: Operation, context: Context): Promise<Response> {
  if (!isDemo && operation.path !== '/health') throw problem(401, 'no-identity-provider')
  const caller = operation.open ? undefined : await callerOf(engine, isDemo, context)
  if (caller) mayUse(operation, caller)
  const body = operation.body ? await readBody(context, operation.body, operation.limit ?? LIMIT) : undefined
  const param = (name: string): string => context.req.param(name) ?? ''
  const query = (name: string): string | undefined => context.req.query(name)
  const answer = await operation.handle({ caller: caller as Caller, body, param, query, context })
  if (answer instanceof Response) return answer
  return answer.status === 204 ? context.body(null, 204) : context.json(answer.body, answer.status)
}

function mayUse(operation: Operation, { role }: Caller): void {
  const roles = operation.open ? undefined : operation.roles
  if (!roles || roles.includes(role)) return
  throw problem(403, 'role-may-not', {
    role: say(`role.${role}`),
    roles: both((language) => roles.map((one) => say(`role.${one}`)[language]).join(', ')),
  })
}

/** Who is not signed in does not even learn which addresses there are. */
async function unknownTo(engine: Engine, isDemo: boolean, context: Context): Promise<Response> {
  await callerOf(engine, isDemo, context)
  return unknown(context)
}

function unknown(context: Context): never {
  throw problem(404, 'unknown-address', { method: context.req.method, path: context.req.path })
}

/** The one place where something thrown becomes an answer. What was not foreseen is reported, and says nothing about the inside. */
function refusal(engine: Engine, error: Error, context: Context): Response {
  if (context.req.path.startsWith('/fhir/')) {
    const { status, outcome } = fhirProblemOf(error)
    if (status >= 500) engine.report('request-failed', error)
    return fhirJson(status, outcome)
  }
  const { status, problem: body } = problemOf(error)
  if (status >= 500) engine.report('request-failed', error)
  return context.json(body, status)
}
