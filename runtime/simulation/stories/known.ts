/** The names of a pathway that stories can speak of, by kind. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import { statesIn, transitionsIn } from '../../interpreter/walk.ts'

const sections = {
  fact: ({ facts }) => Object.keys(facts ?? {}),
  /** What the patient sends: measurements and items. */
  measurement: (definition) => [...Object.keys(definition.measurements), ...itemsIn(definition)],
  questionnaire: ({ questionnaires }) => Object.keys(questionnaires ?? {}),
  score: ({ scores }) => Object.keys(scores ?? {}),
  threshold: (definition) => [...Object.keys(definition.thresholds ?? {}), ...transitionIds(definition)],
  transition: (definition) => transitionIds(definition),
  party: ({ parties }) => [...Object.keys(parties), 'patient'],
  decision: (definition) => transitionsIn(definition).flatMap(({ transition }) => transition.decision ?? []),
  event: ({ events }) => Object.keys(events ?? {}),
  parameter: ({ parameters }) => Object.keys(parameters ?? {}),
  state: (definition) => statesIn(definition).map(({ id }) => id),
  route: ({ routes }) => Object.keys(routes),
  schedule: ({ schedules }) => Object.keys(schedules ?? {}),
  message: ({ messages }) => Object.keys(messages ?? {}),
  exit: (definition) => statesIn(definition).flatMap(({ state }) => state.exit ?? []),
} satisfies Record<string, (definition: PathwayDefinition) => string[]>

/** Of other pathways and of patients the file of stories itself knows the names. */
export type Kind = keyof typeof sections | 'pathway' | 'patient'

/** All names of one kind. */
export const known = (kind: keyof typeof sections, definition: PathwayDefinition): string[] => {
  const byKind = cache.get(definition) ?? new Map<string, string[]>()
  cache.set(definition, byKind)
  const names = byKind.get(kind) ?? sections[kind](definition)
  byKind.set(kind, names)
  return names
}

/** A file of stories asks the same names hundreds of times. */
const cache = new WeakMap<PathwayDefinition, Map<string, string[]>>()

const itemsIn = ({ questionnaires }: PathwayDefinition): string[] =>
  Object.values(questionnaires ?? {}).flatMap(({ items }) => Object.keys(items ?? {}))

const transitionIds = (definition: PathwayDefinition): string[] => transitionsIn(definition).map(({ id }) => id)
