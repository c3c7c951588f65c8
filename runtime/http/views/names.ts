/** The names of people and organisations, for what is stored by id. */
import type { Engine, Organisation, Person } from '../../engine/index.ts'
import type { Actor } from '../../interpreter/enrolment.ts'
import type { NamedActor } from '../api.ts'

export type Names = { organisations: Map<string, string>; people: Map<string, string> }

export async function namesOf({ store }: Engine): Promise<Names> {
  const organisations = await store.documents<Organisation>('organisation')
  const people = await store.documents<Person>('person')
  const named = (documents: { id: string; value: { name: string } }[]): Map<string, string> =>
    new Map(documents.map(({ id, value }) => [id, value.name]))
  return { organisations: named(organisations), people: named(people) }
}

export const organisationView = (names: Names, id: string): { id: string; name: string } => ({
  id,
  name: names.organisations.get(id) ?? id,
})

export const actorView = (names: Names, { person, role }: Actor): NamedActor => ({
  person,
  role,
  name: names.people.get(person) ?? person,
})
