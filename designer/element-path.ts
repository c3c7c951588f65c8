/** Which element of the pathway a place belongs to: the state, transition, threshold… that the drawing and the forms know. */
import { pointer, segments } from './document/tree.ts'

/** `/thresholds/crisis/when/any/0/above` → `/thresholds/crisis`; `/states/stable/transitions/1/if` → `/states/stable/transitions/1`. */
export function elementOf(path: string): string {
  const parts = segments(path)
  const [section, name, inner, index] = parts
  if (section === undefined || name === undefined) return path
  if (section === 'states' && inner === 'transitions' && index !== undefined) return pointer('', ...parts.slice(0, 4))
  if (section === 'routes' && inner !== undefined) return pointer('', ...parts.slice(0, 3))
  if (section === 'include' || section === 'exclude' || section === 'title') return pointer('', section)
  return pointer('', section, name)
}

/** The state to which the path belongs, when it belongs to one. */
export function stateOf(path: string): string | null {
  const [section, name] = segments(path)
  return section === 'states' && name !== undefined ? name : null
}
