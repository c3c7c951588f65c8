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

/** Where a name of this kind can be meant as well: a role is a party, or one of the few that every pathway knows. */
const wider: Partial<Record<Kind, string[]>> = { party: ['roles'], measurement: ['values', 'measurables'] }

/** The paths of every reference to `name`, in the order of the pathway: what would break when it is deleted. */
export function referencesTo(value: unknown, kind: Kind, name: string): string[] {
  const sections = [sectionOf[kind], ...(wider[kind] ?? [])]
  const references = referencesIn(value).filter(({ path, section }) => sections.includes(section) && !isInside(path))
  const isMeant = (written: string): boolean => written === name || (kind === 'state' && written.startsWith(`${name}.`))
  return references.filter((reference) => isMeant(reference.name)).map(({ path }) => path)
}

/** The initial of a phase is one of its own sub-states, whatever else has that name. */
const isInside = (path: string): boolean => /^\/states\/[^/]+\/initial$/.test(path)

/** What the language allows as a name. */
export const isName = (name: string): boolean => /^[a-z][A-Za-z0-9-]*$/.test(name)

/** The edits that rename something and all that refers to it. */
export function renaming(kind: Kind, old: string, name: string): Operation {
  return (value) => {
    const section = pointer('', sectionOf[kind])
    const taken = valueAt(value, pointer(section, name)) !== undefined
    if (!isName(name) || taken || valueAt(value, pointer(section, old)) === undefined) return null
    const references = referencesTo(value, kind, old).map((path) => {
      const rest = String(valueAt(value, path)).slice(old.length) // the sub-state behind the name of its phase
      return { path, what: 'value' as const, name: name + rest }
    })
    return [{ type: 'names', changes: [...references, { path: pointer(section, old), what: 'key', name }] }]
  }
}
