/** Which element of the pathway a place belongs to: the state, transition, threshold… that the drawing and the forms know. */
import { pointer, segments } from './document/tree.ts'

/** What is one element, however deep one looks. */
const whole = new Set(['include', 'exclude', 'title', 'setting', 'budget'])

/** `/thresholds/crisis/when/any/0/above` → `/thresholds/crisis`; `/states/stable/transitions/1/if` → `/states/stable/transitions/1`. */
export function elementOf(path: string): string {
  const parts = segments(path)
  const [section, name, inner] = parts
  if (section === undefined || name === undefined) return path
  if (section === 'states') return elementOfState(parts)
  if (section === 'questionnaires' && inner === 'items') return pointer('', ...parts.slice(0, 4))
  if (section === 'routes' && inner !== undefined) return pointer('', ...parts.slice(0, 3))
  if (whole.has(section)) return pointer('', section)
  return pointer('', section, name)
}

/** A sub-state stands in `states` of its phase, and has transitions of its own. */
function elementOfState(parts: string[]): string {
  const depth = parts[2] === 'states' && parts[3] !== undefined ? 4 : 2
  const inTransition = parts[depth] === 'transitions' && parts[depth + 1] !== undefined
  return pointer('', ...parts.slice(0, inTransition ? depth + 2 : depth))
}

/** Where a state stands: `titrating` → `/states/titrating`, `titrating.week-one` → `/states/titrating/states/week-one`. */
export function statePath(id: string): string {
  return pointer('/states', ...id.split('.').flatMap((name, depth) => (depth === 0 ? [name] : ['states', name])))
}
