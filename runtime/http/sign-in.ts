/** Who is asking: in the demonstration by name, from the header or the cookie. Without an identity provider nobody gets in otherwise. */
import { getCookie } from 'hono/cookie'
import type { Context } from 'hono'
import type { Engine, Organisation, Person, Role } from '../engine/index.ts'
import type { Caller } from './access.ts'
import type { SignIn } from './api.ts'
import { problem } from './problem.ts'

export const COOKIE = 'zorgpad'

const DEMO = /^demo:([^:@]+):([^:@]+)@([^:@]+)$/

/** `demo:jansen:gp@beukenhof`: person, role and organisation. */
export const demoToken = ({ person, role, organisation }: SignIn): string => `demo:${person}:${role}@${organisation}`

/** The caller, or a 401 that says what to do. */
export async function callerOf(engine: Engine, demo: boolean, context: Context): Promise<Caller> {
  if (!demo) throw problem(401, 'no-identity-provider')
  const token = bearerOf(context.req.header('authorization')) ?? getCookie(context, COOKIE)
  if (token === undefined) throw problem(401, 'sign-in')
  const [, person = '', role = '', organisation = ''] = DEMO.exec(token) ?? []
  return whoIs(engine, { person, role: role as Role, organisation })
}

function bearerOf(header: string | undefined): string | undefined {
  const [, token] = /^Bearer (\S+)$/i.exec(header ?? '') ?? []
  if (header !== undefined && token === undefined) throw problem(401, 'sign-in')
  return token
}

/** The person who has this role at this organisation, else 401. */
export async function whoIs({ store }: Engine, { person, role, organisation }: SignIn): Promise<Caller> {
  const found = await store.document<Person>('person', person)
  const place = await store.document<Organisation>('organisation', organisation)
  const binding = found?.value.roles.find((bound) => bound.role === role && bound.organisation === organisation)
  if (!found || !place || !binding) throw problem(401, 'unknown-person')
  return { person: found.value, role: binding.role, organisation: place.value }
}
