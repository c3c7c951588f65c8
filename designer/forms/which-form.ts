/** Says which form belongs to a place in the pathway: what is selected may lie deep inside what a form shows. */
import { elementOf } from '../element-path.ts'
import type { Kind } from './help.ts'

/** A form and the JSON Pointer of what it shows. `yaml` means that there is no form for it. */
export type Shown = { form: FormName; path: string }

export type FormName = 'pathway' | 'inclusion' | 'transition' | 'yaml' | Collection
export type Collection =
  | 'states'
  | 'thresholds'
  | 'routes'
  | 'schedules'
  | 'measurements'
  | 'parameters'
  | 'messages'
  | 'evidence'
  | 'parties'
  | 'facts'

/** The collections that have forms, most asked for first, each with what the schema calls one of its items. */
export const collections: Record<Collection, Kind> = {
  states: 'state',
  thresholds: 'threshold',
  parameters: 'parameter',
  measurements: 'measurement',
  schedules: 'schedule',
  routes: 'route',
  messages: 'message',
  parties: 'party',
  facts: 'fact',
  evidence: 'evidence',
}

const withoutForm = new Set([
  'budget', 'use', 'questionnaires', 'scores', 'baselines', 'calendars', 'events', 'scripts', 'indicators', 'upgrade',
]) // prettier-ignore

/** `/states/measuring/transitions/0/if/any/1` → the transition form at `/states/measuring/transitions/0`. */
export function formFor(path: string): Shown {
  const [top = '', name] = path.split('/').slice(1)
  if (top === 'include' || top === 'exclude') return { form: 'inclusion', path: `/${top}` }
  if (top === 'always' && name !== undefined) return { form: 'transition', path: `/always/${name}` }
  if (withoutForm.has(top)) return { form: 'yaml', path: name === undefined ? `/${top}` : `/${top}/${name}` }
  if (!isCollection(top) || name === undefined) return { form: 'pathway', path: '' }
  if (top !== 'states') return { form: top, path: `/${top}/${name}` }
  const element = elementOf(path)
  return { form: element.split('/').at(-2) === 'transitions' ? 'transition' : 'states', path: element }
}

function isCollection(name: string): name is Collection {
  return name in collections
}
