/** Names that can be renamed: the key where each is defined and every place that refers to it. */
import { referencesIn } from '../../runtime/interpreter/reading/references.ts'
import type { Operation } from './operations.ts'
import { valueAt } from './primitive.ts'
import { pointer } from './tree.ts'

export type Kind =
  | 'party' | 'fact' | 'measurement' | 'parameter' | 'schedule' | 'threshold' | 'calendar'
  | 'route' | 'message' | 'script' | 'state' | 'evidence' | 'indicator' // prettier-ignore

/** The section of the pathway in which a kind is defined. */
export const sectionOf: Record<Kind, string> = {
  party: 'parties',
  fact: 'facts',
  measurement: 'measurements',
  parameter: 'parameters',
  schedule: 'schedules',
  threshold: 'thresholds',
  calendar: 'calendars',
  route: 'routes',
  message: 'messages',
  script: 'scripts',
  state: 'states',
  evidence: 'evidence',
  indicator: 'indicators',
}

/** The paths of every reference to `name`, in the order of the pathway: what would break when it is deleted. */
export function referencesTo(value: unknown, kind: Kind, name: string): string[] {
  // A role is a party, or one of the few that every pathway knows.
  const sections = kind === 'party' ? ['parties', 'roles'] : [sectionOf[kind]]
  const references = referencesIn(value).filter((reference) => sections.includes(reference.section))
  return references.filter((reference) => reference.name === name).map(({ path }) => path)
}

export const isName = (name: string): boolean => /^[a-z][A-Za-z0-9-]*$/.test(name)

export function renaming(kind: Kind, old: string, name: string): Operation {
  return (value) => {
    const section = pointer('', sectionOf[kind])
    const taken = valueAt(value, pointer(section, name)) !== undefined
    if (!isName(name) || taken || valueAt(value, pointer(section, old)) === undefined) return null
    const references = referencesTo(value, kind, old).map((path) => ({ path, what: 'value' as const, name }))
    return [{ type: 'names', changes: [...references, { path: pointer(section, old), what: 'key', name }] }]
  }
}
