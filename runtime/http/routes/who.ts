/** Who is asking, and which people and organisations there are. */
import type { Engine, Organisation, Person } from '../../engine/index.ts'
import { STAFF } from '../access.ts'
import type { Caller } from '../access.ts'
import type { Me } from '../api.ts'
import { moment } from '../moment.ts'
import { asking, ok } from '../operation.ts'
import type { Operation } from '../operation.ts'

/** What `/api/me` and signing in answer. */
export function me({ clock }: Engine, { person, role, organisation }: Caller, demo: boolean): Me {
  const { id, name, language } = person
  const patient = role === 'patient' && person.patient !== undefined ? { patient: person.patient } : {}
  return { person: { id, name }, role, organisation, language, demo, now: moment(clock.now()), ...patient }
}

/** Everybody, in the order of their names. */
export async function peopleOf({ store }: Engine): Promise<Person[]> {
  const people = (await store.documents<Person>('person')).map(({ value }) => value)
  return people.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
}

export const who = (engine: Engine, demo: boolean): Operation[] => [
  asking({
    method: 'GET',
    path: '/api/me',
    title: 'Who is asking, in which role',
    answers: { 200: 'Me' },
    handle: ({ caller }) => ok(me(engine, caller, demo)),
  }),
  asking({
    method: 'GET',
    path: '/api/organisations',
    title: 'Practices, centres and the others',
    answers: { 200: ['Organisation'] },
    handle: async () => ok((await engine.store.documents<Organisation>('organisation')).map(({ value }) => value)),
  }),
  asking({
    method: 'GET',
    path: '/api/people',
    title: 'People who work here and their roles',
    roles: STAFF,
    answers: { 200: ['Person'] },
    handle: async () =>
      ok((await peopleOf(engine)).filter(({ roles }) => roles.some(({ role }) => role !== 'patient'))),
  }),
]
