/** The pathway as a tree of words: every part that can be selected, in the order of the language. Pure. */
import { routeStepSentence } from './step.ts'
import { textOf } from '../../runtime/interpreter/sentence.ts'
import { isObject, objectsIn } from '../../runtime/interpreter/walk.ts'
import type { PathwayDefinition, RouteStep, Text } from '../../schemas/index.ts'
import { pointer } from '../document/tree.ts'
import { everywhere, graphOf, type Graph, type StateShape } from '../drawing/graph.ts'
import type { Language } from '../language.ts'
import { text, type TextKey } from '../texts/text.ts'

/** `path` is a JSON Pointer; `children` may be empty. */
export type Item = { path: string; title: string; detail?: string; children: Item[] }

const sections = [
  'setting', 'budget', 'use', 'evidence', 'parties', 'facts', 'include', 'exclude', 'measurements', 'questionnaires',
  'scores', 'baselines', 'parameters', 'schedules', 'thresholds', 'calendars', 'routes', 'messages', 'events', 'scripts',
  'states', 'always', 'indicators', 'upgrade',
] as const // prettier-ignore

/** Sections that are one part. */
const undivided: ReadonlySet<Section> = new Set(['setting', 'budget', 'include', 'exclude'])

/** The pathway as a tree, its sections in the order of the language. */
export function itemsOf(definition: PathwayDefinition, language: Language): Item[] {
  const graph = graphOf(definition, language)
  const present = sections.filter((section) => definition[section] !== undefined)
  return present.map((section) => sectionItem(definition, section, graph, language))
}

type Section = (typeof sections)[number]

function sectionItem(definition: PathwayDefinition, section: Section, graph: Graph, language: Language): Item {
  const path = pointer('', section)
  const title = text(`outline.${section}` satisfies TextKey)
  if (section === 'states') return { path, title, children: stateItems(graph) }
  if (section === 'always') return { path, title, children: transitionItems(graph, everywhere) }
  if (undivided.has(section)) return { path, title, children: [] }
  const names = Object.keys(definition[section] ?? {})
  return { path, title, children: names.map((name) => partItem(definition, section, name, language)) }
}

function partItem(definition: PathwayDefinition, section: Section, name: string, language: Language): Item {
  const path = pointer('', section, name)
  const part = (definition[section] as Record<string, unknown>)[name]
  const title = (isObject(part) && textOf((part as { title?: Text }).title, language)) || name
  const detail = title === name ? {} : { detail: name }
  return { path, title, ...detail, children: insideOf(definition, section, name, path, language) }
}

/** The steps of a route and the questions of a questionnaire. */
function insideOf(
  definition: PathwayDefinition,
  section: Section,
  name: string,
  path: string,
  language: Language,
): Item[] {
  const steps = section === 'routes' ? definition.routes[name] : undefined
  if (Array.isArray(steps)) return steps.map((step, index) => stepItem(definition, path, step, index, language))
  const items = section === 'questionnaires' ? objectsIn(definition.questionnaires?.[name]?.items) : []
  return items.map(([item, { ask }]) => ({
    path: pointer(path, 'items', item),
    title: textOf(ask, language) || item,
    detail: item,
    children: [],
  }))
}

function stepItem(
  definition: PathwayDefinition,
  route: string,
  step: RouteStep,
  index: number,
  language: Language,
): Item {
  const title = routeStepSentence(definition, step, index, language)
  return { path: pointer(route, index), title, children: [] }
}

function stateItems(graph: Graph): Item[] {
  const states = graph.states.filter((state) => !state.everywhere)
  return states.filter(({ phase }) => phase === null).map((state) => stateItem(graph, state))
}

/** A state with its transitions; a phase has its sub-states below them. */
function stateItem(graph: Graph, { id, path, title }: StateShape): Item {
  const inside = graph.states.filter(({ phase }) => phase === id).map((state) => stateItem(graph, state))
  return { path, title, detail: id, children: [...transitionItems(graph, id), ...inside] }
}

function transitionItems({ states, transitions }: Graph, from: string): Item[] {
  const own = transitions.filter((transition) => transition.from === from)
  return own.map(({ path, label, to }) => {
    const goal = states.find(({ id }) => id === to)?.title
    return { path, title: goal ? `${label} → ${goal}` : label, children: [] }
  })
}
