/** Operators on whole parts: what is forgotten, and what is given the wrong weight. */
import { below, parentOf } from '../../../runtime/interpreter/pointer.ts'
import { routeStepsIn, statesIn, transitionsIn } from '../../../runtime/interpreter/walk.ts'
import type { Schedule } from '../../../schemas/index.ts'
import { at, type Mutation, type Operator, without } from './mutant.ts'

/** What stands in its place never happens: the transitions after it keep the names that stories call them by. */
const never = { if: { inState: '1000 months' } }

export const transition: Operator = {
  name: 'transition',
  mutations: (definition) =>
    transitionsIn(definition).map(({ path, id }) => {
      const [owner, index] = [parentOf(path), Number(path.split('/').at(-1))]
      const [around, key] = [parentOf(owner), owner.split('/').at(-1)!]
      const forStories = at(around, (part) => {
        part[key] = (part[key] as unknown[]).with(index, never)
      })
      return { path, what: `${id} dropped`, apply: without(around, key, index), applyForStories: forStories }
    }),
}

export const threshold: Operator = {
  name: 'threshold',
  mutations: (definition) =>
    Object.keys(definition.thresholds ?? {}).map((name) => ({
      path: below('/thresholds', name),
      what: 'dropped',
      apply: at('/thresholds', (part) => void delete part[name]),
    })),
}

/** The only step of a route stays: a route without steps is no route. */
export const routeStep: Operator = {
  name: 'route step',
  mutations: (definition) =>
    routeStepsIn(definition).flatMap(({ path, route, index, step }): Mutation[] => [
      ...(definition.routes[route]!.length > 1
        ? [{ path, what: `to ${step.to} dropped`, apply: without('/routes', route, index) }]
        : []),
      ...(step.otherwise
        ? [{ path, what: 'otherwise dropped', apply: at(path, (part) => void delete part['otherwise']) }]
        : []),
    ]),
}

/** A state that no longer runs a schedule; a schedule with another window, number, rhythm, length, or without reminder. */
export const schedule: Operator = {
  name: 'schedule',
  mutations: (definition) => [
    ...statesIn(definition).flatMap(({ path, state }) =>
      (state.schedules ?? []).map((name, index) => ({
        path,
        what: `without ${name}`,
        apply: without(path, 'schedules', index),
      })),
    ),
    ...Object.entries(definition.schedules ?? {}).flatMap(([name, part]) => changes(below('/schedules', name), part)),
  ],
}

function changes(path: string, { windows, readings = 1, every, for: length, remind }: Schedule): Mutation[] {
  const set = (key: string, value: unknown): Mutation => ({
    path,
    what: `${key} → ${String(value)}`,
    apply: at(path, (part) => void (part[key] = value)),
  })
  return [
    ...(windows.length > 1
      ? windows.map((window, index) => ({ path, what: `without ${window}`, apply: without(path, 'windows', index) }))
      : []),
    set('readings', readings + 1),
    ...(readings > 1 ? [set('readings', readings - 1)] : []),
    set('every', longer(every)),
    ...(length === undefined ? [] : [set('for', longer(length))]),
    ...(remind === undefined
      ? []
      : [{ path, what: 'no reminder', apply: at(path, (part) => void delete part['remind']) }]),
  ]
}

/** `1 day` → `2 days`. */
function longer(duration: string): string {
  const [amount, unit = ''] = duration.split(' ')
  return `${Number(amount) + 1} ${unit.endsWith('s') ? unit : `${unit}s`}`
}

/** A transition with a trigger whose `if` was forgotten. Without a trigger it would be no transition at all. */
export const guard: Operator = {
  name: 'guard',
  mutations: (definition) =>
    transitionsIn(definition).flatMap(({ path, transition: { if: condition, ...rest } }) =>
      condition && TRIGGERS.some((trigger) => rest[trigger] !== undefined)
        ? [{ path, what: '`if` dropped', apply: at(path, (part) => void delete part['if']) }]
        : [],
    ),
}

const TRIGGERS = ['threshold', 'completed', 'decision', 'event', 'after'] as const

const OTHER_LEVEL = { red: 'amber', amber: 'red', green: 'amber' } as const

export const level: Operator = {
  name: 'level',
  mutations: (definition) => [
    ...Object.entries(definition.thresholds ?? {}).map(([name, part]) =>
      swapped(below('/thresholds', name), part.level),
    ),
    ...transitionsIn(definition).flatMap(({ path, transition: { alert } }): Mutation[] => {
      if (alert === undefined) return []
      if (typeof alert === 'object') return [swapped(below(path, 'alert'), alert.level ?? 'amber')]
      const red = at(path, (part) => void (part['alert'] = { route: alert, level: 'red' }))
      return [{ path, what: 'level amber → red', apply: red }]
    }),
  ],
}

function swapped(path: string, from: keyof typeof OTHER_LEVEL): Mutation {
  const to = OTHER_LEVEL[from]
  return { path, what: `level ${from} → ${to}`, apply: at(path, (part) => void (part['level'] = to)) }
}
