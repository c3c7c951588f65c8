/** The pathway as a tree of words: every part that can be selected, in the order of the language. Pure. */
import { routeStepSentence } from './step.ts'
import { textOf } from '../../runtime/interpreter/sentence.ts'
import { isObject } from '../../runtime/interpreter/walk.ts'
import type { PathwayDefinition, RouteStep, Text } from '../../schemas/index.ts'
import { pointer } from '../document/tree.ts'
import { everywhere, graphOf, type Graph } from '../drawing/graph.ts'
import type { Language } from '../language.ts'
import { text, type TextKey } from '../texts/text.ts'

/** `path` is a JSON Pointer; `children` may be empty. */
export type Item = { path: string; title: string; detail?: string; children: Item[] }

const sections = [
  'setting', 'evidence', 'parties', 'facts', 'include', 'exclude', 'measurements', 'parameters', 'schedules',
  'thresholds', 'calendars', 'routes', 'messages', 'scripts', 'states', 'always', 'indicators', 'upgrade',
] as const // prettier-ignore

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
  if (section === 'setting' || section === 'include' || section === 'exclude') return { path, title, children: [] }
  const names = Object.keys(definition[section] ?? {})
  return { path, title, children: names.map((name) => partItem(definition, section, name, language)) }
}

function partItem(definition: PathwayDefinition, section: Section, name: string, language: Language): Item {
  const path = pointer('', section, name)
  const part = (definition[section] as Record<string, unknown>)[name]
  const title = (isObject(part) && textOf((part as { title?: Text }).title, language)) || name
  const detail = title === name ? {} : { detail: name }
  const steps = section === 'routes' ? definition.routes[name] : undefined
  const children = Array.isArray(steps)
    ? steps.map((step, index) => stepItem(definition, path, step, index, language))
    : []
  return { path, title, ...detail, children }
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
  return states.map(({ id, path, title }) => ({ path, title, detail: id, children: transitionItems(graph, id) }))
}

function transitionItems({ states, transitions }: Graph, from: string): Item[] {
  const own = transitions.filter((transition) => transition.from === from)
  return own.map(({ path, label, to }) => {
    const goal = states.find(({ id }) => id === to)?.title
    return { path, title: goal ? `${label} → ${goal}` : label, children: [] }
  })
}
