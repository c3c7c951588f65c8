/** Finds the parts of a pathway that carry numbers, and the evidence that they name. */
import type { EvidenceReference, PathwayDefinition } from '../../schemas/index.ts'

/** A part that can name its evidence. Facts, inclusion, calendars and indicators cannot: the language has no place for it there. */
export type Part = { path: string; value: { evidence?: EvidenceReference } }

/** A number, or a text that is a duration, hours of the day, or a time. */
const isNumeric = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^(\d+ [a-z]+|\d\d:\d\d(-\d\d:\d\d)?)$/.test(value))

/** Whether a part holds a number somewhere, apart from the texts that people read. */
export function holdsNumber(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return isNumeric(value)
  return Object.entries(value).some(
    ([key, inner]) => !['title', 'because', 'evidence'].includes(key) && holdsNumber(inner),
  )
}

/** Every part of a pathway that can name its evidence, with its place. */
export function partsOf(pathway: PathwayDefinition): Part[] {
  const {
    budget,
    measurements,
    parameters = {},
    schedules = {},
    thresholds = {},
    routes,
    states,
    always = [],
  } = pathway
  const named = Object.entries({ measurements, parameters, schedules, thresholds }).flatMap(([section, entries]) =>
    Object.entries(entries).map(([name, value]) => ({ path: `/${section}/${name}`, value })),
  )
  return [
    ...(budget ? [{ path: '/budget', value: budget }] : []),
    ...named,
    ...Object.entries(routes).flatMap(([name, steps]) => list(`/routes/${name}`, steps)),
    ...Object.entries(states).flatMap(([name, { transitions = [] }]) =>
      list(`/states/${name}/transitions`, transitions),
    ),
    ...list('/always', always),
    // A state by itself holds no number; its transitions answer for theirs.
    ...Object.entries(states).map(([name, { evidence = [] }]) => ({ path: `/states/${name}`, value: { evidence } })),
  ]
}

const list = (path: string, values: Part['value'][]): Part[] =>
  values.map((value, index) => ({ path: `${path}/${index}`, value }))

/** The names under which a part points at its evidence. */
export const evidenceOf = ({ value: { evidence = [] } }: Part): string[] => [evidence].flat()

/** Places that hold a number and name no evidence. */
export const unproven = (pathway: PathwayDefinition): string[] =>
  partsOf(pathway)
    .filter((part) => holdsNumber(part.value) && evidenceOf(part).length === 0)
    .map(({ path }) => path)
