/** Finds the parts of a pathway that carry numbers, and the evidence that they name. */
import type { Condition, EvidenceReference, PathwayDefinition } from '../../schemas/index.ts'

/** A part that can name its evidence. Calendars cannot: opening hours are an arrangement, the language has no place for it there. */
export type Part = { path: string; value: { evidence?: EvidenceReference } }

/** A number, or a text that is a duration, hours of the day, or a time. */
const isNumeric = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^(\d+ [a-z]+|\d\d:\d\d(-\d\d:\d\d)?)$/.test(value))

/** Whether a part holds a number somewhere, apart from the texts that people read. */
function holdsNumber(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return isNumeric(value)
  return Object.entries(value).some(
    ([key, inner]) => !['title', 'because', 'evidence'].includes(key) && holdsNumber(inner),
  )
}

/** Every part of a pathway that can name its evidence, with its place. */
export function partsOf(pathway: PathwayDefinition): Part[] {
  return [
    ...(pathway.budget ? [{ path: '/budget', value: pathway.budget }] : []),
    ...SECTIONS.flatMap((section) => named(`/${section}`, pathway[section] ?? {})),
    ...within(pathway),
    ...(['include', 'exclude'] as const).flatMap((key) => conditions(`/${key}`, pathway[key])),
    ...Object.entries(pathway.routes).flatMap(([name, steps]) => listed(`/routes/${name}`, steps)),
    ...Object.entries(pathway.states).flatMap(([name, state]) => stateParts(`/states/${name}`, state)),
    ...listed('/always', pathway.always ?? []),
    ...Object.entries(pathway.indicators ?? {}).flatMap(([name, { patientsWhere }]) =>
      conditions(`/indicators/${name}/patientsWhere`, patientsWhere),
    ),
  ]
}

const SECTIONS = [
  'facts',
  'measurements',
  'questionnaires',
  'scores',
  'baselines',
  'parameters',
  'schedules',
  'thresholds',
  'events',
] as const

/** Items and outcomes may name a source of their own; for their numbers the questionnaire or score answers. */
function within({ questionnaires = {}, scores = {} }: PathwayDefinition): Part[] {
  const items = Object.values(questionnaires).flatMap((questionnaire) => Object.values(questionnaire.items))
  const outcomes = Object.values(scores).flatMap((score) => score.outcomes ?? [])
  return [...items, ...outcomes].map(({ evidence = [] }) => ({ path: '', value: { evidence } }))
}

const named = (path: string, values: Record<string, Part['value']>): Part[] =>
  Object.entries(values).map(([name, value]) => ({ path: `${path}/${name}`, value }))

const listed = (path: string, values: Part['value'][]): Part[] =>
  values.map((value, index) => ({ path: `${path}/${index}`, value }))

type State = { evidence?: EvidenceReference; transitions?: Part['value'][]; states?: Record<string, State> }

/** A state by itself holds no number; its transitions and those of its sub-states answer for theirs. */
function stateParts(path: string, { evidence = [], transitions = [], states = {} }: State): Part[] {
  return [
    { path, value: { evidence } },
    ...listed(`${path}/transitions`, transitions),
    ...Object.entries(states).flatMap(([name, state]) => stateParts(`${path}/states/${name}`, state)),
  ]
}

/** A condition that names its evidence answers for all that is in it; otherwise its parts do. */
function conditions(path: string, condition: Condition | undefined): Part[] {
  if (!condition) return []
  const { all, any, not, evidence } = condition
  if (evidence || !(all || any || not)) return [{ path, value: condition }]
  const inner = (key: string, list: Condition[] = []): Part[] =>
    list.flatMap((one, index) => conditions(`${path}/${key}/${index}`, one))
  return [...inner('all', all), ...inner('any', any), ...conditions(`${path}/not`, not)]
}

/** The names under which a part points at its evidence. */
export const evidenceOf = ({ value: { evidence = [] } }: Part): string[] => [evidence].flat()

/** Places that hold a number and name no evidence. */
export const unproven = (pathway: PathwayDefinition): string[] =>
  partsOf(pathway)
    .filter((part) => holdsNumber(part.value) && evidenceOf(part).length === 0)
    .map(({ path }) => path)
