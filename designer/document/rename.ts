/** Names that can be renamed, where each is defined, and every place that refers to it. */
import type { Operation } from './operations.ts'
import { valueAt } from './primitive.ts'
import { pointer } from './tree.ts'

export type Kind =
  | 'party' | 'fact' | 'measurement' | 'parameter' | 'schedule' | 'threshold' | 'calendar'
  | 'route' | 'message' | 'script' | 'state' | 'evidence' | 'indicator' // prettier-ignore

/** The section of the pathway in which a kind is defined. */
export const sectionOf: Record<Kind, string> = {
  party: '/parties',
  fact: '/facts',
  measurement: '/measurements',
  parameter: '/parameters',
  schedule: '/schedules',
  threshold: '/thresholds',
  calendar: '/calendars',
  route: '/routes',
  message: '/messages',
  script: '/scripts',
  state: '/states',
  evidence: '/evidence',
  indicator: '/indicators',
}

const transition = '(/states/[^/]+/transitions|/always)/\\d+'
const condition = `(/include|/exclude|/thresholds/[^/]+/when|${transition}/if|/indicators/[^/]+/patientsWhere)`
const step = '/routes/[^/]+/\\d+'

/** Where a name of each kind may stand, as a pattern of the JSON Pointer. */
const places: Record<Kind, string[]> = {
  party: ['/setting/(responsible|monitoring|lead)', '/parameters/[^/]+/setBy/\\d+', `${step}(/otherwise)?/to`,
    '/messages/[^/]+/to', `${transition}/(by|confirm)/\\d+`],
  fact: [`${condition}(/.*)?/fact`],
  measurement: ['/parameters/[^/]+/measurement', '/schedules/[^/]+/measure/\\d+', `${condition}(/.*)?/(measurement|mean)`],
  parameter: [`${condition}(/.*)?/parameter`],
  schedule: ['/states/[^/]+/schedules/\\d+', `${transition}/completed`, `${condition}(/.*)?/(missed|adherence)`],
  threshold: ['/states/[^/]+/thresholds/\\d+', `${transition}/threshold`],
  calendar: ['/parties/[^/]+/hours', `${step}/(counting|during)`],
  route: ['/thresholds/[^/]+/route', `${transition}/alert(/route)?`],
  message: ['/thresholds/[^/]+/message', '/states/[^/]+/enter/\\d+/message', `${transition}/message`],
  script: ['/thresholds/[^/]+/script'],
  state: ['/initial', `${transition}/to`, '/upgrade/\\d+/states/[^/]+'],
  evidence: ['/[^/]+/.*/evidence(/\\d+)?', '/budget/evidence(/\\d+)?'],
  indicator: [],
} // prettier-ignore

/** The paths of every reference to `name`, in the order of the pathway. What would break when it is deleted. */
export function referencesTo(value: unknown, kind: Kind, name: string): string[] {
  const pattern = new RegExp(`^(${places[kind].join('|')})$`)
  return places[kind].length === 0 ? [] : leaves(value, '', name).filter((path) => pattern.test(path))
}

function leaves(value: unknown, path: string, name: string): string[] {
  if (value === name) return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => leaves(child, pointer(path, key), name))
}

export const isName = (name: string): boolean => /^[a-z][A-Za-z0-9-]*$/.test(name)

export function renaming(kind: Kind, old: string, name: string): Operation {
  return (value) => {
    const section = sectionOf[kind]
    const taken = valueAt(value, pointer(section, name)) !== undefined
    if (!isName(name) || taken || valueAt(value, pointer(section, old)) === undefined) return null
    const references = referencesTo(value, kind, old).map((path) => ({ path, what: 'value' as const, name }))
    return [{ type: 'names', changes: [...references, { path: pointer(section, old), what: 'key', name }] }]
  }
}
